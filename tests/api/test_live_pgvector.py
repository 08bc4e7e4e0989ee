"""The index in PostgreSQL behind the live catalogue: derived, in step, and done without."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.live import LiveRecommender
from api.settings import Settings
from domain.errors import SettingsInvalid
from storage.contents import Contents
from storage.database import Database
from storage.migration import migrate
from storage.readings import Readings
from tests.api.test_live import ENCODER, found, keep

pytestmark = [pytest.mark.postgres, pytest.mark.xdist_group("postgres")]


@pytest.fixture(scope="module")
def address(new_database: Callable[[], str]) -> str:
    """Give a database of a PostgreSQL server of our own, with the extension it brings."""
    return new_database()


def live_over(database: Database, address: str) -> LiveRecommender:
    contents, readings = Contents(database), Readings(database)
    return LiveRecommender(contents, readings, ENCODER, index_address=address)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(f"sqlite:///{tmp_path / 'test.db'}")
    migrate(opened)
    yield opened
    opened.close()


def test_what_changes_is_searched_in_postgresql_after_it_settled(
    database: Database, address: str
) -> None:
    live = live_over(database, address)
    keep(database, a="robots", b="fontaines")
    live.refresh()
    assert live.index_kind == "ExactIndex"
    assert live.settle()
    assert live.index_kind == "PgVectorIndex"
    assert found(live, "robots") == ["a"]
    Contents(database).delete("a")
    live.refresh()
    live.settle()
    assert found(live, "robots") == []
    live.close()


def test_a_server_that_is_away_leaves_exact_search(database: Database) -> None:
    live = live_over(database, "postgresql://nobody@127.0.0.1:1/none")
    keep(database, a="robots")
    live.refresh()
    assert not live.settle()
    assert live.index_kind == "ExactIndex"
    assert found(live, "robots") == ["a"]


def test_vectors_in_postgresql_need_a_database_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTEVOIX_VECTOR_INDEX", "pgvector")
    with pytest.raises(SettingsInvalid, match="PostgreSQL"):
        Settings.from_environment()
