from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.facts.numerals import numbers


def read(text: str) -> list[tuple[set[float], str]]:
    return [(set(map(float, one.values)), text[one.start : one.end]) for one in numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero", 0),
        ("dix", 10),
        ("dix-sept", 17),
        ("vingt et un", 21),
        ("vingt-trois", 23),
        ("soixante-dix", 70),
        ("soixante et onze", 71),
        ("soixante-dix-neuf", 79),
        ("quatre-vingts", 80),
        ("quatre-vingt-un", 81),
        ("quatre-vingt-dix-sept", 97),
        ("nonante-deux", 92),
        ("cent", 100),
        ("deux cent vingt-trois", 223),
        ("mille", 1_000),
        ("trois mille cinq cents", 3_500),
        ("twenty-three", 23),
        ("ninety nine", 99),
        ("one hundred and five", 105),
        ("twelve thousand", 12_000),
        ("1 000", 1_000),
        ("1'000", 1_000),
        ("39 000 000", 39_000_000),
        ("1,234.5", 1_234.5),
        ("1.234,5", 1_234.5),
        ("0,5", 0.5),
        ("12.75", 12.75),
    ],
)
def test_a_number_is_read_from_digits_and_words(text: str, value: float) -> None:
    assert read(text) == [({value}, text)]


def test_a_separator_before_three_digits_may_group_or_divide() -> None:
    assert read("1,000") == [({1.0, 1000.0}, "1,000")]
    assert read("3.125") == [({3.125, 3125.0}, "3.125")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("entre dix et vingt", [10, 20]),
        ("de trois ou quatre", [3, 4]),
        ("trois quatre", []),
        ("version 1.2.3", []),
        ("12 mars 2026 100 sites", [12, 2026, 100]),
        ("a320 et v2", []),
        ("dixit", []),
        ("un, deux", [1, 2]),
        ("9" * 30, []),
    ],
)
def test_what_is_several_numbers_or_none_is_read_so(text: str, values: list[int]) -> None:
    assert sorted(max(found) for found, _ in read(text)) == sorted(values)


@given(number=st.integers(0, 10**12))
def test_digits_mean_the_same_grouped_or_not(number: int) -> None:
    for written in (f"{number}", f"{number:,}".replace(",", " ")):
        assert any(Fraction(number) in one.values for one in numbers(written))


@given(text=st.text(alphabet="0123456789., 'deuxcnt-ig", max_size=60))
def test_numbers_stand_inside_the_text(text: str) -> None:
    for one in numbers(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.values
