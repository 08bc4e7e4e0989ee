"""Counts that changed places, in figures, in words and across languages; true ones pass."""

import pytest

from guardrails.facts.recounted import recounted

FR = (
    "Samedi, vingt-deux collègues ont réparé 87 vélos d'habitants. Depuis juin, 130 batteries"
    " alimentent les pompes de quinze maraîchers. Le protocole compte douze pages. L'atelier forme"
    " 40 apprentis dans 18 ateliers ; 64 avis, et 31 en plus."
)
EN = (
    "On Saturday, twenty-two colleagues repaired 87 bikes. Since June, 130 batteries have fed the"
    " pumps of fifteen farmers. The protocol has twelve pages. We train 40 apprentices in 18"
    " workshops; 64 opinions, and 31 more."
)


def found(text: str, source: str) -> list[str]:
    return [text[one.start : one.end] for one in recounted(text, (source,))]


@pytest.mark.parametrize("source", [FR, EN])
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("87 collègues ont réparé vingt-deux vélos.", ["87 collègues", "vingt-deux vélos"]),
        ("87 collègues ont réparé 22 vélos.", ["87 collègues", "22 vélos"]),
        ("Quatre-vingt-sept collègues étaient là.", ["Quatre-vingt-sept collègues"]),
        ("87 bénévoles sont venus.", ["87 bénévoles"]),
        ("Quinze batteries pour 130 maraîchers.", ["Quinze batteries", "130 maraîchers"]),
        ("Nous avons 18 apprentis.", ["18 apprentis"]),
        ("Un protocole utilisé dans douze pays.", ["douze pays"]),
        ("87 colleagues repaired 22 bikes.", ["87 colleagues", "22 bikes"]),
        ("87 colleagues repaired twenty-two bikes.", ["87 colleagues", "twenty-two bikes"]),
        ("Eighty-seven volunteers came.", ["Eighty-seven volunteers"]),
        ("15 batteries for 130 farmers.", ["15 batteries", "130 farmers"]),
        ("We train eighteen apprentices.", ["eighteen apprentices"]),
        ("A protocol used in twelve countries.", ["twelve countries"]),
    ],
)
def test_a_number_of_another_thing_is_found(source: str, text: str, wrong: list[str]) -> None:
    assert found(text, source) == wrong


@pytest.mark.parametrize("source", [FR, EN])
@pytest.mark.parametrize(
    "text",
    [
        "Vingt-deux collègues ont réparé 87 vélos.",
        "87 vélos réparés à 22 bénévoles.",
        "22 personnes, 87 bicyclettes.",
        "22 salariés un samedi.",
        "130 batteries, quinze agriculteurs.",
        "Douze pages, et pas une de trop.",
        "Douze feuilles, un protocole.",
        "87 réparations en un jour.",
        "22 vélos de plus que l'an dernier.",
        "31 apprentis en 2026.",
        "87 collègues de vélos en fête.",
        "22 colleagues repaired 87 bikes.",
        "87 bikes, 22 volunteers.",
        "Twenty-two people, 87 bicycles.",
        "130 batteries for 15 growers.",
        "Twelve pages, not one too many.",
        "87 repairs in a day.",
        "22 bikes more than last year.",
        "About 87 colleagues of ours.",
        "In 2026 colleagues met.",
    ],
)
def test_what_was_counted_so_or_may_be_passes(source: str, text: str) -> None:
    assert found(text, source) == []


def test_what_notes_count_may_be_told() -> None:
    assert not [*recounted("J'ai réparé 22 vélos.", (FR, "j'ai réparé 22 vélos"))]
