"""The catalogue in memory follows the one in SQL, whoever changed it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from api.live import LiveRecommender
from domain.people import Ambassador
from domain.roles import Role
from recommender.adapters.hashing import HashingEncoder
from recommender.reading import Reader, reader_fingerprint
from storage.access import Access
from storage.contents import Contents
from storage.database import Database
from storage.readings import Readings
from tests.builders import NOW, item
from tests.migrated import put_database

ENCODER = HashingEncoder()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    put_database(tmp_path / "test.db")
    opened = Database.open(f"sqlite:///{tmp_path / 'test.db'}")
    yield opened
    opened.close()


@pytest.fixture
def live(database: Database, tmp_path: Path) -> Iterator[LiveRecommender]:
    opened = another(database, tmp_path / "index")
    yield opened
    opened.close()


def another(database: Database, folder: Path | None = None) -> LiveRecommender:
    return LiveRecommender(Contents(database), Readings(database), ENCODER, folder)


def keep(database: Database, **titles: str) -> None:
    items = [item(content_id=name, title=title, digest=title) for name, title in titles.items()]
    Contents(database).save(items, vectors={}, encoder=ENCODER.fingerprint)


def found(live: LiveRecommender, topic: str) -> list[str]:
    answer = live.current().recommend(Ambassador(topics=(topic,)), k=20, now=NOW)
    return [one.item.content_id for one in answer.items if topic in one.item.title]


def test_what_is_added_changed_and_deleted_is_taken_up(
    database: Database, live: LiveRecommender
) -> None:
    keep(database, a="robots", b="fontaines", c="tunnels")
    assert live.refresh()
    assert not live.refresh()
    keep(database, b="robots", d="robots")
    Contents(database).delete("a")
    assert live.refresh()
    assert sorted(found(live, "robots")) == ["b", "d"]
    assert found(live, "tunnels") == ["c"]
    assert live.current().snapshot.matrix.any(axis=1).all()


def test_a_change_is_served_before_the_index_is_in_step(
    database: Database, live: LiveRecommender
) -> None:
    keep(database, a="robots")
    live.refresh()
    assert live.index_kind == "ExactIndex"
    assert live.settle()
    assert live.index_kind == "ChromaIndex"
    assert not live.settle()
    keep(database, b="tunnels")
    live.refresh()
    assert (live.index_kind, found(live, "tunnels")) == ("ExactIndex", ["b"])
    assert live.settle()
    assert (live.index_kind, found(live, "tunnels")) == ("ChromaIndex", ["b"])


def test_without_the_index_every_search_is_exact(
    database: Database, live: LiveRecommender, tmp_path: Path
) -> None:
    keep(database, a="robots")
    live.refresh()
    live.settle()
    second = another(database, tmp_path / "index")
    second.refresh()
    assert not second.settle()
    assert (second.index_kind, found(second, "robots")) == ("ExactIndex", ["a"])


def test_no_start_reads_again_what_was_read(database: Database) -> None:
    keep(database, a="robots")
    another(database).refresh()
    # Somebody else's reading under the same reader and digest is believed, so nothing was read.
    (content,) = Contents(database).all()
    other = Reader().read(item(title="licornes"))
    Readings(database).save([content], {"a": other.pack()}, reader=reader_fingerprint())
    second = another(database)
    second.refresh()
    assert np_equal(second.current().snapshot.readings[0].keys, other.keys)


@pytest.mark.parametrize("column", ["digest", "reader", "reading"])
def test_a_reading_of_another_text_or_reader_or_a_damaged_one_is_made_again(
    database: Database, column: str
) -> None:
    keep(database, a="robots")
    another(database).refresh()
    with database.write() as session:
        session.execute(text(f"UPDATE readings SET {column} = 'x'"))  # noqa: S608 - a column of the test
    second = another(database)
    second.refresh()
    (content,) = Contents(database).all()
    assert np_equal(second.current().snapshot.readings[0].keys, Reader().read(content).keys)
    assert list(Readings(database).of(reader_fingerprint())) == ["a"]


def np_equal(one: object, other: object) -> bool:
    return bool((one == other).all())  # type: ignore[attr-defined]  # two arrays


def test_topics_are_forgotten_once_anything_is_committed(
    database: Database, live: LiveRecommender
) -> None:
    keep(database, a="robots")
    live.refresh()
    live.refresh()
    found(live, "robots")
    live.refresh()
    assert remembered(live) == ["robots"]
    Access(database).create_key(Role.COMMS)
    live.refresh()
    assert remembered(live) == []


def remembered(live: LiveRecommender) -> list[str]:
    topics = live.current().topics
    return list({**topics._known, **topics._compared})  # noqa: SLF001 - what nothing else shows
