"""What follows from two figures that the text shows, or sets one against the other."""

import pytest

from tests.guardrails.facts.working_out import seconds_for, unknown

WAIT = "L’attente atteint 1 h 52, pour 35 minutes de déchargement."
PAID = "Le délai est passé de 52 à 38 jours. 94 % des factures sont payées, contre 79 % auparavant."
TYRES = "We checked the pressure of 320 trailers; 97 were under-inflated. Drivers: 28."
ROUND = "The daily distance has gone from 1,430 to 1,180 kilometres. Staff: 12."
FILED = "212 issues were filed and 140 closed in June."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (WAIT, "1h52 d’attente, 35 min de travail : l’attente est 3 fois plus longue"),
        (PAID, "38 jours, contre 52 avant. Deux semaines pile."),
        (PAID, "38 jours, contre 52, soit 14 jours."),
        (PAID, "94 % des factures réglées, quinze points de mieux."),
        (TYRES, "320 trailers and 97 were soft, thats 3 in 10."),
        (FILED, "212 issues, 140 closed. About 2 in 3."),
        (ROUND, "1,180 km a day, down from 1,430. That’s 250 I don’t drive"),
        (ROUND, "1,180 km a day, down from 1,430: 250 less."),
        ("540 conseillers sont formés.", "formé avec 539 collègues"),
        ("540 advisers were trained.", "trained with 539 colleagues"),
        ("34 apprentices joined.", "I’m one of the 34 apprentices"),
        ("61% have been returned.", "three in five sent home"),
        ("1,120 times out of 410,000 calls.", "Fewer than three calls in a thousand"),
        ("Sur les 2 400 clients interrogés.", "plus de deux mille clients"),
        ("The average loss was 1,320 euros.", "over a thousand euros"),
        ("In June we published. In five months, 212.", "Public in June. 5 months, 212."),
    ],
)
def test_what_a_reader_can_check_is_known(source: str, text: str) -> None:
    assert not unknown(text, source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (WAIT, "1h52 d’attente, 35 min de travail : l’attente est 4 fois plus longue"),
        (WAIT, "L’attente est 12 fois plus longue"),  # shows neither
        (PAID, "38 jours, contre 52 avant. Trois semaines pile."),
        (PAID, "38 jours en moyenne. Quatorze litiges."),
        (PAID, "38 jours, contre 52, soit 14 personnes de moins à appeler, et 12 conducteurs."),
        (PAID, "94 % des factures réglées, et l’absence a perdu quinze points."),
        (PAID, "Quinze points de mieux."),  # shows nothing
        (TYRES, "320 trailers and 97 were soft, thats 4 in 10."),
        (TYRES, "320 trailers and 28 drivers, thats 1 in 11."),
        (TYRES, "320 trailers and 97 were soft, 3 in 10 drivers quit."),
        (FILED, "212 issues, 140 closed. About 9 in 10."),
        (ROUND, "1,180 km a day, down from 1,430. That’s 250 people less"),
        (ROUND, "1,180 km a day and 12 of us. That’s 250."),
        ("540 conseillers sont formés.", "formé avec 530 collègues"),
        ("540 tickets were sold.", "sold with 539 colleagues"),
        ("34 apprentices joined.", "I’m one of the 35 apprentices"),
        ("66% have been returned.", "three in five sent home"),
        ("24% have been returned.", "a quarter of them sent home"),
        ("1,120 times out of 410,000 calls.", "Fewer than two calls in a thousand"),
        ("Sur les 2 900 clients interrogés.", "plus de deux mille clients"),
    ],
)
def test_what_does_not_follow_is_not(source: str, text: str) -> None:
    assert unknown(text, source)


def test_a_flood_of_shown_figures_is_read_in_no_time() -> None:
    flood = "1,180 km, down from 1,430. That’s 250, with 12 colleagues, 3 times more. " * 300
    assert seconds_for(flood, ROUND + flood) < 6
