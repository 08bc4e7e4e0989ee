"""A telephone number of a national form ends at its own length, whatever figure is beside it."""

from collections.abc import Callable

import pytest

from guardrails.identifiers.phone import phone_numbers
from tests.growing import TIMES, is_in_step


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("appelez le 06 12 34 56 78 120 000 fois.", "06 12 34 56 78"),
        ("mardi 14 06 12 34 56 78", "06 12 34 56 78"),
        ("au 06 12 34 56 78 24 h sur 24", "06 12 34 56 78"),
        ("au 06 12 34 56 78. 120 personnes.", "06 12 34 56 78"),
        ("au +33 6 12 34 56 78 24 h sur 24", "+33 6 12 34 56 78"),
        ("au 06.12.34.56.78 45 % de remise", "06.12.34.56.78"),
        ("call 07700 900123 45 % off.", "07700 900123"),
        ("call 07700 900123 7 days a week", "07700 900123"),
        ("call +44 7700 900123 24/7", "+44 7700 900123"),
        ("room 12 07700 900123", "07700 900123"),
        ("call 07700 900123. 120 people came.", "07700 900123"),
        ("call 020 7946 0123 24 hours a day", "020 7946 0123"),
        ("call 415-555-2671 24/7", "415-555-2671"),
    ],
)
def test_a_figure_beside_it_is_none_of_its_own(text: str, number: str) -> None:
    assert [text[one.start : one.end] for one in phone_numbers(text)] == [number]


def test_two_in_a_row_are_two() -> None:
    text = "06 12 34 56 78 06 98 76 54 32"
    assert [text[one.start : one.end] for one in phone_numbers(text)] == [text[:14], text[15:]]


@pytest.mark.parametrize(
    "text",
    [
        "le 14 06 2026 a 12 34 56 78 euros",
        "reference 05-12-34-56-78-90-12",
        "120 000 fois, 45 % de remise",
        "from 1 200 300 to 4 500 600 units",
        "ref 12.06.12.34.56.78.90",
        "in 2026 07 700 people came",
    ],
)
def test_other_rows_of_figures_are_none(text: str) -> None:
    assert not list(phone_numbers(text))


@pytest.mark.parametrize(
    "flood", ["06 12 34 56 78 ", "06 12 34 ", "+44 7700 ", "07700 900123", "0 "]
)
def test_its_time_grows_in_step_with_the_text(flood: str) -> None:
    def read(times: int) -> Callable[[int], object]:
        return lambda again: list(phone_numbers(flood * times + " " * again))

    assert is_in_step(read(300), read(300 * TIMES))
