"""Bytes first, then the best in full: the answer is that of comparing everything."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.adapters.codes import Codes, Turn
from recommender.adapters.narrow import Narrow
from recommender.nearest import Compared, nearest_in
from recommender.vectors import Floats


def directions(count: int, dimension: int, seed: int, *, causes: int = 0) -> Floats:
    """Return unit vectors, that vary in few directions if asked, around one that all share."""
    chance = np.random.default_rng(seed)
    made = chance.normal(size=(count, dimension))
    if causes:
        made = 0.3 * made + chance.normal(size=(count, causes)) @ chance.normal(
            size=(causes, dimension)
        )
    made += 0.4
    unit: Floats = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
    return unit


@pytest.mark.parametrize("dimension", [100, 384])
@pytest.mark.parametrize("share", [1.0, 0.5, 0.02])
@pytest.mark.parametrize("causes", [0, 20])
def test_finds_exactly_what_comparing_everything_finds(
    dimension: int, share: float, causes: int
) -> None:
    matrix = directions(3000, dimension, seed=dimension, causes=causes)
    allowed = np.random.default_rng(3).random(len(matrix)) < share
    codes, compared = Codes.of(matrix), Compared(matrix)
    for asked in directions(6, dimension, seed=5, causes=causes):
        for k in (1, 10, 100):
            found = codes.nearest(asked, k, allowed)
            assert found.tolist() == compared.nearest(asked, k, allowed).tolist()


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), k=st.integers(1, 40), heavy=st.floats(0.0, 1e6))
def test_what_stands_out_changes_nothing(seed: int, k: int, heavy: float) -> None:
    matrix = directions(400, 32, seed)
    # One value of one row is out of all proportion, another row is nothing, two are the same.
    matrix[7, 3] += np.float32(heavy)
    matrix[11], matrix[13] = 0.0, matrix[17]
    allowed = np.random.default_rng(seed).random(400) < 0.8
    asked = matrix[seed % 400]
    found = matrix[Codes.of(matrix).nearest(asked, k, allowed)] @ asked
    compared = matrix[Compared(matrix).nearest(asked, k, allowed)] @ asked
    np.testing.assert_allclose(found, compared, rtol=1e-5, atol=1e-5)


def test_nothing_allowed_gives_nothing() -> None:
    matrix = directions(50, 16, seed=1)
    nobody = np.zeros(50, np.bool_)
    assert Codes.of(matrix).nearest(matrix[0], 5, nobody).size == 0
    assert Compared(matrix).nearest(matrix[0], 5, nobody).size == 0


@pytest.mark.parametrize("dimension", [1, 2, 7, 96, 512])
def test_a_turn_keeps_lengths_and_angles(dimension: int) -> None:
    rows = directions(30, dimension, seed=2)
    turned = Turn.of(dimension)(rows)
    np.testing.assert_allclose(turned @ turned.T, rows @ rows.T, atol=1e-5)


def test_only_a_large_catalogue_is_coded() -> None:
    assert isinstance(nearest_in(np.zeros((10, 4), np.float32)), Compared)
    many = directions(5000, 16, seed=4)
    assert isinstance(nearest_in(many), Codes)
    assert isinstance(nearest_in(many, exact_up_to=4000), Narrow)
