"""What was read holds until anything is committed, by whoever it was, and not a moment longer."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.drafts import Reservation
from domain.review import Fingerprint
from domain.roles import Role
from guardrails.checks.near_duplicates import NearDuplicates
from storage.access import Access
from storage.database import Database
from storage.migration import create_tables, migrate
from storage.people import People
from storage.reservations import ReservationBook
from storage.watch import Remembered

COMPARER = NearDuplicates(key=b"key")
FROM_ELSEWHERE = """
import sys
from storage.access import Access
from storage.database import Database
Access(Database.open(sys.argv[1])).revoke_key(sys.argv[2])
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture
def opened(file: str) -> Iterator[Database]:
    opened = Database.open(file)
    migrate(opened)
    yield opened
    opened.close()


def a_reservation(number: int, *, seconds: float) -> Reservation:
    return Reservation(
        reservation_id=f"d_{number}",
        content_key="c_1",
        angle=f"figure:{number}",
        fingerprint=Fingerprint((number, number + 1), b""),
        owner=f"owner{number}",
        ends_at=datetime.now(UTC) + timedelta(seconds=seconds),
    )


def test_the_version_changes_with_every_commit_and_with_nothing_else(opened: Database) -> None:
    before = opened.version()
    Access(opened).keys()
    assert before is not None
    assert opened.version() == before
    Access(opened).create_key(Role.COMMS)
    assert opened.version() != before


def test_a_database_in_memory_tells_no_version() -> None:
    database = Database.in_memory()
    create_tables(database)
    assert database.version() is None
    database.close()


def test_a_key_is_known_without_reading_until_another_process_revokes_it(
    opened: Database, file: str
) -> None:
    access = Access(opened)
    key_id, key = access.create_key(Role.ADMIN)
    assert access.known_caller(key) is None
    caller = access.caller_with_key(key)
    assert caller is not None
    assert access.known_caller(key) == caller
    subprocess.run([sys.executable, "-c", FROM_ELSEWHERE, file, key_id], check=True)
    assert access.known_caller(key) is None
    assert access.caller_with_key(key) is None


def test_a_platforms_key_is_read_again_once_its_use_is_to_be_noted(opened: Database) -> None:
    access = Access(opened)
    key_id, key = access.create_key(Role.PLATFORM)
    access.caller_with_key(key)
    assert access.known_caller(key) is None  # noting the first use was a commit
    caller = access.caller_with_key(key)
    assert access.known_caller(key) == caller
    access._noted[key_id] -= timedelta(minutes=2)  # noqa: SLF001 - as if time had passed
    assert access.known_caller(key) is None


@pytest.mark.parametrize("whose", ["person", "before the rotation"])
def test_a_persons_key_and_one_with_an_end_are_never_remembered(
    opened: Database, whose: str
) -> None:
    access = Access(opened)
    person = People(opened, b"key").create() if whose == "person" else None
    key_id, key = access.create_key(Role.EMPLOYEE if person else Role.ADMIN, ambassador_id=person)
    if person is None:
        access.rotate_key(key_id, overlap=timedelta(hours=1))
    assert access.caller_with_key(key) is not None
    assert access.known_caller(key) is None


def test_what_colleagues_told_is_counted_again_after_a_commit_and_after_an_end(
    opened: Database,
) -> None:
    book = ReservationBook(opened, b"key")
    assert book.told() == {}
    book.hold(a_reservation(1, seconds=3600), COMPARER)
    book.hold(a_reservation(100, seconds=1.0), COMPARER)
    told = book.told()
    assert told == {"c_1": 2}
    assert book.told() is told
    time.sleep(1.1)
    assert book.told() == {"c_1": 1}


def test_what_was_read_of_an_older_state_is_not_kept_for_a_newer_one() -> None:
    remembered: Remembered[str] = Remembered()
    assert remembered.at(1, "key") is None
    assert remembered.at(2, "key") is None
    remembered.keep(1, "key", "old")
    assert remembered.at(2, "key") is None
    remembered.keep(2, "key", "new")
    assert remembered.at(2, "key") == "new"
    assert remembered.at(None, "key") is None
    assert remembered.at(2, "key") is None


def test_a_state_is_read_once_and_one_without_a_version_each_time() -> None:
    remembered, read = Remembered[int](), iter(range(9))

    def next_one() -> int:
        return next(read)

    asked = [remembered.or_read(version, "a", next_one) for version in (1, 1, 2, None, None)]
    assert asked == [0, 0, 1, 2, 3]
