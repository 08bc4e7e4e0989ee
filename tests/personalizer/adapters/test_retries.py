"""How long an endpoint is borne with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personalizer.adapters.retries import Breaker, Patience, RetryBudget


class Clock:
    """A clock that goes when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def breaker(clock: Clock) -> Breaker:
    return Breaker(failures=3, window=30, rest=10, clock=clock)


def broken(clock: Clock) -> Breaker:
    opened = breaker(clock)
    for _ in range(3):
        opened.failed()
    return opened


@given(st.integers(0, 20))
def test_a_pause_is_never_longer_than_the_longest(retry: int) -> None:
    assert 0 <= Patience(longest_pause=4).pause(retry, at_least=None) <= 4


@given(st.integers(0, 20), st.floats(0, 100))
def test_a_pause_that_was_asked_for_is_kept(retry: int, asked: float) -> None:
    assert asked <= Patience().pause(retry, at_least=asked) <= asked + 0.1


def test_pauses_are_spread() -> None:
    assert len({Patience().pause(3, at_least=None) for _ in range(20)}) > 10


def test_a_budget_runs_out_and_is_earned_back_by_traffic() -> None:
    budget = RetryBudget(share=0.1, reserve=2)
    assert [budget.spend() for _ in range(3)] == [True, True, False]
    for _ in range(11):
        budget.earn()
    assert [budget.spend() for _ in range(2)] == [True, False]


def test_a_budget_saves_no_more_than_its_reserve() -> None:
    budget = RetryBudget(share=0.5, reserve=1)
    for _ in range(100):
        budget.earn()
    assert [budget.spend() for _ in range(2)] == [True, False]


def test_under_steady_failure_retries_stay_a_share_of_the_requests() -> None:
    budget = RetryBudget(share=0.1, reserve=10)
    retries = 0
    for _ in range(1_000):
        budget.earn()
        retries += budget.spend()
    assert retries <= 10 + 100


def test_too_many_failures_open_it() -> None:
    opened = broken(Clock())
    assert not opened.admit()
    assert opened.wait_seconds() == 10


def test_failures_far_apart_do_not() -> None:
    clock = Clock()
    closed = breaker(clock)
    for _ in range(9):
        closed.failed()
        clock.now += 20
    assert closed.admit()


def test_a_success_between_failures_starts_the_count_anew() -> None:
    closed = breaker(Clock())
    for _ in range(5):
        closed.failed()
        closed.failed()
        closed.succeeded()
    assert closed.admit()


def test_after_a_rest_one_probe_passes_and_closes_it() -> None:
    clock = Clock()
    opened = broken(clock)
    clock.now += 10
    assert [opened.admit(), opened.admit()] == [True, False]
    opened.succeeded()
    assert opened.admit()
    assert opened.wait_seconds() == 0


@pytest.mark.parametrize("rests", [1, 3])
def test_a_probe_that_fails_opens_it_again(rests: int) -> None:
    clock = Clock()
    opened = broken(clock)
    for _ in range(rests):
        clock.now += 40
        assert opened.admit()
        opened.failed()
        assert not opened.admit()


def test_a_probe_nobody_waited_for_makes_room_for_another() -> None:
    clock = Clock()
    opened = broken(clock)
    clock.now += 10
    assert opened.admit()
    opened.gave_up()
    assert opened.admit()
