"""People: nothing is kept without its purpose, export tells all, erasure leaves no byte."""

from pathlib import Path
from secrets import token_hex

import pytest
from sqlalchemy import select, text

from domain.errors import Conflict, NotFound, RequestInvalid
from domain.people import Ambassador
from domain.purposes import Purpose
from storage.database import Database
from storage.declaration import owner_column, personal_columns
from storage.erasure import Erasure
from storage.export import Export
from storage.models import Base, ErasureRow, SeatMarkRow
from storage.people import People
from storage.reservations import ReservationBook
from storage.seats import SeatBook
from tests.storage.traces import KEY, described, fill_everything, welcome


@pytest.fixture
def people(database: Database) -> People:
    return People(database, KEY)


def test_what_a_person_says_is_read_back(people: People) -> None:
    created = welcome(people)
    assert people.get(created).ambassador == described(created)


def test_only_fingerprints_are_on_at_first(people: People) -> None:
    purposes = people.get(people.create()).purposes
    assert [purpose for purpose in Purpose if purposes[purpose]] == [Purpose.FINGERPRINTS]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Ambassador(name="Léa"), "profile"),
        (Ambassador(topics=("x",)), "profile"),
        (Ambassador(posts=("x",)), "posts"),
    ],
)
def test_nothing_is_kept_without_its_purpose(people: People, given: Ambassador, field: str) -> None:
    created = people.create("amb_1")
    with pytest.raises(RequestInvalid) as caught:
        people.save(
            Ambassador(
                ambassador_id=created, name=given.name, topics=given.topics, posts=given.posts
            )
        )
    assert caught.value.field == field


def test_turning_a_purpose_off_deletes_what_was_kept_for_it(people: People) -> None:
    created = welcome(people)
    people.turn(created, {Purpose.VOICE: False})
    kept = people.get(created).ambassador
    assert (kept.posts, kept.name) == ((), "Léa name")
    people.turn(created, {Purpose.PROFILE: False})
    assert people.get(created).ambassador == Ambassador(ambassador_id=created)


def test_turning_fingerprints_off_releases_every_reservation(database: Database) -> None:
    ambassador_id = fill_everything(database, "canary")
    People(database, KEY).turn(ambassador_id, {Purpose.FINGERPRINTS: False})
    assert ReservationBook(database, KEY).live("c_1") == ()


def test_a_record_that_changed_meanwhile_is_not_overwritten(people: People) -> None:
    created = welcome(people)
    version = people.get(created).version
    people.save(described(created, "first"), expected={str(version)})
    with pytest.raises(Conflict):
        people.save(described(created, "second"), expected={str(version)})


def exported(database: Database) -> Export:
    return Export(database, SeatBook(database, KEY))


def test_the_export_holds_every_column_declared_personal(database: Database) -> None:
    ambassador_id = fill_everything(database, "canary")
    told = exported(database).of(ambassador_id)
    for table in Base.metadata.sorted_tables:
        if owner_column(table) is not None:
            names = {column.name for column, _ in personal_columns(table)}
            assert told["kept"][table.name], f"{table.name} has no trace of the person"
            assert all(set(row) == names for row in told["kept"][table.name])
            assert set(told["meaning"][table.name]) == names
    assert [seat["content_id"] for seat in told["seats"]] == ["c_1"]


def test_an_export_tells_nothing_of_anybody_else(database: Database) -> None:
    mine = fill_everything(database, "mine")
    fill_everything(database, "theirs")
    assert "theirs" not in repr(exported(database).of(mine))


def test_erasure_leaves_nobody_elses_rows_touched(database: Database) -> None:
    mine, theirs = fill_everything(database, "mine"), fill_everything(database, "theirs")
    before = exported(database).of(theirs)
    assert Erasure(database, KEY).erase(mine)
    assert exported(database).of(theirs) == before
    with pytest.raises(NotFound):
        exported(database).of(mine)


def test_erasure_empties_every_table_that_concerned_the_person(database: Database) -> None:
    Erasure(database, KEY).erase(fill_everything(database, "mine"))
    with database.read() as session:
        for table in Base.metadata.sorted_tables:
            owned = owner_column(table)
            if owned is not None:
                # A platform's key concerns nobody.
                rows = session.execute(select(table).where(owned[0].is_not(None))).all()
                assert rows == [], table.name
        # A mark leads to nobody, so no column says whose it was: there was one, and it is gone.
        assert session.execute(select(SeatMarkRow)).all() == []


def test_an_erased_id_cannot_be_used_again(database: Database) -> None:
    ambassador_id = fill_everything(database, "mine")
    erasure = Erasure(database, KEY)
    erasure.erase(ambassador_id)
    assert not erasure.erase(ambassador_id)
    with pytest.raises(Conflict, match="erased"):
        People(database, KEY).create(ambassador_id)


def test_no_byte_of_an_erased_person_is_left_in_any_file(sqlite: Database, tmp_path: Path) -> None:
    mark = f"canary{token_hex(8)}"
    ambassador_id = fill_everything(sqlite, mark)
    # Grown and shrunk, so that the canary also stood in pages freed before the erasure.
    people = People(sqlite, KEY)
    people.save(described(ambassador_id, mark * 3))
    people.save(described(ambassador_id, mark))
    assert any(mark.encode() in path.read_bytes() for path in tmp_path.iterdir())
    Erasure(sqlite, KEY).erase(ambassador_id)
    assert [path.name for path in tmp_path.iterdir() if mark.encode() in path.read_bytes()] == []


def test_an_erasure_cut_off_before_the_files_were_rewritten_is_finished_later(
    sqlite: Database, tmp_path: Path
) -> None:
    mark = f"canary{token_hex(8)}"
    ambassador_id = fill_everything(sqlite, mark)
    erasure = Erasure(sqlite, KEY)
    with sqlite.read() as reader:
        # A reader keeps the old pages in the log, as a crash at this moment would.
        reader.execute(text("SELECT * FROM ambassadors"))
        erasure.mark(ambassador_id)
    assert any(mark.encode() in path.read_bytes() for path in tmp_path.iterdir())
    erasure.finish()
    assert not any(mark.encode() in path.read_bytes() for path in tmp_path.iterdir())
    with sqlite.read() as session:
        assert None not in session.scalars(select(ErasureRow.finished_at)).all()


@pytest.mark.postgres
@pytest.mark.xdist_group("postgres")
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_on_postgresql_every_table_is_written_anew(database: Database) -> None:
    ambassador_id = fill_everything(database, "mine")
    before = places(database)
    Erasure(database, KEY).erase(ambassador_id)
    after = places(database)
    assert before.keys() == after.keys()
    assert not [name for name in before if before[name] == after[name]]


def places(database: Database) -> dict[str, int]:
    """Return which file each table stands in."""
    with database.read() as session:
        return {
            table.name: session.scalar(text(f"SELECT pg_relation_filenode('{table.name}')")) or 0
            for table in Base.metadata.sorted_tables
        }
