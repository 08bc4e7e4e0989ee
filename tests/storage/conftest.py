"""A database of each kind, brought to the newest schema: real SQLite and real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.migration import migrate
from storage.models import Base
from tests.postgres import started_postgres


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Start a PostgreSQL server for this session."""
    yield from started_postgres()


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.xdist_group("postgres")]),
    ]
)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give an empty database with the newest schema."""
    is_sqlite = request.param == "sqlite"
    url = (
        f"sqlite:///{tmp_path / 'test.db'}"
        if is_sqlite
        else request.getfixturevalue("postgres_url")
    )
    opened = Database.open(url)
    migrate(opened)
    yield opened
    if not is_sqlite:
        _empty(opened)
    opened.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Database]:
    """Give an empty SQLite database."""
    opened = Database.open(f"sqlite:///{tmp_path / 'test.db'}")
    migrate(opened)
    yield opened
    opened.close()


def _empty(database: Database) -> None:
    with database.write() as session:
        names = ", ".join(
            table.name for table in Base.metadata.sorted_tables if table.name != "catalogue"
        )
        session.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
