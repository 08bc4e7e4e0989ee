"""Scans of the code: clean, or excepted with a reason and a day on which the exception ends."""

from datetime import date

import pytest

from tests import scans


def test_bandit_objects_to_nothing() -> None:
    assert list(scans.bandit()) == []


def test_no_file_holds_a_secret() -> None:
    if not (scans.ROOT / ".git").exists():
        pytest.skip("not a clone: which files are the repository's is not known")
    assert list(scans.secrets()) == []


def test_every_exception_has_its_reason_and_has_not_ended() -> None:
    assert scans.overdue() == []
    for excepted in scans.exceptions().values():
        assert all(len(one["reason"]) > 15 for one in excepted)


def test_an_exception_ends() -> None:
    assert len(scans.overdue(date(2099, 1, 1))) == sum(map(len, scans.exceptions().values()))


def test_every_exception_is_for_something_that_is_there() -> None:
    for excepted in scans.exceptions().values():
        for path in (path for one in excepted for path in one["paths"]):
            assert (scans.ROOT / path).exists(), path
