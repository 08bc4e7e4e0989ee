"""Reservations: comparing and holding is one step, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

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


def told_apart(number: int) -> Fingerprint:
    """Return a fingerprint that shares no run with any other number's."""
    return Fingerprint(tuple(range(1000 * number, 1000 * number + 50)))


def on_angle(number: int, angle: str, **fields: Any) -> Reservation:
    return replace(a_reservation(number, told_apart(number), **fields), angle=angle)


def test_an_angle_is_one_persons_however_it_is_worded(book: ReservationBook) -> None:
    assert not book.hold(on_angle(1, "figure:93"), COMPARER).is_taken
    found = book.hold(on_angle(2, "figure:93"), COMPARER)
    assert (found.is_taken, found.is_near, found.may_be_held) == (True, False, False)
    assert book.hold(on_angle(3, "lesson:93"), COMPARER).may_be_held
    assert {one.reservation_id for one in book.live("c_1")} == {"d_1", "d_3"}


def test_an_angle_whose_reservation_ended_is_free_again(book: ReservationBook) -> None:
    book.hold(on_angle(1, "figure:93", minutes=-1), COMPARER)
    assert book.hold(on_angle(2, "figure:93"), COMPARER).may_be_held


def test_the_same_angle_on_another_content_is_another_angle(book: ReservationBook) -> None:
    book.hold(on_angle(1, "figure:93"), COMPARER)
    elsewhere = replace(on_angle(2, "figure:93"), content_key="c_2")
    assert book.hold(elsewhere, COMPARER).may_be_held


@pytest.mark.parametrize("rounds", [20, pytest.param(200, marks=pytest.mark.soak)])
def test_of_two_who_ask_at_once_never_both_get_the_angle(
    book: ReservationBook, rounds: int
) -> None:
    with ThreadPoolExecutor(2) as pool:
        for number in range(rounds):
            pair = [
                replace(on_angle(2 * number + n, "figure:93"), content_key=f"c_{number}")
                for n in range(2)
            ]
            answers = list(pool.map(lambda one: book.hold(one, COMPARER), pair))
            assert sorted(one.is_taken for one in answers) == [False, True]
            assert len(book.live(f"c_{number}")) == 1


def test_people_are_counted_not_what_they_hold(book: ReservationBook) -> None:
    for number in range(5):
        book.hold(on_angle(number, f"figure:{number}", owner="alice"), COMPARER)
    book.hold(on_angle(9, "figure:9", owner="bob"), COMPARER)
    assert book.told() == {"c_1": 2}
    assert book.told_by("alice") == {"c_1": 1}
    assert book.told_by("carol") == {}
    assert book.hold(on_angle(10, "figure:10", owner="carol"), COMPARER).compared == 2


def test_the_requests_of_a_platform_are_counted_together_where_it_asks(
    book: ReservationBook,
) -> None:
    platform = "0123456789abcdef"
    for number in range(3):
        owner = f"{platform}{number:016x}"
        book.hold(on_angle(number, f"figure:{number}", owner=owner), COMPARER)
    assert book.told_by(platform) == {"c_1": 3}
    assert book.told_by("0123456789abcde0") == {}


def test_what_is_given_again_takes_the_place_of_what_it_repeats(book: ReservationBook) -> None:
    book.hold(on_angle(1, "figure:93", owner="me"), COMPARER)
    assert book.hold(on_angle(2, "figure:93", owner="me"), COMPARER).is_taken, "two at once"
    again = replace(on_angle(3, "figure:93", owner="me"), instead_of="d_1")
    assert book.hold(again, COMPARER).may_be_held
    assert [one.reservation_id for one in book.held_by("me", "c_1")] == ["d_3"]


def test_nobody_lets_go_of_what_a_colleague_holds(book: ReservationBook) -> None:
    book.hold(on_angle(1, "figure:93", owner="alice"), COMPARER)
    stolen = replace(on_angle(2, "figure:93", owner="bob"), instead_of="d_1")
    assert book.hold(stolen, COMPARER).is_taken
    assert "d_1" in {one.reservation_id for one in book.live("c_1")}


def test_what_is_not_held_lets_go_of_nothing(book: ReservationBook) -> None:
    book.hold(a_reservation(1), COMPARER)
    book.hold(replace(a_reservation(2, told_apart(2), owner="me"), angle="a"), COMPARER)
    twin = replace(a_reservation(3, owner="me"), angle="a", instead_of="d_2")
    assert book.hold(twin, COMPARER).is_near
    assert [one.reservation_id for one in book.held_by("me", "c_1")] == ["d_2"]


def test_whoever_asks_on_and_on_holds_five_and_the_oldest_end(book: ReservationBook) -> None:
    gone: list[str] = []
    for number in range(8):
        asked = on_angle(number, f"figure:{number}", owner="me", minutes=60 + number)
        found = book.hold(asked, COMPARER)
        assert found.may_be_held
        gone += found.let_go
    assert gone == ["d_0", "d_1", "d_2"]
    held = [one.reservation_id for one in book.held_by("me", "c_1")]
    assert held == ["d_3", "d_4", "d_5", "d_6", "d_7"]
