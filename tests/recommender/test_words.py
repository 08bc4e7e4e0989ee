import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.language import Language
from recommender.words import Stems, compounds_of, fold, is_stop, words_of

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’été, c’est demain !", ["L", "été", "c", "est", "demain"]),
        ("C++ et C# à 10 %", ["C++", "et", "C#", "à", "10"]),
        ("#IA snake_case e-mail", ["IA", "snake", "case", "e", "mail"]),
        ("", []),
        ("… — 🎉 \ud800", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_decomposed_accent_does_not_cut_a_word() -> None:
    assert words_of(unicodedata.normalize("NFD", "cybersécurité")) == ["cybersécurité"]


@pytest.mark.parametrize(
    ("text", "compounds"),
    [
        ("La cyber-sécurité, vis-à-vis du reste", ["cybersécurité", "visàvis"]),
        ("work\u2011life and on\u2010site", ["worklife", "onsite"]),
        ("un - deux, -trois quatre- --", []),
        ("sans trait", []),
    ],
)
def test_compounds_are_also_one_word(text: str, compounds: list[str]) -> None:
    assert compounds_of(text) == compounds


def test_a_megabyte_without_spaces_is_read_in_a_moment() -> None:
    started = time.process_time()
    for text in ("a" * 10**6 + "-", "a-" * 500_000, "-" * 10**6):
        words_of(text)
        compounds_of(text)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("word", "folded"), [("ÉTÉ", "ete"), ("Œuvre", "oeuvre"), ("Straße", "strasse"), ("IT", "it")]
)
def test_folding_leaves_neither_case_nor_accents(word: str, folded: str) -> None:
    assert fold(word) == folded


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (FR, "cybersécurité", "CYBERSECURITE"),
        (FR, "recrutement", "recruter"),
        (FR, "métiers", "Métier"),
        (EN, "hiring", "hires"),
        (EN, "Companies", "company"),
    ],
)
def test_forms_of_one_word_have_one_key(language: Language, one: str, other: str) -> None:
    stems = Stems(language)
    assert stems[one] == stems[other]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (FR, "données", "donner"),
        (FR, "marché", "machine"),
        (EN, "universe", "unit"),
        (EN, "C++", "C"),
    ],
)
def test_other_words_have_other_keys(language: Language, one: str, other: str) -> None:
    stems = Stems(language)
    assert stems[one] != stems[other]


def test_stop_words_are_marked_with_their_language() -> None:
    assert Stems(FR)["nous"] == "fr:nous"
    assert is_stop(Stems(EN)["The"])
    assert not is_stop(Stems(FR)["the"])
    assert Stems(FR).content(words_of("Nous recrutons pour la nuit")) == ("recruton", "nuit")


@pytest.mark.parametrize("acronym", ["IT", "AI", "US"])
def test_two_capitals_are_never_a_stop_word(acronym: str) -> None:
    assert not is_stop(Stems(EN)[acronym])
    assert Stems(EN)[acronym] == Stems(FR)[acronym]
    assert is_stop(Stems(EN)[acronym.lower()]) == (acronym != "AI")
