"""A checkerboard: people of two sorts, each of which reads only its own half of the items."""

from collections.abc import Callable

import numpy as np
import pytest
from scipy import sparse

from recommender.collective.likeness import by_time, by_title
from recommender.collective.weights import Contents, ItemWeights

ITEMS, PEOPLE = 12, 60
Learn = Callable[[sparse.csr_matrix, Contents], ItemWeights]


def checkerboard() -> sparse.csr_matrix:
    draws = np.random.default_rng(3)
    board = np.zeros((PEOPLE, ITEMS))
    for person in range(PEOPLE):
        own = np.arange(person % 2, ITEMS, 2)
        board[person, draws.choice(own, 4, replace=False)] = 1
    return sparse.csr_matrix(board)


def nothing_known() -> Contents:
    return Contents(np.eye(ITEMS), np.eye(ITEMS))


@pytest.mark.parametrize("learn", [ItemWeights.private, ItemWeights.collective])
def test_each_sort_is_offered_its_own_half(
    learn: Callable[[sparse.csr_matrix, Contents], ItemWeights],
) -> None:
    board = checkerboard()
    weights = learn(board, nothing_known())
    scores = weights.scores(board)
    for person in range(PEOPLE):
        own = np.arange(person % 2, ITEMS, 2)
        others = np.arange(1 - person % 2, ITEMS, 2)
        unread = own[board[person].toarray()[0, own] == 0]
        assert scores[person, unread].min() > scores[person, others].max()


def test_the_published_weights_have_items_alone_and_none_of_itself() -> None:
    weights = ItemWeights.private(checkerboard(), nothing_known())
    assert weights.weights.shape == (ITEMS, ITEMS)
    assert not weights.weights.diagonal().any()


def test_the_default_learns_nothing_of_pairs_that_four_people_chose() -> None:
    few = sparse.csr_matrix(np.tile([1.0] * 2 + [0.0] * (ITEMS - 2), (4, 1)))
    silent = ItemWeights.private(few, nothing_known())
    told = ItemWeights.collective(few, nothing_known())
    assert silent.weights[0, 1] == 0 == silent.known.max()
    assert told.weights[0, 1] > 0


def test_an_item_nobody_chose_is_reached_by_its_title_and_not_without() -> None:
    titles = [f"word{place}" for place in range(ITEMS)]
    kept = checkerboard().toarray()
    kept[:, 11] = 0
    board = sparse.csr_matrix(kept)
    titles[11] = titles[1]
    weights = ItemWeights.private(board, Contents(by_title(titles), np.eye(ITEMS)))
    assert weights.weights[1, 11] > weights.weights[0, 11]
    blind = ItemWeights.private(board, nothing_known())
    assert blind.weights[1, 11] == blind.weights[0, 11]


def test_likeness_of_titles_and_days_is_known_by_construction() -> None:
    alike = by_title(["solar roof", "solar roof", "tax law", ""])
    assert alike[0, 1] == pytest.approx(1.0)
    assert alike[0, 2] == alike[0, 3] == alike[3, 3] == 0
    near = by_time(np.array([0.0, 0.0, 14.0, np.nan]))
    assert near[0, 1] == 1.0
    assert near[0, 2] == pytest.approx(1 / np.e)
    assert not near[3].any()
