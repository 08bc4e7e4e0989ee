"""Reservations: comparing and holding is one step, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.drafts import Nearness, Reservation
from domain.review import Fingerprint
from guardrails.checks.near_duplicates import NearDuplicates
from storage.database import Database
from storage.reservations import ReservationBook

KEY = b"key"
COMPARER = NearDuplicates(key=KEY)
SAME = Fingerprint(tuple(range(1, 60)), b"\x01")


@pytest.fixture
def book(database: Database) -> ReservationBook:
    return ReservationBook(database, KEY)


def a_reservation(
    number: int, fingerprint: Fingerprint = SAME, *, owner: str | None = None, minutes: int = 60
) -> Reservation:
    return Reservation(
        reservation_id=f"d_{number}",
        content_key="c_1",
        angle=f"figure:{number}",
        fingerprint=fingerprint,
        owner=owner or f"owner{number}",
        ends_at=datetime.now(UTC) + timedelta(minutes=minutes),
    )


def test_a_near_twin_of_a_colleague_is_not_held(book: ReservationBook) -> None:
    assert not book.hold(a_reservation(1), COMPARER).is_near
    assert book.hold(a_reservation(2), COMPARER).is_near
    assert [one.reservation_id for one in book.live("c_1")] == ["d_1"]


def test_a_distinct_draft_is_held_and_read_back(book: ReservationBook) -> None:
    book.hold(a_reservation(1), COMPARER)
    other = Fingerprint((2**64 - 1, 500, 0, 700), b"")
    assert book.hold(a_reservation(2, other), COMPARER) == Nearness(0.0, 0.30, 1, is_near=False)
    assert {one.fingerprint for one in book.live("c_1")} == {SAME, other}
    assert book.told() == {"c_1": 2}


def test_fingerprints_are_those_of_the_live_reservations_of_others(book: ReservationBook) -> None:
    other = Fingerprint((2**64 - 1, 500, 0, 700), b"")
    book.hold(a_reservation(1), COMPARER)
    book.hold(a_reservation(2, other), COMPARER)
    book.hold(a_reservation(3, Fingerprint((4, 5, 6)), minutes=-1), COMPARER)
    for question in ({}, {"but": "owner1"}, {"besides": "d_2"}):
        live = book.live("c_1", **question)
        assert [*book.fingerprints("c_1", **question)] == [*(one.fingerprint for one in live)]
    assert book.fingerprints("c_1")[:] == (SAME, other)
    assert not book.fingerprints("c_2")


def test_ones_own_drafts_are_not_compared(book: ReservationBook) -> None:
    book.hold(a_reservation(1, owner="me"), COMPARER)
    assert not book.hold(a_reservation(2, owner="me"), COMPARER).is_near
    assert book.live("c_1", but="me") == ()


def test_an_ended_reservation_holds_nothing_and_is_dropped(book: ReservationBook) -> None:
    book.hold(a_reservation(1, minutes=-1), COMPARER)
    assert not book.hold(a_reservation(2), COMPARER).is_near
    assert book.drop_ended() == 1


def test_only_the_owner_finds_and_releases_it(book: ReservationBook) -> None:
    book.hold(a_reservation(1, owner="platform7:random"), COMPARER)
    book.release("d_1", owner="somebody else")
    assert book.find("d_1", owner_prefix="platform7:") is not None
    assert book.find("d_1", owner_prefix="platform8:") is None
    book.release("d_1", owner="platform7:random")
    assert book.find("d_1", owner_prefix="platform7:") is None


def test_of_many_who_ask_at_the_same_instant_one_gets_the_text(book: ReservationBook) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: book.hold(a_reservation(n), COMPARER), range(16)))
    assert sum(not nearness.is_near for nearness in answers) == 1
    assert len(book.live("c_1")) == 1


@pytest.mark.parametrize("rounds", [10, pytest.param(1000, marks=pytest.mark.soak)])
def test_of_two_who_ask_at_once_never_both_get_the_text(sqlite: Database, rounds: int) -> None:
    book = ReservationBook(sqlite, KEY)
    with ThreadPoolExecutor(2) as pool:
        for number in range(rounds):
            pair = [
                replace(a_reservation(2 * number + n), content_key=f"c_{number}") for n in range(2)
            ]
            answers = list(pool.map(lambda one: book.hold(one, COMPARER), pair))
            assert sum(not nearness.is_near for nearness in answers) == 1
