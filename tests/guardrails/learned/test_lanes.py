"""Rows in one integer come to the same as rows of numbers added up one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.learned.lanes import Lanes

NUMBERS = st.floats(-1_000, 1_000, allow_nan=False)
ROWS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=20)
THREE = Lanes.of(3)


@given(ROWS, st.floats(0, 1_000))
def test_a_sum_of_rows_multiplied_is_the_sum_of_each_column_multiplied(
    rows: list[tuple[float, ...]], factor: float
) -> None:
    total = sum(map(THREE.values, rows)) * THREE.factor(factor)
    expected = [sum(column) * factor for column in zip(*rows, strict=True)]
    assert THREE.numbers(total) == pytest.approx(expected, abs=1e-6)


@given(st.tuples(NUMBERS, NUMBERS, NUMBERS))
def test_numbers_come_back_as_they_were_given(row: tuple[float, ...]) -> None:
    assert THREE.numbers(THREE.products(row)) == pytest.approx(row, abs=1e-12)


@pytest.mark.parametrize("large", [1e9, -1e9, 2.0**14, -(2.0**15)])
def test_numbers_of_any_size_come_back(large: float) -> None:
    row = [-0.5, large, 0.25]
    assert THREE.numbers(THREE.products(row)) == row


@given(st.tuples(NUMBERS, NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS, NUMBERS))
def test_a_row_exceeds_its_limits_where_any_of_its_numbers_does(
    row: tuple[float, ...], limits: tuple[float, ...]
) -> None:
    products = THREE.products(row)
    above = [
        one > limit
        for one, limit in zip(
            THREE.numbers(products), THREE.numbers(THREE.products(limits)), strict=True
        )
    ]
    assert THREE.exceed(products, THREE.limits(limits)) is any(above)


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("other", [-1e9, 0.0])
def test_no_lane_hides_another(at: int, other: float) -> None:
    row = [other, other, other]
    row[at] = 0.25
    products = THREE.products(row)
    assert THREE.exceed(products, THREE.limits([0.2, 0.2, 0.2]))
    assert not THREE.exceed(products, THREE.limits([0.25, 0.25, 0.25]))
