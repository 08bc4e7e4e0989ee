"""A checkerboard: two sorts of people who never mix, and one content each has not kept yet."""

import pytest

from recommender.collective.learned import following_from, learned

EVEN = tuple(f"e{number}" for number in range(6))
ODD = tuple(f"o{number}" for number in range(6))
TITLES = {name: name for name in (*EVEN, *ODD)}
BOARD = [
    tuple(one for one in sort if one != sort[left]) for sort in (EVEN, ODD) for left in range(6)
]


@pytest.mark.parametrize("sort", [EVEN, ODD])
@pytest.mark.parametrize("left", range(6))
def test_the_one_withheld_from_a_person_is_what_follows_most(
    sort: tuple[str, ...], left: int
) -> None:
    kept = {one for one in sort if one != sort[left]}
    follows = following_from(kept, learned(BOARD, TITLES))
    assert max(follows, key=lambda name: follows[name]) == sort[left]
    assert all(0 < value < 1 for value in follows.values())
    assert not set(follows) & kept


def test_nothing_is_learned_of_four_people() -> None:
    assert learned(BOARD[:4], TITLES) == {}
    assert learned(BOARD[:5], TITLES) != {}


def test_whoever_leaves_lowers_what_they_said() -> None:
    pair = [("a", "b")] * 6 + [("c", "d")] * 6
    titles = {name: name for name in "abcd"}
    before = learned(pair, titles)["a"]["b"]
    after = learned(pair[1:], titles)["a"]["b"]
    assert 0 < after < before
    assert "a" not in learned(pair[6:], titles)


def test_weights_lead_from_content_to_content_and_name_nobody() -> None:
    weights = learned(BOARD, TITLES)
    assert set(weights) <= set(TITLES)
    assert all(set(row) <= set(TITLES) for row in weights.values())


def test_a_content_that_is_gone_says_nothing_any_more() -> None:
    weights = learned(BOARD, {name: name for name in ODD})
    assert not set(EVEN) & set(weights)


def test_who_kept_nothing_is_followed_by_nothing() -> None:
    assert following_from((), learned(BOARD, TITLES)) == {}
