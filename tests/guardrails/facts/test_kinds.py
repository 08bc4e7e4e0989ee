"""A figure counts what it counted: of a few kinds that nobody takes for one another."""

import time

import pytest

from guardrails.facts.moved import moved

FR = "La journée a réuni 90 enfants et leurs parents, 24 fournisseurs et 310 salariés."
EN = "The day gathered 90 kids with their parents, 24 suppliers and 310 employees."


@pytest.mark.parametrize("source", [FR, EN])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("90 parents sont venus.", ["90"]),
        ("Ninety parents came.", ["Ninety"]),
        ("24 clients dans l'atelier", ["24"]),
        ("310 customers", ["310"]),
        ("90 kids, 90 enfants, quatre-vingt-dix élèves, 90 jeunes", []),
        ("90 personnes, 90 people, 90 participants, 90 visages, 90 girls", []),
        ("310 collègues, 310 colleagues, 310 volunteers", []),
        ("310 femmes", []),  # nothing tells that they are none
        ("12 parents", []),  # a figure from nowhere is another matter
    ],
)
def test_another_kind_is_found_in_both_languages(source: str, text: str, found: list[str]) -> None:
    if source == FR and "parents" in text and found:
        source = source.replace(" et leurs parents", "")
    places = [text[one.start : one.end] for one in moved(text, [source])]
    assert [one.partition(" ")[0] for one in places] == found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("90 enfants et parents ont couru.", "90 parents ont couru."),
        ("90 kids, 90 parents.", "90 parents"),
        ("90 places pour 90 enfants", "90 places"),
        ("12 boutiques", "12 entreprises"),
        ("40 infirmières", "40 salariés"),
        ("90 students who had volunteered planted it", "90 volunteers planted it"),
        ("90 bénévoles, tous étudiants, l'ont plantée", "90 étudiants l'ont plantée"),
        ("40 people, all nurses", "40 nurses"),
        ("140 élèves ont planté 90 arbres, tous apprentis", "140 apprentis ont planté 90 arbres"),
        ("140 pupils planted 90 trees, all apprentices", "140 apprentices planted 90 trees"),
    ],
)
def test_what_may_be_either_is_let_be(source: str, text: str) -> None:
    assert list(moved(text, [source])) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("90 students who did not volunteer", "90 volunteers"),
        ("90 students planted it, and volunteers brought soup", "90 volunteers"),
        ("90 étudiants, tous guidés par des bénévoles", "90 bénévoles"),
    ],
)
def test_who_stands_beside_them_is_none_of_them(source: str, text: str) -> None:
    assert len(list(moved(text, [source]))) == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [("12 écoles", "12 hospitals"), ("40 femmes", "40 men"), ("300 lorries", "300 voitures")],
)
def test_places_and_things_have_kinds_too(source: str, text: str) -> None:
    assert len(list(moved(text, [source]))) == 1


def test_a_flood_of_figures_is_compared_once() -> None:
    begun = time.process_time()
    assert len(list(moved("90 parents " * 1_700, ["90 enfants " * 1_700]))) == 1_700
    assert time.process_time() - begun < 2
