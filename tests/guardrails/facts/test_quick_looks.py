"""What is looked for only where it can begin is found as if it were tried at every place."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from domain.segmentation import sentence_bounds
from guardrails.facts import (
    actors,
    authorities,
    changes,
    contrasts,
    equated,
    evidence,
    fractions,
    levels,
    links,
    months,
    moved,
    numerals,
    passives,
    results,
)
from guardrails.facts.digits import digit_runs, is_in, matches_at, starts_of
from guardrails.facts.passage import Passage
from guardrails.reading import fold

_PIECES = (
    "un", "deux", "vingt-deux", "cent", "ninety", "a.com", "b.co.uk", "-x.fr", ".io", ".com", "1",
    "12", "3,5", "x4", "-", " ", "\n", "\n\n", "é", "œ", "_", "B2B", "covid-19", "ab-", "12kg",
    "abcdefghijklmnop12", "12ab3", "٣", "½", "²", ".", "!", "…", "»", ")", "M.", "\u00a0", "a",
    "@", "#mot", "#", "[lien]", "www.a.fr", "http://x.y/z", "\u200b", "e\u0301", "- ", "lundi",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join) | st.text(max_size=60)
# Beyond, one engine takes "ı" for "i" and the other does not.
_LETTERS = st.characters(codec="latin-1")
_IN_WORDS = (
    "un", "une", "deux", "trois quarts", "tiers", "quart", "d'un", "de", "du", "la moitié",
    "half", "the first", "of the", "by half", "halved", "two", "thirds", "a", "third", "of",
    "one quarter", "by a", "fifths", "a doublé", "ont", "triplé", "doubled", "tripled", "down",
    "moitié", "our", "en", "m'a", "presque", "plus que", "double", "quadruple", ".", "d'heure",
    "neuf-huitièmes", "-",
)  # fmt: skip
_FIGURES = ("1", "12", "340", " ", "\u202f", ".", ",", "000", "ateliers", "an", "x", "_", "\n")
_WHO_AND_WHEN = (
    "maire", "école", "ÉCOLES", "équipe", "quipe", "salariée", "salarié", "e", "employee", "kids",
    "médecin", "hôpital", "union", "s", "es", "le jour", "jours", "la nuit", "by day", "a", "2",
    "en été", "l'hiver", "each evening", "_", "-", "?", "’", " ", ".", "\n", "é", "contre",
)  # fmt: skip
_COUNTED = re.compile(
    r"(?<![\w.,])(\d+(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?)[ \u00a0\u202f]([^\W\d_]{4,})"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'»”’)\]]*(?:\s+»)?(?=\s|$)|\n+")
_WRAPPED = re.compile(r"(?<!\n)\n(?!\n|[ \t]*(?:[-*•>#]|\d+[.)/:]))")


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@given(_TEXTS)
@example("vingt-deux a-un _dix œdix")
def test_a_number_in_words_is_tried_where_one_begins(text: str) -> None:
    bare = fold(text, accents=False).text
    starts = starts_of(numerals.A_WORD, bare)
    found = [match.span() for match in matches_at(numerals.SPELLED, bare, starts)]
    assert found == spans(numerals.SPELLED, bare)


@given(_TEXTS)
@example("a.com.fr-x.com b.co.uk .com.com")
def test_a_domain_is_tried_where_one_begins(text: str) -> None:
    bare = fold(text, accents=False).text
    found = [match.span() for match in matches_at(links.DOMAIN, bare, links.hosts(bare))]
    assert found == spans(links.DOMAIN, bare)


@given(_TEXTS)
@example("abcdefghijklm12 ab-12 -12ab3 _ab1")
def test_a_code_is_tried_where_one_begins(text: str) -> None:
    passage = Passage(text, fold(text, accents=False))
    starts = evidence.code_starts(passage)
    found = [match.span() for match in matches_at(evidence.CODE, passage.text, starts)]
    assert found == spans(evidence.CODE, passage.text)


@given(_TEXTS | st.lists(st.sampled_from(_IN_WORDS), max_size=12).map(" ".join))
@example("deux tiers-un quart d'un tiers, la moitié de moitié half halved œhalf a-double")
def test_a_part_in_words_is_tried_where_one_begins(text: str) -> None:
    bare = fold(text, accents=False).text
    for pattern, begins in (
        (fractions.PART, fractions.A_PART),
        (fractions.MULTIPLE, fractions.A_MULTIPLE),
    ):
        found = [match.span() for match in matches_at(pattern, bare, starts_of(begins, bare))]
        assert found == spans(pattern, bare)


@given(_TEXTS | st.lists(st.sampled_from(_IN_WORDS), max_size=12).map(" ".join))
@example("_deux_ œdeux deux2 lundi2 lundis_ quarts")
def test_what_none_of_its_words_tells_is_not_told(text: str) -> None:
    passage = Passage.of(text)
    for words, pattern in (
        (numerals.NUMBER_WORDS, numerals.SPELLED),
        (fractions.PART_WORDS, fractions.PART),
        (fractions.MULTIPLE_WORDS, fractions.MULTIPLE),
    ):
        assert passage.may_hold(words) or not spans(pattern, passage.text)


@given(_TEXTS)
def test_words_are_those_a_pattern_finds(text: str) -> None:
    folded = fold(text, accents=False)
    assert folded.tokens == re.findall(r"[a-z0-9]+", folded.text)
    assert folded.words == re.findall(r"[^\W_]+", folded.text)
    passage = Passage.of(text)
    words = re.findall(r"\w+", passage.text)
    assert evidence.evidence([passage]).words == f" {' '.join(['|', *words])} "
    assert digit_runs(folded.text) == [start for start, _ in spans(re.compile(r"\d+"), folded.text)]


@given(_TEXTS)
def test_every_place_of_a_text_is_told_with_or_without_odd_characters(text: str) -> None:
    folded = fold(text, accents=False)
    places = list(zip(folded.starts, folded.ends, strict=True))
    assert len(places) == len(folded.text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert not folded.odd or len(fold(f"{text}a", accents=False).starts) == len(folded.starts) + 1


@given(_TEXTS)
def test_sentences_and_wrapped_lines_end_where_they_always_did(text: str) -> None:
    ends = {end for _, end in spans(_SENTENCE_END, text)} | {len(text)}
    for start, end in sentence_bounds(text):
        assert text[start:end].strip() == text[start:end]
        assert any(end <= one and not text[end:one].strip() for one in ends)
    bare = fold(text, accents=False).text
    assert Passage.of(text).text == _WRAPPED.sub(" ", bare)


@pytest.mark.parametrize("flood", [".com", "a.com.", "-.fr", "ab-12", "deux-", "a.a", "@#"])
def test_what_begins_nowhere_is_not_looked_for_again_and_again(flood: str) -> None:
    text = flood * (20_000 // len(flood))
    tried = [*links.hosts(text), *evidence.code_starts(Passage.of(text))]
    assert len(tried) <= len(text)
    assert [*links.unstated(text)] == sorted(links.unstated(text)) or "@" in flood


@pytest.mark.parametrize("said", [said for said, _ in results.EFFECTS], ids=str)
@given(data=st.data())
def test_an_effect_is_looked_for_where_its_words_are(
    said: re.Pattern[str], data: DataObject
) -> None:
    assert results.may_tell(data.draw(st.from_regex(said, alphabet=_LETTERS)))


@settings(deadline=None)
@given(st.from_regex(authorities.CITED, alphabet=_LETTERS))
def test_a_citation_is_looked_for_where_its_words_are(text: str) -> None:
    assert is_in(authorities.MAY_CITE, text)


@settings(deadline=None)
@given(st.from_regex(months.DATED, alphabet=_LETTERS | st.sampled_from("\u00a0\u202f")))
def test_a_dated_month_is_looked_for_where_its_words_are(text: str) -> None:
    assert is_in(months.MAY_DATE, text)


@given(st.lists(st.sampled_from(_WHO_AND_WHEN), max_size=15).map("".join))
@example("salarié’employee école-école")
def test_somebody_who_acts_is_tried_where_one_begins(text: str) -> None:
    found = matches_at(actors.ACTOR, text, starts_of(actors.AN_ACTOR, text))
    assert [match.span() for match in found] == spans(actors.ACTOR, text)


@given(st.lists(st.sampled_from(_WHO_AND_WHEN), max_size=15).map("".join))
def test_a_side_is_looked_for_where_one_stands(text: str) -> None:
    bare = fold(text, accents=False)
    is_there = any(words.search(bare.text) for _, words in contrasts.SIDES)
    assert not contrasts.TIMES_OF_DAY.isdisjoint(bare.once) or not is_there


@settings(deadline=None)
@given(
    st.from_regex(equated.EQUAL, fullmatch=True, alphabet=_LETTERS)
    | st.from_regex(equated.BY, fullmatch=True, alphabet=_LETTERS),
    st.sampled_from(["12", "€ 3", "us$ 12", "une", "deux", "half", "moitie", "a third", "tripled"]),
)
def test_two_figures_made_one_are_looked_for_where_a_word_says_so(said: str, other: str) -> None:
    assert is_in(equated.MAY_EQUAL, f"4{said} {other}")


@given(_TEXTS | st.lists(st.sampled_from(_FIGURES), max_size=9).map("".join))
def test_a_figure_of_things_is_tried_where_one_begins(text: str) -> None:
    assert spans(moved.COUNTED, text) == spans(_COUNTED, text)


@pytest.mark.parametrize(
    "text",
    [
        "12 au lieu de 40",
        "12, AU LIEU D’ENVIRON 40",
        "12 instead of 40",
        "12 rather than 40",
        "12 contre 40",
        "12 against 40",
        "12 UP FROM 9",
        "9 down from 12",
        "12 plutôt qu’environ 40",
        "passé\u00a0de 40 à 12",
        "RÉDUITE\nde 40 à 12",
        "ramené\u202f de 40 à 12",
        "tombée de 40 à 12",
        "descendues de 40 à 12",
        "baisse de 40 à 12",
        "grimpant de 12 à 40",
        "montée de 12 à 40",
        "went from 40 to 12",
        "goes\x85from 40 to 12",
        "Cut from 40 to 12",
        "brought\tfrom 40 to 12",
    ],
)
def test_a_change_is_looked_for_where_its_words_are(text: str) -> None:
    assert list(changes.changes(text))


@settings(deadline=None)
@given(st.from_regex(months.DAY, alphabet=_LETTERS | st.sampled_from("\u00a0\u202f")))
def test_a_day_of_a_month_is_looked_for_where_its_words_are(text: str) -> None:
    assert is_in(months.MAY_TELL_DAY, text)


@settings(deadline=None)
@given(
    st.from_regex(levels.LEVEL, fullmatch=True, alphabet=_LETTERS)
    | st.from_regex(levels.STEP, fullmatch=True, alphabet=_LETTERS)
)
def test_a_level_and_a_step_are_looked_for_where_their_words_are(text: str) -> None:
    assert is_in(levels.MAY_MOVE, text)


@settings(deadline=None)
@given(st.from_regex(passives.PASSIVE, alphabet=_LETTERS | st.just(" ")))
def test_a_passive_is_looked_for_where_its_words_are(text: str) -> None:
    assert is_in(passives.MAY_TELL, text)
