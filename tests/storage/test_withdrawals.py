"""What was turned off is remembered beside the database, whatever a kill did to its file."""

from pathlib import Path

import pytest

from domain.purposes import Purpose
from storage.database import Database
from storage.people import People
from storage.tombstones import tombstone
from storage.withdrawals import Withdrawals
from tests.storage.traces import KEY


@pytest.fixture
def withdrawals(tmp_path: Path) -> Withdrawals:
    return Withdrawals(tmp_path / "withdrawn.txt", KEY)


def turned_on(database: Database) -> str:
    """Make somebody whose voice is on, as a copy that is put back knows them."""
    people = People(database, KEY)
    known = people.create()
    people.turn(known, {Purpose.VOICE: True})
    return known


@pytest.mark.parametrize(
    "torn", ["", "0a1b", "0a1b 2c3d 2026-11-3", "0a1b 2c3d 2026-11-30T08:00:00"]
)
def test_a_line_that_a_kill_cut_off_hides_no_other(
    database: Database, withdrawals: Withdrawals, torn: str
) -> None:
    known = turned_on(database)
    withdrawals.path.write_text(torn, encoding="ascii")
    assert withdrawals.apply_again(database) == 0
    withdrawals.add(known, [Purpose.VOICE])
    assert withdrawals.apply_again(database) == 1
    assert not People(database, KEY).get(known).purposes[Purpose.VOICE]
    assert withdrawals.apply_again(database) == 0


def test_what_was_turned_on_again_later_stays_on(
    database: Database, withdrawals: Withdrawals
) -> None:
    withdrawals.add(known := People(database, KEY).create(), [Purpose.VOICE])
    People(database, KEY).turn(known, {Purpose.VOICE: True})
    assert withdrawals.apply_again(database) == 0
    assert People(database, KEY).get(known).purposes[Purpose.VOICE]


def test_its_lines_name_nobody(database: Database, withdrawals: Withdrawals) -> None:
    withdrawals.add(known := turned_on(database), [Purpose.VOICE, Purpose.DRAFTS])
    text = withdrawals.path.read_text(encoding="ascii")
    assert len(text.splitlines()) == 2
    assert known not in text
    assert "voice" not in text


def test_whoever_is_erased_is_in_no_line(database: Database, withdrawals: Withdrawals) -> None:
    gone, stays = turned_on(database), turned_on(database)
    for one in (gone, stays):
        withdrawals.add(one, [Purpose.VOICE, Purpose.DRAFTS])
    withdrawals.forget(frozenset({tombstone(gone, KEY)}))
    lines = withdrawals.lines()
    assert len(lines) == 2
    assert all(line.startswith(tombstone(stays, KEY)) for line in lines)
    assert withdrawals.apply_again(database) == 1
    assert not withdrawals.path.with_suffix(".new").exists()
