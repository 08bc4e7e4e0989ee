"""Amounts and multiples without a number, as a machine makes them up."""

from dataclasses import replace

import pytest

from domain.review import Source
from tests.guardrails.shipped import circumstances, found

FRENCH = "Le dépôt compte 26 vélos cargos. Les tournées font 18 km."
ENGLISH = "The depot has 26 cargo bikes. Rounds are 18 km long."
INVENTED = [
    ("Une centaine de vélos à Vannes.", "A hundred bikes in Vannes."),
    ("Des centaines de vélos.", "Hundreds of bikes."),
    ("Des milliers de colis par semaine.", "Thousands of parcels a week."),
    ("Une douzaine de vélos.", "A dozen bikes."),
    ("Deux fois plus de vélos qu'avant.", "Twice as many bikes as before."),
    ("Trois fois moins de bruit.", "Three times less noise."),
    ("Moitié moins de pannes.", "Half as many breakdowns."),
    ("Le double de vélos.", "Double the number of bikes."),
    ("Un vélo sur trois est rouge.", "Every third bike is red."),
]


def at(text: str, language: str, source: str, share: float | None) -> list[str]:
    around = replace(circumstances(), source=Source(source), draft_share=share)
    return found("CH-21", text, language, around)


@pytest.mark.parametrize(("french", "english"), INVENTED)
def test_a_machine_makes_up_no_amount(french: str, english: str) -> None:
    assert at(french, "fr", FRENCH, 1.0), french
    assert at(english, "en", ENGLISH, 1.0), english


@pytest.mark.parametrize(("french", "english"), INVENTED)
def test_what_the_source_says_in_words_may_be_said(french: str, english: str) -> None:
    assert at(french, "fr", f"{FRENCH} {french}", 1.0) == []
    assert at(english, "en", f"{ENGLISH} {english}", 1.0) == []


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Des centaines de vélos.", "Le dépôt compte 340 vélos."),
        ("en", "Hundreds of bikes.", "The depot has 340 bikes."),
        ("fr", "Une douzaine de vélos.", "Le dépôt compte 12 vélos."),
        ("en", "A dozen bikes.", "The depot has 12 bikes."),
        ("fr", "Une centaine de vélos.", "Le dépôt compte 104 vélos."),
        ("fr", "Une vingtaine de vélos.", "Le dépôt compte 22 vélos."),
        ("en", "Thousands of parcels.", "The depot sorted 18,400 parcels."),
        ("fr", "Des milliers de colis.", "Le dépôt a trié 18 400 colis."),
        ("fr", "Deux fois plus de vélos.", "Le dépôt passe de 13 à 26 vélos."),
        ("en", "Twice as many bikes.", "The depot went from 13 to 26 bikes."),
        ("fr", "Trois fois plus de vélos.", "Le nombre de vélos a triplé."),
        ("en", "Three times more bikes.", "The number of bikes tripled."),
        ("en", "Every third bike is red.", "One bike in three is red."),
        ("fr", "Des dizaines de colis.", "Dozens of parcels, every day."),
        ("en", "Dozens of parcels.", "Des dizaines de colis, chaque jour."),
        ("fr", "Mille mercis, des milliers de mercis.", FRENCH),
        ("en", "Thousands of thanks.", ENGLISH),
        ("en", "A newsletter every other week.", ENGLISH),
        ("en", "Every other idea failed. Ask every other colleague.", ENGLISH),
        ("en", "Every other team said no.", ENGLISH),
        ("fr", "Des dizaines de milliers de personnes.", "Il y a eu 32 000 visiteurs."),
        ("fr", "Des centaines de milliers de personnes.", "Il y a eu 320 000 personnes."),
        ("en", "We sort tens of thousands of parcels.", "The depot sorted 32,000 parcels."),
        ("en", "Hundreds of thousands of parcels.", "The depot sorted 320,000 parcels."),
        ("en", "We sort tens of thousands of parcels.", "Des dizaines de milliers de colis."),
        ("en", "Hundreds of euros.", "The budget is 320 euros."),
        ("en", "Hundreds of people came.", "320 visitors came."),
        ("fr", "On le répète deux fois, trois fois s'il le faut.", FRENCH),
        ("en", "We say it twice, three times if need be.", ENGLISH),
    ],
)
def test_a_figure_that_makes_it_true_and_a_manner_of_speaking_pass(
    language: str, text: str, source: str
) -> None:
    assert at(text, language, source, 1.0) == []


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Deux fois plus de visiteurs.", "Il y a 12 écoles et 24 camions."),
        ("en", "Twice as many visitors.", "There are 12 schools and 24 lorries."),
        ("fr", "Deux fois plus de visiteurs.", "Le dépôt passe de 13 à 26 vélos."),
        ("en", "Twice as many visitors.", "The depot went from 13 to 26 bikes."),
        ("fr", "Des centaines de personnes.", "Le budget est de 320 euros."),
        ("en", "Hundreds of people came.", "The budget is 320 euros."),
        ("en", "Hundreds of people came.", "The depot has 320 bikes."),
        ("fr", "Des dizaines de milliers de personnes.", "Il y a eu 3 200 visiteurs."),
        ("fr", "Des centaines de milliers de personnes.", "Il y a eu 32 000 visiteurs."),
        ("en", "We sort tens of thousands of parcels.", "The depot sorted 320 parcels."),
    ],
)
def test_a_figure_of_something_else_makes_nothing_true(
    language: str, text: str, source: str
) -> None:
    assert at(text, language, source, 1.0)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_person_may_call_many_hundreds(language: str) -> None:
    texts = {"fr": "Des centaines de vélos ce matin.", "en": "Hundreds of bikes this morning."}
    source = {"fr": FRENCH, "en": ENGLISH}[language]
    assert at(texts[language], language, source, None) == []
