"""Times of day that are said in words are those of the clock, and a range is none."""

import time
from fractions import Fraction

import pytest

from guardrails.facts.evidence import evidence, stated
from guardrails.facts.matching import states_moment
from guardrails.facts.passage import Passage
from guardrails.facts.spoken_clock import spoken_times


def read(text: str) -> list[tuple[int, bool]]:
    return [(one.minute, one.is_of_half_day) for one in spoken_times(Passage.of(text))]


@pytest.mark.parametrize(
    ("text", "minute", "is_of_half_day"),
    [
        ("Ten to three in the morning, that's when my round starts.", 170, False),
        ("The round starts at ten to three.", 170, True),
        ("We stop at half past six in the evening.", 1_110, False),
        ("A quarter to twelve, and nobody came.", 705, True),
        ("Twenty-five past one at night", 85, False),
        ("Ten past ten at night", 1_330, False),
        ("It was five to midnight.", 1_435, False),
        ("The doors open at nine o'clock.", 540, True),
        ("Ma tournée commence à trois heures moins dix du matin.", 170, False),
        ("On ferme à huit heures moins le quart du soir.", 1_185, False),
        ("Il est 6 heures moins vingt.", 340, True),
        ("À midi moins cinq, tout le monde a faim.", 715, False),
    ],
)
def test_a_time_is_read(text: str, minute: int, is_of_half_day: bool) -> None:  # noqa: FBT001 - a table
    assert read(text) == [(minute, is_of_half_day)]


@pytest.mark.parametrize(
    "text",
    [
        "From ten to twelve people came.",
        "We have five to ten openings.",
        "We won ten to three.",
        "Trois heures moins dix minutes de pause.",
        "Twenty people, to three of whom we spoke.",
        "The past five years",
        "Around the clock",
    ],
)
def test_a_range_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("source", "text", "is_told"),
    [
        ("It starts at 2.50 a.m.", "Ten to three in the morning.", True),
        ("It starts at 2.50 a.m.", "It starts at ten to three.", True),
        ("It starts at 2.50 a.m.", "Ten to three in the afternoon.", False),
        ("It starts at 2.50 a.m.", "It starts at ten past three.", False),
        ("Départ à 14 h 50.", "Départ à trois heures moins dix.", True),
        ("Départ à 14 h 50.", "Départ à trois heures moins dix du matin.", False),
        ("Départ à 14 h 50.", "Départ à trois heures moins vingt.", False),
        ("It starts at half past two.", "It starts at 2.30 p.m.", True),
    ],
)
def test_it_is_held_against_the_clock(source: str, text: str, is_told: bool) -> None:  # noqa: FBT001 - a table
    grounds = evidence([Passage.of(source)])
    (moment,) = [one for one in stated(Passage.of(text)).moments if one.minute is not None]
    assert states_moment(grounds, moment) is is_told


def test_a_flood_is_read_in_no_time() -> None:
    begun = time.thread_time()
    for piece in (
        "ten to three ",
        "trois heures moins ",
        "quarter to quarter past ",
        "a a a past ",
    ):
        read(piece * 5_000)
    assert time.thread_time() - begun < 5


def test_what_is_known_keeps_its_numbers() -> None:
    grounds = evidence([Passage.of("I start at nine o'clock.")])
    assert Fraction(9) in grounds.figures
