"""What stands in the way of a draft about to be held, and what is told of the others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain.drafts import Nearness, Reservation
from domain.reserving import MOST_HELD, let_go, standing
from domain.review import Fingerprint
from tests.builders import NOW

PLATFORM = "0123456789abcdef"


class LikeTheLargest:
    """A comparer to which a draft is as near as the largest run among the others is high."""

    def nearness(self, mine: Fingerprint, others: Sequence[Fingerprint]) -> Nearness:
        largest = max((run for one in others for run in one.shingles), default=0)
        return Nearness(largest / 100, 0.30, len(others), largest > 30)


def held(number: int, owner: str, *, like: int = 0, minutes: int = 60) -> Reservation:
    return Reservation(
        reservation_id=f"d_{number}",
        content_key="c_1",
        angle=f"figure:{number}",
        fingerprint=Fingerprint((like,)),
        owner=owner,
        ends_at=NOW + timedelta(minutes=minutes),
    )


def stands(mine: Reservation, others: Sequence[Reservation]) -> Nearness:
    return standing(mine, others, LikeTheLargest())  # type: ignore[arg-type]  # compares only


def test_one_colleague_with_five_drafts_is_one() -> None:
    others = [held(number, "alice", like=9) for number in range(5)]
    assert stands(held(9, "bob"), others) == Nearness(0.09, 0.30, 1, is_near=False)


def test_what_one_holds_oneself_is_not_compared() -> None:
    own = [held(number, "bob", like=50) for number in range(5)]
    assert stands(held(9, "bob"), own) == Nearness(0.0, 0.30, 0, is_near=False)


def test_among_a_platforms_own_requests_nothing_is_told_of_one_person() -> None:
    own = [held(number, f"{PLATFORM}{number}", like=2) for number in range(5)]
    mine = held(9, f"{PLATFORM}9")
    alone = stands(mine, own)
    beside_one = stands(mine, [*own, held(20, "alice", like=21)])
    assert beside_one == alone == Nearness(0.02, 0.30, 5, is_near=False)


def test_four_requests_of_a_platform_do_not_show_a_fifth_person() -> None:
    own = [held(number, f"{PLATFORM}{number}") for number in range(4)]
    assert stands(held(9, f"{PLATFORM}9"), [*own, held(20, "alice")]).compared == 4


def test_a_near_twin_is_refused_whoever_holds_it() -> None:
    own = [held(number, f"{PLATFORM}{number}") for number in range(5)]
    assert stands(held(9, f"{PLATFORM}9"), [*own, held(20, "alice", like=90)]).is_near


def test_of_the_others_the_platform_is_told_from_where_they_are_more() -> None:
    own = [held(number, f"{PLATFORM}{number}", like=20) for number in range(2)]
    others = [held(number, f"colleague {number:9}", like=7) for number in range(10, 16)]
    found = stands(held(9, f"{PLATFORM}9"), [*own, *others])
    assert (found.similarity, found.compared) == (0.07, 6)


def test_the_drafts_of_one_request_never_push_each_other_out() -> None:
    own = [held(number, "me", minutes=15) for number in range(4)]
    mine = replace(held(9, "me", minutes=15), beside=("d_0", "d_1", "d_2", "d_3"))
    assert let_go(mine, own) == ()
    assert let_go(mine, [*own, held(10, "me", minutes=9_000)]) == ("d_10",)


def test_short_ones_are_no_more_than_five_either() -> None:
    book = [held(number, "me", minutes=9_000) for number in range(MOST_HELD)]
    for number in range(10, 16):
        asked = held(number, "me", minutes=10)
        gone = let_go(asked, book)
        book = [one for one in [*book, asked] if one.reservation_id not in gone]
        assert len(book) == MOST_HELD
    assert [one.reservation_id for one in book] == ["d_1", "d_2", "d_3", "d_4", "d_15"]


def test_an_angle_is_not_freed_by_naming_somebody_elses_reservation() -> None:
    hers, mine = held(1, "alice"), replace(held(1, "bob"), reservation_id="d_2", instead_of="d_1")
    assert stands(mine, [hers]).is_taken
    assert not stands(replace(mine, owner="alice"), [hers]).is_taken


def test_the_oldest_end_beyond_five() -> None:
    own = [held(number, "me", minutes=number) for number in range(MOST_HELD)]
    others = [held(number, "alice", minutes=1) for number in range(10, 20)]
    assert let_go(held(9, "me"), [*reversed(own), *others]) == ("d_0",)
    assert let_go(replace(held(9, "me"), instead_of="d_3"), own) == ("d_3",)
