"""The prefilter never hides what a list of wordings would find; it may only save a search."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.drafts import Draft
from domain.language import Language
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.needs import may_stand, needs
from guardrails.notation import apart, groups, is_optional
from guardrails.prefilter import Prefilter
from guardrails.reading import Reading, fold, fold_term
from guardrails.wordings import Wordings

_FILLERS = ("avec", "the", "une", "vraiment", "new")


@cache
def _prefilter() -> Prefilter:
    return Guard.of(load_charter(), key=b"prefilter").prefilter


def _possible(text: str) -> Mapping[int, Sequence[str]]:
    return _prefilter().possible(fold(text, accents=False).tokens)


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
            assert phrase in _possible(text)[id(wordings)], (phrase, text)
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
    possible = _possible(post).values()
    assert sum(map(bool, possible)) < 0.3 * len(_prefilter().lists)
    assert sum(map(len, possible)) < 0.02 * sum(1 for _ in _cases())


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
    assert (
        not Prefilter.of([wordings]).possible(fold(text, accents=False).tokens)[id(wordings)]
    ) is is_absent


def test_a_prefilter_without_lists_hides_nothing() -> None:
    assert Prefilter.nothing().possible(["un", "texte"]) == {}


def test_words_of_a_text_are_not_kept_without_bound() -> None:
    prefilter = Prefilter.of([Wordings(fr=("numero un",))])
    for number in range(40_000):
        prefilter.possible([f"mot{number}"])
    assert len(prefilter.tables.bits) <= 32_768


def test_the_notation_of_optional_words_is_shared_with_the_wordings() -> None:
    assert is_optional("(all|)")
    assert not is_optional("(all|every)")


def test_no_phrase_of_the_default_charter_lacks_what_it_needs_where_it_stands() -> None:
    chance = random.Random(5)  # noqa: S311 - a repeatable choice of examples
    written = [text for _, _, text in _cases()]
    stands = 0
    for wordings, number, text in _cases():
        phrase = (wordings.fr + wordings.en)[number]
        bare = fold(f"{chance.choice(written)} {text}, {chance.choice(written)}", accents=False)
        if Wordings(fr=(phrase,)).occur_in(bare.text):
            stands += 1
            assert may_stand(phrase, bare.marks), (phrase, bare.text)
    assert stands > 2_000


@pytest.mark.parametrize(
    ("phrase", "text", "may"),
    [
        ("tout le monde doit", "tout le monde dort, il doit", False),
        ("tout le monde doit", "tout le\nmonde-doit", True),
        ("je suis (tres|si|) fier* de", "je suis grand, tres fier de", True),
        ("je suis (tres|si|) fiers de", "je suis tres fiers de", True),
        ("je suis (tres|si|) fiers de", "je suis fiers de", True),
        ("je suis (tres|si|) fiers de", "je suis pas fiers de", False),
        ("we( are|'re) hiring", "we are soon hiring", False),
        ("we( are|'re) hiring", "we're hiring", True),
        ("l'(un|autre) cas", "l'autre cas", True),
        ("l'(un|autre) cas", "l'autre grand cas", False),
        ("j'ai … peur", "j'ai eu si peur", True),
        ("les * ateliers", "les grands ateliers", True),
        ("fier* de", "fier·e de", True),
        ("c* la", "cœur la", True),
        ("(a|b ...|c)d e", "b x y d e", True),
        ("a # b", "a # b", True),
        ("(lock * up|deport*) them", "lock all up them", True),
        ("(lock * up|deport*) them", "a lock", False),
        ("(n'ai (pas |)|sans )recours", "n'ai pasrecours", True),
        ("(n'ai (pas |)|sans )recours", "sans recours", True),
        ("(n'ai p(as |)|sans )recours", "n'ai pas recours", True),
    ],
)
def test_a_phrase_may_stand_where_its_words_are_neighbours(
    phrase: str, text: str, *, may: bool
) -> None:
    assert may_stand(phrase, fold(text, accents=False).marks) is may


@settings(deadline=None)
@given(st.data())
def test_a_phrase_of_any_notation_has_what_it_needs_where_it_stands(data: st.DataObject) -> None:
    letters = st.sampled_from(("a", "b", "ab", "a*", "*b", "*", "…", "œ", "l'a", "a-b", "#", "1"))
    groups_of = st.recursive(
        letters,
        lambda inner: st.lists(inner, min_size=1, max_size=3).map(
            lambda ways: f"({' |'.join(ways)}|)" if len(ways) > 1 else f"(b {ways[0]} |)b"
        ),
        max_leaves=6,
    )
    phrase = " ".join(data.draw(st.lists(groups_of, min_size=1, max_size=4)))
    text = " ".join(data.draw(st.lists(letters, min_size=1, max_size=12))).replace("*", "c")
    try:
        wordings = Wordings(fr=(phrase,))
    except ValueError:
        return
    bare = fold(text, accents=False)
    if wordings.occur_in(bare.text):
        assert may_stand(phrase, bare.marks), (phrase, bare.text)
        assert Prefilter.of([wordings]).possible(bare.tokens)[id(wordings)]


def test_a_way_that_can_be_written_in_too_many_ways_hides_no_other() -> None:
    many = "|".join(f"mot{number}" for number in range(300))
    phrase = f"(court|long ({many})) chemin"
    wordings = Wordings(fr=(phrase,))
    for text in ("un court chemin", "un long mot7 chemin"):
        bare = fold(text, accents=False)
        assert Prefilter.of([wordings]).possible(bare.tokens)[id(wordings)]
        assert may_stand(phrase, bare.marks)


def test_a_prepared_guard_compiles_nothing_for_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Wordings(fr=("jamais zébré ainsi",), en=("never striped like that",))
    guard = replace(Guard.of(load_charter(), key=b"prepared"), prefilter=Prefilter.of([own]))
    assert {*guard.preparation()} == {own}

    def refuse(pattern: str) -> NoReturn:
        raise AssertionError(pattern)

    monkeypatch.setattr("guardrails.wordings.matcher", refuse)
    monkeypatch.setattr("guardrails.wordings.compiled", refuse)
    draft = Draft("C'est jamais zébré ainsi, never striped like that.", Language.FRENCH)
    assert own.occur_in(Reading(draft).bare.text)
    assert next(own.occurrences(Reading(draft, guard.prefilter.possible).bare), None)


def test_what_each_phrase_needs_is_worked_out_by_the_preparation_alone() -> None:
    own = Wordings(fr=("encore plus zébré que jamais",), en=())
    prefilter = Prefilter.of([own])
    before = needs.cache_info().misses
    prefilter.possible(["zebre"])
    assert needs.cache_info().misses == before
    prefilter.prepare()
    assert needs.cache_info().misses == before + 1
