"""The prefilter never hides what a list of wordings would find; it may only save a search."""

import random
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.drafts import Draft
from domain.language import Language
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.prefilter import Prefilter
from guardrails.reading import Reading, fold_term
from guardrails.wordings import Wordings, apart, groups, is_optional

_FILLERS = ("avec", "the", "une", "vraiment", "new")


@cache
def _prefilter() -> Prefilter:
    return Guard.of(load_charter(), key=b"prefilter").prefilter


def _written(phrase: str, chance: random.Random) -> str:
    """Write one of the texts that a phrase stands for."""
    words = (_one_way(word, chance) for word in apart(phrase, " "))
    return " ".join(word for word in words if word)


def _one_way(word: str, chance: random.Random) -> str:
    if word == "*":
        return chance.choice(_FILLERS)
    if word == "...":
        return " ".join(chance.choices(_FILLERS, k=chance.randint(0, 5)))
    pieces, at = [], 0
    for start, end in groups(word):
        way = chance.choice(apart(word[start + 1 : end - 1], "|"))
        pieces += [word[at:start], _written(way, chance) if way.strip() else ""]
        at = end
    return "".join([*pieces, word[at:]]).replace("*", chance.choice(("", "s", "ment", "ing")))


def _cases() -> Iterator[tuple[Wordings, int, str]]:
    """Yield each phrase's list, its number in there, and a text that it stands for."""
    chance = random.Random(20261128)  # noqa: S311 - a repeatable choice of examples
    for wordings in _prefilter().lists:
        for number, phrase in enumerate(wordings.fr + wordings.en):
            yield wordings, number, _written(fold_term(phrase), chance)


def test_no_phrase_of_the_default_charter_is_hidden() -> None:
    found = tried = 0
    for wordings, number, text in _cases():
        tried += 1
        phrase = (wordings.fr + wordings.en)[number]
        if Wordings(fr=(phrase,)).occur_in(text):
            found += 1
            assert _prefilter().possible(text)[id(wordings)] >> number & 1, (phrase, text)
    assert found > 0.9 * tried


def test_what_a_phrase_stands_for_is_found_with_it_as_without() -> None:
    chance = random.Random(2)  # noqa: S311 - a repeatable choice of examples
    written = [text for _, _, text in _cases()]
    for wordings, _, text in chance.sample(list(_cases()), 400):
        draft = Draft(f"{text}. {chance.choice(written)} {chance.choice(written)}", Language.FRENCH)
        alone, filtered = Reading(draft).bare, Reading(draft, _prefilter().possible).bare
        assert list(wordings.occurrences(alone)) == list(wordings.occurrences(filtered))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_the_same_with_and_without_it(text: str) -> None:
    draft = Draft(text, Language.FRENCH)
    alone, filtered = Reading(draft).bare, Reading(draft, _prefilter().possible).bare
    for wordings in _prefilter().lists[:20]:
        assert list(wordings.occurrences(alone)) == list(wordings.occurrences(filtered))


def test_an_ordinary_post_is_searched_for_few_lists() -> None:
    post = "Le guide de la maintenance est en ligne, il tient en huit pages et se lit vite."
    possible = _prefilter().possible(post).values()
    assert sum(map(bool, possible)) < 0.3 * len(_prefilter().lists)
    assert sum(map(int.bit_count, possible)) < 0.02 * sum(1 for _ in _cases())


@pytest.mark.parametrize(
    ("phrase", "text", "is_absent"),
    [
        ("numero un", "le premier du marche", True),
        ("numero un", "le numero un", False),
        ("vaccin*", "la vaccination", False),
        ("vaccin*", "la vacance", True),
        ("(tres |)bon marche", "un bon marche", False),
        ("l'(un|autre)", "c'est l'autre", False),
        ("*ment vite", "rien du tout", True),
        ("*ment vite", "lentement vite", False),
        ("zero … emission", "zero ou presque, emission", False),
    ],
)
def test_a_list_is_absent_where_a_word_it_needs_is(
    phrase: str, text: str, *, is_absent: bool
) -> None:
    wordings = Wordings(fr=(phrase,))
    assert (not Prefilter.of([wordings]).possible(text)[id(wordings)]) is is_absent


def test_a_prefilter_without_lists_hides_nothing() -> None:
    assert Prefilter.nothing().possible("un texte") == {}


def test_words_of_a_text_are_not_kept_without_bound() -> None:
    prefilter = Prefilter.of([Wordings(fr=("numero un",))])
    for number in range(40_000):
        prefilter.possible(f"mot{number}")
    assert len(prefilter.bits) <= 32_768


def test_the_notation_of_optional_words_is_shared_with_the_wordings() -> None:
    assert is_optional("(all|)")
    assert not is_optional("(all|every)")
