"""A figure worked out from two that were given passes where it is true and can be checked."""

import pytest

from tests.guardrails.facts.working_out import seconds_for, unknown

FR = (
    "Les ateliers ont reçu 7 350 outils. Parmi eux, 5 145 ont été remis en état. Les rebuts sont "
    "passés de 31 % à 19 %. 240 de ses 310 conducteurs ont suivi le stage. Douze jeux étaient en "
    "lice. Sur 106 critères, 91 sont conformes, contre 58 l'an dernier."
)
EN = (
    "The library has passed 2,310 loans. The steamer was borrowed 690 times. Callers waited 3 "
    "minutes and 10 seconds, compared with 6 minutes and 20 seconds in the spring. Scrap fell from "
    "31% to 19%. We received 9,600 claims. Sixty colleagues helped. One month later, 6,400 claims "
    "had been paid. Twelve pictograms were shown, three failed. 46 developers tried it, one "
    "week in two. All was published. Bugs fell. Nine participants felt cut off."
)


_DAYS_FR = "Le délai est passé de 40 à 28 jours et les accidents sont rares."
_BEDS = "Le site a reçu 1 200 visiteurs et vendu 300 sandwichs."
_FIRM = "L'entreprise forme 40 apprentis. Il a 28 camions."
_YARD = "We have 40 apprentices and 28 lorries."
_RATES = "Of staff, 40% cycle. In the shop, 28% of sales are online. Absence fell."
_HOUSES = "The village has 900 houses. 300 people came."
_MAISONS = "Le village a 900 maisons. 300 personnes sont venues."
UNTIED = [
    (_BEDS, "25 % de nos 1 200 visiteurs sont venus à vélo."),
    (_FIRM, "40 apprentis chez nous, 28 camions sur la route, et 12 collègues de plus cette année"),
    (_YARD, "40 apprentices and 28 lorries: 68 jobs created in total."),
    (_YARD, "40 apprentices and 28 lorries, 12 more."),
    (_DAYS_FR, "Le délai est passé de 40 à 28 jours : les accidents ont baissé de 30 %."),
    (_DAYS_FR, "De 40 à 28 jours. Les accidents ont baissé de 30 %."),
    (_RATES, "At 40% and 28%, our two rates differ; absence fell 12 points."),
    (_HOUSES, "A third of the villagers came."),
    (_HOUSES, "One in three residents came."),
    (_MAISONS, "33 % des habitants sont venus."),
    (FR, "70 % des clients remis en état"),
]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FR, "7 350 outils, 7 sur 10 remis en état"),
        (FR, "Sept outils sur dix remis en état"),  # the source calls them a part itself
        ("What do 19 reports say? Seven were caused by a change.", "seven of the 19 reports"),
        (FR, "70 % des outils remis en état"),
        (_DAYS_FR, "Le délai est passé de 40 à 28 jours : une baisse de 30 %."),
        (_DAYS_FR, "Le délai a baissé de 30 % : de 40 à 28 jours."),
        (FR, "De 31 % à 19 %, douze points de moins"),
        (FR, "plus des trois quarts des conducteurs (240 sur 310)"),
        (FR, "devant onze autres jeux"),
        (FR, "91 critères contre 58 : trente-trois de plus"),
        (EN, "Half of the wait: 6 min 20 in the spring, 3 min 10 now"),
        (EN, "From 31% to 19%. Twelve points!"),
        (EN, "Two thirds of the claims were paid (6,400)"),
        (EN, "Twelve pictograms, three failed: a quarter of the set"),
        (EN, "9 people out of 46 felt cut off"),
        (EN, "against eleven other pictograms"),
        ("We sold 88 lamps and 212 chairs.", "88 lamps and 212 chairs, 300 in all"),
        ("On a vendu 88 lampes et 212 chaises.", "88 lampes et 212 chaises, 300 en tout"),
        ("Scrap fell from 40 kg to 30 kg.", "40 kg to 30 kg, down by 25%"),
    ],
)
def test_what_follows_is_known(source: str, text: str) -> None:
    assert not unknown(text, source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        *UNTIED,
        # The source ties neither the two nor the deed: true or not, nobody can tell.
        (EN, "2,310 loans, 690 of them steamers, close to 30%"),
        (EN, "690 steamers among 2,310 loans: 1,620 more for the rest"),
        (FR, "7 350 outils, 8 sur 10 remis en état"),
        (FR, "De 31 % à 19 %, treize points de moins"),
        (FR, "De 31 % à 19 %, 12 % de moins"),  # points are no percent
        (FR, "treize points de moins"),
        (FR, "douze points de moins"),  # nothing shows of what
        (FR, "devant douze autres jeux en deux, devant dix autres jeux"),
        (FR, "91 critères contre 58 : trente-quatre de plus"),
        (FR, "91 critères contre 58 : trente-trois courriels"),
        (FR, "la moitié des conducteurs (240 sur 310)"),
        (EN, "2,310 loans, 690 of them steamers, 40%"),
        (EN, "Close to 30% of loans"),  # none of the two is shown
        (EN, "A third of the wait: 6 min 20 in the spring, 3 min 10 now"),
        (EN, "Three quarters of the claims were paid (6,400)"),
        (EN, "9 people out of 60 felt cut off"),
        (EN, "690 steamers among 2,310 loans: 1,621 more for the rest"),
        ("We sold 88 lamps and 212 chairs.", "88 lamps and 212 chairs, 310 in all"),
        ("We sold 88 lamps and 212 chairs.", "88 lamps and 212 chairs, 300 tables"),
        ("Scrap fell from 40 kg to 30 kg.", "40 kg to 30 kg, down by 30%"),
    ],
)
def test_what_does_not_is_not(source: str, text: str) -> None:
    assert unknown(text, source)


def test_a_table_is_read_in_no_time() -> None:
    flood = " ".join(f"{number} lamps, {number + 7} chairs." for number in range(300, 900))
    assert seconds_for(" ".join(f"{number}% of lamps" for number in range(100)), flood) < 4
