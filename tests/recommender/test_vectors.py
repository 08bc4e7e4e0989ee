import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from recommender.vectors import best, pack, unpack


@settings(deadline=None)
@given(arrays(np.float32, st.tuples(st.integers(0, 5), st.just(4)), elements=st.floats(width=32)))
def test_what_is_packed_has_unit_length_or_is_zero(matrix: np.ndarray) -> None:
    with np.errstate(all="ignore"):
        packed = pack(matrix)
    lengths = np.linalg.norm(unpack(packed, 4), axis=1)
    assert all(length == 0 or length == pytest.approx(1, abs=1e-3) for length in lengths)


def test_vectors_survive_the_journey() -> None:
    matrix = np.array([[3.0, 4.0], [0.0, 0.0]], dtype=np.float32)
    assert unpack(pack(matrix), 2) == pytest.approx(np.array([[0.6, 0.8], [0.0, 0.0]]))


@pytest.mark.parametrize(
    "broken", [b"", b"\0" * 7, b"\0" * 12, np.array([np.inf, 1], "<f4").tobytes()]
)
def test_what_cannot_be_compared_becomes_zeros(broken: bytes) -> None:
    assert not unpack([broken], 2).any()


values = st.lists(st.integers(-3, 3), max_size=12)


@settings(deadline=None)
@given(values, st.integers(0, 15))
def test_the_best_are_those_of_a_stable_sort(numbers: list[int], k: int) -> None:
    expected = sorted(range(len(numbers)), key=lambda place: -numbers[place])[:k]
    assert best(np.array(numbers, dtype=np.float64), k).tolist() == expected


def test_the_smallest_integer_is_the_worst_of_all() -> None:
    numbers = np.array([np.iinfo(np.int64).min, 0, np.iinfo(np.int64).max])
    assert best(numbers, 3).tolist() == [2, 1, 0]
