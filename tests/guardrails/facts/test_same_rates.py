"""A rate told by another time is the same rate, and no other."""

import pytest

from tests.guardrails.facts.working_out import unknown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The measure saves five kilos of paper a month.", "60 kg of paper a year, gone."),
        ("The site uses 30 litres of oil a week.", "The site uses 1,560 litres of oil a year."),
        ("The plan costs 36 euros a year.", "The plan costs 3 euros a month."),
        ("La mesure économise cinq kilos de papier par mois.", "60 kg de papier par an."),
        ("Le site boit 30 litres d'huile par semaine.", "1 560 litres d'huile par an, le site."),
        ("La formule coûte 36 euros par an.", "La formule coûte 3 euros par mois."),
        ("L'atelier fait 21 ponts par mois.", "L'atelier fait 252 ponts par an."),
    ],
)
def test_a_rate_by_another_time_is_told(source: str, text: str) -> None:
    assert unknown(text, source) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The measure saves five kilos of paper a month.", "50 kg of paper a year, gone."),
        ("The measure saves five kilos of paper a month.", "60 kg of meat a year."),
        ("We answer 120 calls per day.", "We answer 600 calls per month."),
        ("La mesure économise cinq kilos de papier par mois.", "60 kg de papier par semaine."),
        ("La formule coûte 36 euros par an.", "La formule coûte 12 euros par mois."),
    ],
)
def test_another_rate_is_found(source: str, text: str) -> None:
    assert unknown(text, source) != []
