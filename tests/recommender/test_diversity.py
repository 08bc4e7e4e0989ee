import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.calibration import Ramp
from recommender.diversity import Likeness, Pick, diversify
from recommender.factors import significant
from recommender.vectors import Doubles, Floats, pack, unpack
from recommender.weights import Weights
from tests.contracts.vector_index import vector

RAMP = Ramp(0.2, 0.7)
NO_DIVERSITY = Weights(likeness=0.0, copy=0.0)


def chosen(
    scores: list[float], vectors: Floats, k: int, *, weights: Weights | None = None
) -> list[Pick]:
    """Return the picks."""
    return diversify(
        np.array(scores), Likeness(vectors, np.arange(len(vectors)), RAMP, weights or Weights()), k
    )


def along(*directions: tuple[float, ...]) -> Floats:
    """Return a row for each direction."""
    return unpack([vector(*direction) for direction in directions], 64)


def test_the_first_is_the_best_and_pays_nothing() -> None:
    (pick,) = chosen([0.3, 0.9, 0.5], along((1, 0), (1, 0), (1, 0)), 1)
    assert pick == Pick(1, 0.0, is_copy=False)


def test_a_copy_goes_to_the_end_and_says_so() -> None:
    picks = chosen([1.0, 0.99, 0.1], along((1, 0), (1, 0), (0, 1)), 3)
    assert [pick.place for pick in picks] == [0, 2, 1]
    assert [pick.is_copy for pick in picks] == [False, False, True]


def test_a_neighbour_gives_way_to_what_is_almost_as_good() -> None:
    near = along((1, 0), (3, 2), (0, 1))
    assert [pick.place for pick in chosen([1.0, 0.9, 0.8], near, 3)] == [0, 2, 1]
    assert [pick.place for pick in chosen([1.0, 0.9, 0.5], near, 3)] == [0, 1, 2]


def test_opposites_pay_nothing() -> None:
    picks = chosen([1.0, 0.9], along((1, 0), (-1, 0)), 2)
    assert [pick.penalty for pick in picks] == [0.0, 0.0]


@pytest.mark.parametrize("k", [0, 1, 3, 9])
def test_gives_k_or_all_there_is(k: int) -> None:
    assert len(chosen([0.1, 0.2, 0.3], along((1,), (0, 1), (0, 0, 1)), k)) == min(k, 3)


def test_of_nothing_there_is_nothing_to_choose() -> None:
    assert chosen([], np.zeros((0, 64), np.float32), 3) == []


catalogues = st.integers(1, 12).flatmap(
    lambda count: st.tuples(
        st.lists(st.floats(-1, 3), min_size=count, max_size=count),
        st.lists(
            st.lists(st.integers(-2, 2), min_size=3, max_size=3), min_size=count, max_size=count
        ),
    )
)


@settings(deadline=None)
@given(catalogues)
def test_scores_never_rise_and_nothing_is_chosen_twice(
    catalogue: tuple[list[float], list[list[int]]],
) -> None:
    scores, directions = catalogue
    picks = chosen(scores, along(*map(tuple, directions)), len(scores))
    left = [scores[pick.place] - pick.penalty for pick in picks]
    assert left == sorted(left, reverse=True)
    assert sorted(pick.place for pick in picks) == list(range(len(scores)))
    assert all(pick.penalty >= 0 for pick in picks)


@settings(deadline=None)
@given(catalogues)
def test_without_diversity_it_is_the_ranking(
    catalogue: tuple[list[float], list[list[int]]],
) -> None:
    scores, directions = catalogue
    picks = chosen(scores, along(*map(tuple, directions)), len(scores), weights=NO_DIVERSITY)
    expected = sorted(range(len(scores)), key=lambda place: -scores[place])
    assert [pick.place for pick in picks] == expected


def every_one_compared(scores: Doubles, vectors: Floats, k: int) -> list[int]:
    """Choose as the definition says, over all candidates and without thinking."""
    weights, listed = Weights(), list[int]()
    near = (vectors @ vectors.T).astype(np.float64)
    same = Ramp(0.9, 1.0).of(near)
    taken = weights.likeness * significant(RAMP.of(near)) + weights.copy * significant(same)
    while len(listed) < min(k, len(scores)):
        left = scores - taken[listed].max(axis=0, initial=0.0)
        left[listed] = -np.inf
        listed.append(int(left.argmax()))
    return listed


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 200), st.integers(1, 40), st.floats(0, 3), st.integers(0, 2**32 - 1))
def test_comparing_only_what_may_be_chosen_chooses_the_same(
    count: int, k: int, width: float, seed: int
) -> None:
    chance = np.random.default_rng(seed)
    subjects = chance.standard_normal((9, 16)) + 0.3
    mixed = subjects[chance.integers(9, size=count)] + 0.4 * chance.standard_normal((count, 16))
    mixed[chance.integers(count)] = mixed[chance.integers(count)]
    vectors = unpack(pack(mixed), 16)
    likeness = Likeness(vectors, np.arange(count), RAMP, Weights())
    # The second list is of other scores over the same candidates, as a change of mind makes it.
    for scores in (width * chance.random(count), np.round(width * chance.random(count), 1)):
        places = [pick.place for pick in diversify(scores, likeness, k)]
        assert places == every_one_compared(scores, vectors, k)
