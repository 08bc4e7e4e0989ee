"""People counted as those opposite them; whoever is called otherwise passes."""

import time

import pytest

from domain.misuses import Misuse
from guardrails.facts.misuses import Facts
from guardrails.facts.opposed import made_their_opposites

FR = (
    "La crèche accueille 90 enfants. Les parents et la ville se partagent le reste. L’hôpital"
    " soigne 300 patients ; 42 infirmières s’en chargent. Le site compte 120 salariés."
)
EN = "The nursery takes 90 kids. Parents share the rest. The ward has 42 nurses for 300 patients."


def found(text: str, given: str) -> list[str]:
    return [text[one.start : one.end] for one in made_their_opposites(text, (given,))]


@pytest.mark.parametrize(
    ("given", "text", "words"),
    [
        (FR, "90 parents comptent sur elle.", "90 parents"),
        (FR, "Elle réunit 90 mères.", "90 mères"),
        (FR, "300 infirmiers y passent.", "300 infirmiers"),
        (FR, "120 clients y viennent.", "120 clients"),
        (EN, "90 parents rely on it.", "90 parents"),
        (EN, "42 patients are looked after.", "42 patients"),
        (EN, "90 parents comptent sur elle.", "90 parents"),
    ],
)
def test_people_opposite_those_given_are_found(given: str, text: str, words: str) -> None:
    assert found(text, given) == [words]
    assert Misuse.MOVED in {one.misuse for one in Facts().misuses(text, (given,))}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (FR, "90 enfants, et leurs parents."),
        (FR, "90 élèves, 90 bambins, 90 petits, 90 familles, 90 places."),
        (FR, "Les parents de 90 enfants comptent sur elle."),
        (FR, "120 collègues, 120 employés, 120 personnes."),
        (FR, "91 parents comptent sur elle."),
        (EN, "90 children, 90 toddlers and 90 pupils."),
        ("90 enfants et parents sont venus.", "90 parents sont venus."),
        ("90 enfants et 90 parents sont venus.", "90 parents sont venus."),
        ("12 femmes et 12 hommes.", "12 hommes."),
        ("Le club compte 90 inscrits.", "90 parents comptent sur lui."),
    ],
)
def test_who_is_called_otherwise_or_given_passes(given: str, text: str) -> None:
    assert not found(text, given)


@pytest.mark.parametrize("flood", ["90 enfants ", "90 parents, ", "9 9 9 ", "90 enfants et "])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    began = time.thread_time()
    list(made_their_opposites(flood * 4_000, (FR, flood * 4_000)))
    assert time.thread_time() - began < 2
