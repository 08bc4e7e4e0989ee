"""A database of each kind, brought to the newest schema: real SQLite and real PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.migration import migrate
from storage.models import Base
from tests.migrated import put_database


@pytest.fixture(scope="session")
def postgres_url(new_database: Callable[[], str]) -> str:
    """Give a database for this session."""
    return new_database()


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.xdist_group("postgres")]),
    ]
)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give an empty database with the newest schema."""
    if request.param == "sqlite":
        yield from _opened(tmp_path)
        return
    opened = Database.open(request.getfixturevalue("postgres_url"))
    migrate(opened)
    yield opened
    _empty(opened)
    opened.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Database]:
    """Give an empty SQLite database."""
    yield from _opened(tmp_path)


def _opened(folder: Path) -> Iterator[Database]:
    put_database(folder / "test.db")
    opened = Database.open(f"sqlite:///{folder / 'test.db'}")
    yield opened
    opened.close()


def _empty(database: Database) -> None:
    with database.write() as session:
        names = ", ".join(
            table.name for table in Base.metadata.sorted_tables if table.name != "catalogue"
        )
        session.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
