"""A quotation that is cut says so, and whoever checks it still finds it in its source."""

from dataclasses import replace

import pytest

from benchmarks.drafts.facts import ungrounded
from benchmarks.drafts.reading import Read
from domain.drafts import Draft, Grounding
from domain.language import Language
from domain.placeholders import placeholder_bounds
from domain.segmentation import sentence_bounds
from guardrails.grounding_map import ground
from guardrails.platform_rules import length_on
from personalizer.citing import Citation, cited
from personalizer.offline.fields import citing_fields
from personalizer.offline.material import gathered
from tests.guardrails.checks.test_grounding import untraced
from tests.guardrails.test_grounding_map import circumstances
from tests.personalizer.articles import allocated, article, colleagues
from tests.personalizer.test_citing import EN, FR, only

_MOST = 12
_CASES = [
    (
        FR,
        "Le relevé sert à comparer les équipes de l’atelier, parce que nul n’y est noté.",
        "«\u00a0Le relevé sert à comparer les équipes de l’atelier […]\u00a0»",
    ),
    (
        EN,
        "The record can help to compare the crews of the plant, because names are not written.",
        "“The record can help to compare the crews of the plant […]”",
    ),
]


def quoted(citation: Citation, language: Language) -> set[str]:
    """Return a citation as it stands in a draft, alone and within a sentence."""
    (asked,) = allocated(article(language), colleagues(1), language)
    fields = citing_fields(citation, gathered(asked, length_on))
    return {fields[name].text for name in ("quote", "cited")}


def cut(sentence: str, language: Language) -> Citation:
    citation = cited(only(sentence), language, most_words=_MOST)
    assert citation is not None
    return citation


@pytest.mark.parametrize(("language", "sentence", "expected"), _CASES)
def test_what_is_cut_ends_in_its_mark_and_no_full_stop(
    language: Language, sentence: str, expected: str
) -> None:
    citation = cut(sentence, language)
    assert quoted(citation, language) == {expected}
    whole = quoted(replace(citation, is_cut=False), language)
    assert not any("[" in one for one in whole)
    assert any("." in one for one in whole)


@pytest.mark.parametrize(("language", "sentence", "expected"), _CASES)
def test_what_is_cut_is_exact_for_the_charter_and_for_the_second_detectors(
    language: Language, sentence: str, expected: str
) -> None:
    assert untraced(expected, sentence) == []
    assert ungrounded(expected, [sentence]) == []
    word = expected.split()[-2] if language is EN else "l’atelier"
    false = expected.replace(word, "moon")
    assert untraced(false, sentence) == [false]
    assert ungrounded(false, [sentence]) == [Read(false).quotations[0]]


@pytest.mark.parametrize(("language", "sentence", "expected"), _CASES)
def test_what_is_cut_points_to_its_sentence_and_leaves_nothing_to_fill(
    language: Language, sentence: str, expected: str
) -> None:
    source = f"{sentence} {'Le hall ferme.' if language is FR else 'The hall closes.'}"
    text = f"{expected} {'Bonne lecture.' if language is FR else 'Good reading.'}"
    first, second = ground(Draft(text, language), circumstances(source))
    assert first.status is Grounding.SOURCE
    assert first.source is not None
    assert source[first.source.start : first.source.end] == sentence
    assert second.source is None
    assert [*placeholder_bounds(text)] == []
    assert len([*sentence_bounds(text)]) == len([first, second])


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            FR,
            "La moitié des pannes vient de cartes usées dans le hall ; un quart, de câbles usés.",
            "La moitié des pannes vient de cartes usées dans le hall",
        ),
        (
            EN,
            "The record can help to compare the crews of the plant; some, because it is easy.",
            "The record can help to compare the crews of the plant",
        ),
    ],
)
def test_no_cut_leaves_a_beginning_without_a_verb_behind_a_semicolon(
    language: Language, sentence: str, expected: str
) -> None:
    for most in (_MOST, _MOST + 1, _MOST + 2):
        citation = cited(only(sentence), language, most_words=most)
        assert citation is not None
        assert citation.words == (expected if citation.is_cut else sentence)
