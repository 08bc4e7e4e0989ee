from pathlib import Path

import pytest

import guardrails.lexicon
from guardrails.lexicon import (
    is_given_name,
    is_known,
    is_role,
    looks_common,
    may_be_a_given_name,
    other_names,
    words_of,
)

FOLDER = Path(guardrails.lexicon.__file__).parent


@pytest.mark.parametrize(
    "word", ["maintenance", "equipe", "rendez-vous", "team", "feedback", "voila", "kickoff"]
)
def test_common_words_are_known(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", ["lyon", "keller", "claire", "paris", "orange", "microsoft"])
def test_names_are_not(word: str) -> None:
    assert not is_known(word)


@pytest.mark.parametrize("word", ["reinternaliser", "cartographiez", "implementons", "fieldwork"])
def test_words_of_no_list_may_look_common(word: str) -> None:
    assert looks_common(word)


@pytest.mark.parametrize("word", ["marseille", "vauquelin", "sheffield", "jean-marc", "clement"])
def test_names_do_not_look_common(word: str) -> None:
    assert not looks_common(word)


def test_given_names_are_told_from_words() -> None:
    assert is_given_name("claire")
    assert is_given_name("jean-marc")
    assert not is_given_name("usine")


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("qualiteindustrielle", ("qualite", "industrielle")),
        ("webdesign", ("web", "design")),
        ("maintenance", ("maintenance",)),
        ("usweb", ("us", "web")),
        ("mdupont", ()),
        ("", ()),
    ],
)
def test_words_run_together_are_taken_apart(letters: str, words: tuple[str, ...]) -> None:
    assert words_of(letters) == words


def test_a_place_is_known_by_both_names() -> None:
    assert "london" in other_names("londres")
    assert "etats unis" in other_names("united states")
    assert other_names("granville") == frozenset()


@pytest.mark.parametrize("name", ["known_words.txt", "given_names.txt", "spoken_words.txt"])
def test_lists_are_bare_one_word_a_line(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(line == line.strip().casefold() and " " not in line for line in lines)


@pytest.mark.parametrize("word", ["welder", "acheteuse", "falconer", "fauconniere", "intern"])
def test_people_are_called_by_what_they_do(word: str) -> None:
    assert is_role(word)


@pytest.mark.parametrize("word", ["printer", "capteur", "dossier", "guide", "partner", "lundi"])
def test_a_thing_is_no_role(word: str) -> None:
    assert not is_role(word)


@pytest.mark.parametrize("word", ["gareth", "yusuf", "rosalind", "berenice"])
def test_given_names_of_many_countries_are_known(word: str) -> None:
    assert may_be_a_given_name(word)


@pytest.mark.parametrize("word", ["virginia", "florence-sur-mer", "porsche", "merry", "roman"])
def test_a_place_a_brand_or_a_word_is_no_given_name(word: str) -> None:
    assert not may_be_a_given_name(word)
