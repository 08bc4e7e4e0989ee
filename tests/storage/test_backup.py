"""Copies of either database, and bringing them back: all of it, or nothing."""

import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from domain.errors import NotFound, RestoreFailed
from domain.roles import Role
from storage.access import Access
from storage.backup import Restoring, back_up
from storage.contents import Contents
from storage.database import Database
from storage.erasure import Erasure
from storage.models import Base, CatalogueRow, ContentRow
from storage.people import People
from storage.tombstones import tombstone
from tests.builders import item
from tests.storage.traces import KEY, fill_everything

LEFT_OUT = {"sessions", "first_answers"}


def everything(database: Database) -> dict[str, Any]:
    """Return every row of every table that comes back, but for what a restore itself notes."""
    kept = {}
    with database.read() as session:
        for table in Base.metadata.sorted_tables:
            columns = [one for one in table.columns if one.name not in {"revision", "is_filed"}]
            rows = session.execute(select(*columns)).all()
            kept[table.name] = sorted(map(repr, rows))
    return {name: rows for name, rows in kept.items() if name not in LEFT_OUT}


def test_everything_comes_back_as_it_was(database: Database, tmp_path: Path) -> None:
    ambassador_id = fill_everything(database, "canary")
    before = everything(database)
    back_up(database, tmp_path / "copy.db")
    with database.write() as session:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name != "catalogue":
                session.execute(delete(table))
    with pytest.raises(NotFound):
        People(database, KEY).get(ambassador_id)
    Restoring(database, KEY).restore(tmp_path / "copy.db")
    assert everything(database) == before
    # What is numbered goes on after the highest number.
    fill_everything(database, "another")


def test_a_copy_is_of_one_instant_while_others_write(database: Database, tmp_path: Path) -> None:
    contents = Contents(database)
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            pair = [item(content_id=f"{side}{number:04}") for side in "ab"]
            contents.save(pair, vectors={}, encoder="e")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            back_up(database, tmp_path / f"{number}.db")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        copy = Database.open(f"sqlite:///{tmp_path / f'{number}.db'}")
        with copy.read() as session:
            ids = session.scalars(select(ContentRow.content_id)).all()
        copy.close()
        assert sum(one.startswith("a") for one in ids) * 2 == len(ids)


def test_who_was_erased_since_does_not_come_back(database: Database, tmp_path: Path) -> None:
    mine, theirs = fill_everything(database, "mine"), fill_everything(database, "theirs")
    back_up(database, tmp_path / "copy.db")
    Erasure(database, KEY).erase(mine)
    Restoring(database, KEY).restore(tmp_path / "copy.db")
    people = People(database, KEY)
    assert people.ids() == [theirs]
    assert not any("mine" in row for rows in everything(database).values() for row in rows)


def test_a_key_revoked_since_stays_revoked(database: Database, tmp_path: Path) -> None:
    access = Access(database)
    key_id, key = access.create_key(Role.COMMS)
    back_up(database, tmp_path / "copy.db")
    access.revoke_key(key_id)
    Restoring(database, KEY).restore(tmp_path / "copy.db")
    assert access.caller_with_key(key) is None


def test_the_contents_are_seen_to_have_changed(database: Database, tmp_path: Path) -> None:
    contents = Contents(database)
    contents.save([item()], vectors={}, encoder="e")
    back_up(database, tmp_path / "copy.db")
    before = contents.revision()
    Restoring(database, KEY).restore(tmp_path / "copy.db")
    assert contents.revision() > before
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(CatalogueRow)) == 1


@pytest.mark.parametrize("damage", ["no database", "cut", "newer"])
def test_what_is_no_sound_copy_changes_nothing(
    sqlite: Database, tmp_path: Path, damage: str
) -> None:
    fill_everything(sqlite, "canary")
    path = tmp_path / "copy.db"
    back_up(sqlite, path)
    if damage == "newer":
        copy = Database.open(f"sqlite:///{path}")
        with copy.write() as session:
            session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        copy.close()
    else:
        whole = path.read_bytes()
        path.write_bytes(b"nothing" if damage == "no database" else whole[: len(whole) // 2])
    before = everything(sqlite)
    with pytest.raises(RestoreFailed):
        Restoring(sqlite, KEY).restore(path)
    assert everything(sqlite) == before


def test_an_erasure_reaches_a_copy_to_the_byte(sqlite: Database, tmp_path: Path) -> None:
    ambassador_id = fill_everything(sqlite, "canary")
    fill_everything(sqlite, "theirs")
    path = tmp_path / "copy.db"
    back_up(sqlite, path)
    assert b"canary" in path.read_bytes()
    erased = frozenset({tombstone(ambassador_id, KEY)})
    Restoring(sqlite, KEY).erase_in(path, erased)
    assert [file.name for file in tmp_path.glob("copy.db*")] == ["copy.db"]
    assert b"canary" not in path.read_bytes()
    assert b"theirs" in path.read_bytes()
