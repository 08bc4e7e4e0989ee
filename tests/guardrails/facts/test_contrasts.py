"""A figure of the day told of the night; what is told of its own side, or of both, passes."""

import time

import pytest

from domain.misuses import Misuse
from guardrails.facts.contrasts import of_the_other_side
from guardrails.facts.misuses import Facts

FR = (
    "La moitié du bois part entre 22 h et 5 h, quand 18 personnes sont présentes, contre 240 le"
    " jour. En été, 12 vannes sont ouvertes ; 31 en hiver. 46 agents tournent le jour et la nuit."
)
EN = "At night 18 people are there, against 240 by day. 12 valves are open in summer, 31 in winter."


def found(text: str, given: str) -> list[str]:
    return [text[one.start : one.end] for one in of_the_other_side(text, (given,))]


@pytest.mark.parametrize(
    ("given", "text", "figure"),
    [
        (FR, "240 personnes travaillent la nuit à Lorient.", "240"),
        (FR, "240 people work at night.", "240"),
        (FR, "31 vannes sont ouvertes en été.", "31"),
        (EN, "By day there are 18 people.", "18"),
        (EN, "31 valves are open in summer.", "31"),
        ("40 livraisons le jour et 15 la nuit.", "40 livraisons la nuit.", "40"),
        ("40 deliveries by day and 15 by night.", "Only 15 by day.", "15"),
    ],
)
def test_a_figure_of_the_other_side_is_found(given: str, text: str, figure: str) -> None:
    assert found(text, given) == [figure]
    assert Misuse.MOVED in {one.misuse for one in Facts().misuses(text, (given,))}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (FR, "240 personnes travaillent le jour, 18 la nuit."),
        (FR, "Le jour, 240 personnes, et la nuit une poignée."),
        (FR, "La nuit, c’est 18 au lieu de 240."),
        (FR, "46 agents tournent la nuit."),
        (FR, "46 agents tournent le jour."),
        (FR, "240 personnes par jour."),
        (FR, "18 personnes la nuit."),
        (EN, "18 people are there at night."),
        (EN, "In winter, 31 valves."),
        ("De 6 h 15 le matin, 20 h 30 le soir.", "6 h 15 le matin et 20 h 30 le soir."),
        ("240 personnes.", "240 personnes la nuit."),
        ("40 livraisons le jour et 15 la nuit.", "15 la nuit, et 40 le jour."),
        ("It lights 60 during the day and keeps 20 for the night.", "20 burn at night."),
        ("60 by day and by night 20.", "By night 20, by day 60."),
    ],
)
def test_a_figure_of_its_own_side_of_both_or_of_none_passes(given: str, text: str) -> None:
    assert not found(text, given)


@pytest.mark.parametrize("flood", ["12 la nuit ", "12, ", "le jour contre ", "la nuit, 12. "])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    began = time.thread_time()
    list(of_the_other_side(flood * 4_000, (FR, flood * 4_000)))
    assert time.thread_time() - began < 2
