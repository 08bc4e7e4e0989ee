"""A change told the wrong way round, and one of another thing with the same figures."""

import pytest

from guardrails.facts.swapped import swapped
from tests.growing import Work, is_in_step

DELAY_FR = "Le délai est passé de 40 à 12 minutes. Nos sites : 12 en 2019, 40 aujourd’hui."
DELAY_EN = "The delay fell from 40 to 12 minutes. Our sites: 12 in 2019, 40 today."


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (DELAY_FR, "Sites : passés de 12 à 40."),
        (DELAY_FR, "Nos sites sont passés de 12 à 40."),
        (DELAY_FR, "Nous sommes passés de 12 à 40 usines."),
        (DELAY_FR, "Nos sites grandissent. On est passé de 12 à 40."),
        (DELAY_FR, "40 sites au lieu de 12."),
        (DELAY_EN, "Sites: up from 12 to 40."),
        (DELAY_EN, "We went from 12 to 40 plants."),
        (DELAY_EN, "We have 40 sites instead of 12."),
        (
            "Le réglage est passé de 40 à 12 minutes. Livraison : 12 minutes en 2019, 40 depuis.",
            "Le délai de livraison est passé de 12 à 40 minutes.",
        ),
        (
            "Délai de livraison passé de 40 à 12 jours. Délai de paiement : 12 jours, puis 40.",
            "Le délai de paiement est passé de 12 à 40 jours.",
        ),
        (
            "Le délai est passé de 3 à 2 jours. Deux équipes hier, trois équipes aujourd’hui.",
            "Les équipes sont passées de 2 à 3.",
        ),
        (
            "The delay fell from 3 to 2 days. Two teams yesterday, three teams today.",
            "Our teams grew from 2 to 3.",
        ),
        (
            "Prices fell from 30 to 20 euros. Volumes: 20 tonnes before, 30 tonnes now.",
            "It is 30 tonnes instead of 20.",
        ),
        (
            "Le délai passe de 40 à 12 minutes. Avant : 12 sites. Désormais : 40 sites.",
            "Notre réseau : 40 sites contre 12.",
        ),
        (DELAY_FR, "Le délai est passé de 40 à 12 minutes."),
        (DELAY_EN, "It takes 12 minutes instead of 40."),
    ],
)
def test_a_change_of_another_thing_or_the_right_way_round_passes(given: str, text: str) -> None:
    assert list(swapped(text, (given,))) == []


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (DELAY_FR, "Le délai est passé de 12 à 40 minutes."),
        (DELAY_FR, "C’est 40 minutes au lieu de 12."),
        (DELAY_FR, "Un délai de 40 minutes au lieu de 12."),
        (DELAY_EN, "The delay grew from 12 to 40 minutes."),
        (DELAY_EN, "It takes 40 minutes instead of 12."),
        (DELAY_EN, "The delay: up from 12 to 40."),
        (
            "Stops fell from 18 to 9 a month. In March, 18 stops. In May, 9 stops.",
            "Stops went from 9 to 18.",
        ),
        (
            "Régler une presse prend 12 minutes au lieu de 40.",
            "Changer d’outil prend 40 minutes au lieu de 12.",
        ),
        (
            "Setting up a press takes 12 minutes instead of 40.",
            "A new tool needs 40 minutes instead of 12.",
        ),
        (
            "Le réglage prend 12 minutes au lieu de 40. Avant, 40 minutes. Ces 12 minutes durent.",
            "C’est 40 minutes au lieu de 12.",
        ),
        (
            "Le délai est passé de 40 à 12 minutes. Un délai de 12 minutes tient. 40 pages.",
            "Le délai est passé de 12 à 40 minutes.",
        ),
    ],
)
def test_the_change_that_was_given_is_found_the_wrong_way_round(given: str, text: str) -> None:
    assert len(list(swapped(text, (given,)))) == 1


@pytest.mark.parametrize(
    "source", ["Un délai passé de 40 à 12, ", "De 40 à {}, tombé de 40 à {}. "]
)
@pytest.mark.parametrize(
    "flood", ["Sites : passés de 12 à 40. ", "Monté de {} à 40. ", "12 ou 40 "]
)
def test_no_flood_of_changes_makes_time_grow_faster_than_the_text(flood: str, source: str) -> None:
    assert is_in_step(*(_looked_for(flood, source, times) for times in (200, 800)))


def _looked_for(flood: str, source: str, times: int) -> Work:
    text, given = (
        "".join(one.format(at, at) for at in range(10, times + 10)) for one in (flood, source)
    )
    return lambda _again: list(swapped(text, (given, "Les sites : 12, 40. " * times)))
