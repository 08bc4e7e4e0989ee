import time
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import RequestInvalid
from domain.people import ProfileMix, ProfileType
from domain.plans import SeatGroup
from recommender.allocation import allocate, even_capacity
from tests.builders import NOW
from tests.recommender.worlds import EN, FR, WORLD, recommender_over

TWO = ("a", "b")


def test_the_plan_with_the_best_sum_is_found_not_the_greedy_one() -> None:
    # Greedy gives the first seat "a" and leaves the second with nothing it likes.
    plan = allocate(np.array([[1.0, 0.9], [1.0, 0.0]]), [1, 1], TWO, capacity=1)
    assert plan.free == ((0, 1), (1, 0))


def test_fifty_people_are_not_sent_the_same_article() -> None:
    fits = np.tile([0.9, 0.5, 0.4, 0.3, 0.2], (1, 1))
    plan = allocate(fits, [50], tuple("abcde"), capacity=even_capacity(50, 5))
    assert set(plan.planned.values()) == {10}


def test_what_may_not_be_suggested_to_a_group_is_never_planned_for_it() -> None:
    plan = allocate(np.array([[np.nan, 0.1]]), [3], TWO, capacity=2)
    assert plan.free == ((0, 2),)


def test_a_seat_is_taken_only_by_asking_and_only_while_one_is_free() -> None:
    plan = allocate(np.array([[0.2, 0.7]]), [2], TWO, capacity=1)
    first, after = plan.take(0)
    second, last = after.take(0)
    assert (first, second) == ("b", "a")
    assert last.take(0) == (None, last)
    assert plan.free == ((1, 1),)


def test_sizes_that_do_not_go_together_are_refused() -> None:
    with pytest.raises(RequestInvalid):
        allocate(np.zeros((1, 2)), [1, 1], TWO, capacity=1)
    with pytest.raises(RequestInvalid):
        allocate(np.zeros((1, 2)), [-1], TWO, capacity=1)


@settings(deadline=None, max_examples=50)
@given(
    seats=st.lists(st.integers(0, 6), min_size=1, max_size=4),
    contents=st.integers(1, 5),
    capacity=st.integers(0, 4),
    seed=st.integers(0, 999),
)
def test_no_capacity_is_exceeded_and_no_possible_seat_is_left_out(
    seats: list[int], contents: int, capacity: int, seed: int
) -> None:
    fits = np.random.default_rng(seed).random((len(seats), contents))
    names = [f"c{place}" for place in range(contents)]
    plan = allocate(fits, seats, names, capacity=capacity)
    assert max(plan.planned.values()) <= capacity
    assert sum(plan.planned.values()) == min(sum(seats), contents * capacity)
    assert all(sum(row) <= count for row, count in zip(plan.free, seats, strict=True))


def test_a_thousand_seats_and_a_thousand_contents_are_planned_in_seconds() -> None:
    fits = np.random.default_rng(1).random((1_000, 1_000))
    started = time.process_time()
    plan = allocate(fits, [1] * 1_000, [f"c{n}" for n in range(1_000)], capacity=1)
    assert sum(plan.planned.values()) == 1_000
    assert timedelta(seconds=time.process_time() - started) < timedelta(seconds=10)


def test_a_campaign_is_planned_for_descriptions_each_in_its_language() -> None:
    recommender = recommender_over(WORLD)
    groups = [
        SeatGroup(
            profile=ProfileMix.only(ProfileType.EXPERT),
            languages=(language,),
            topics=("chiffrement", "encryption"),
            seats=2,
        )
        for language in (FR, EN)
    ]
    contents = ["fr-cyber", "en-cyber", "fr-heat", "en-heat"]
    plan = recommender.plan(groups, contents, now=NOW)
    assert plan.free == ((1, 0, 1, 0), (0, 1, 0, 1))
    assert plan.take(0)[0] == "fr-cyber"
    assert plan.take(1)[0] == "en-cyber"
