"""What many checks of facts read in the same way: a number in figures, where a sentence ends."""

import re
import time

import pytest

from guardrails.facts.digits import NUMBER, WHOLE_NUMBER
from guardrails.facts.passage import SENTENCE_BREAK, SENTENCE_END, STOP

LONG_INPUTS = ("1 234" * 40_000, "1.234," * 40_000, "12" * 80_000, "." * 200_000, " . \t" * 40_000)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("36 hours and 50", ["36", "50"]),
        ("1 234 567 euros, 1,234.5", ["1 234 567", "1,234.5"]),
        ("2,5 %, then 12.5", ["2,5", "12.5"]),
        ("12 3456", ["12", "3456"]),
        ("A4, v2, x_3", []),
    ],
)
def test_a_number_is_read_with_its_groups_and_decimals(text: str, found: list[str]) -> None:
    assert re.findall(NUMBER, text) == found
    assert WHOLE_NUMBER.findall(text) == found


def test_a_whole_number_goes_on_in_no_letter() -> None:
    assert re.findall(NUMBER, "36h and 3.5k") == ["36", "3.5"]
    assert not WHOLE_NUMBER.search("36h")


def test_a_sentence_ends_before_white_space_and_with_the_text() -> None:
    text = "Il pleut. It rains at 3.5 km; so\nwhat?"
    assert [text[at.start()] for at in SENTENCE_END.finditer(text)] == [".", "\n", "?"]
    assert [text[at.start()] for at in SENTENCE_BREAK.finditer(text)] == [".", "\n"]
    assert [text[at.start()] for at in STOP.finditer(text)] == [".", ";", "\n"]


@pytest.mark.parametrize("text", LONG_INPUTS)
def test_each_reads_a_long_text_at_once(text: str) -> None:
    started = time.perf_counter()
    for pattern in (re.compile(NUMBER), WHOLE_NUMBER, SENTENCE_END, SENTENCE_BREAK, STOP):
        assert sum(1 for _ in pattern.finditer(text)) <= len(text)
    assert time.perf_counter() - started < 2
