from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Severity
from guardrails.checks.terms import Terms
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract


def terms(*written: str) -> Terms:
    return Terms(clause="CH-99", severity=Severity.BLOCK, terms=written)


CHECK = terms("rendement garanti", "guaranteed returns", "C++", "Café", "feuille-de-route")
QUIET = Circumstances(
    now=datetime(2026, 3, 11, tzinfo=UTC), organization=Organization(name="Ardemont")
)


class TestContract(RuleContract):
    fragments = ("Rendement  garanti", "C++", "feuille de route", "CAFÉ")

    def rule(self) -> Terms:
        return CHECK


def matched(text: str, check: Terms = CHECK) -> list[str]:
    """Return the pieces of a text a check objects to."""
    found = check.inspect(Reading(Draft(text, Language.FRENCH)), QUIET)
    return [text[one.span.start : one.span.end] for one in found if one.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un rendement garanti !", ["rendement garanti"]),
        ("RENDEMENT\n GARANTI", ["RENDEMENT\n GARANTI"]),
        ("rendement-garanti", ["rendement-garanti"]),
        ("rende\u200bment garanti", ["rende\u200bment garanti"]),
        ("I write C++, daily.", ["C++"]),
        ("un cafe, un CAFÉ", ["cafe", "CAFÉ"]),
        ("une feuille de route", ["feuille de route"]),
        ("unguaranteed returns", []),
        ("guaranteed returnsx", []),
        ("rendement non garanti", []),
        ("cafétéria", []),
        ("", []),
    ],
)
def test_finds_terms_as_whole_words(text: str, expected: list[str]) -> None:
    assert matched(text) == expected


@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_no_surrounding_text_hides_a_term(before: str, after: str) -> None:
    # A combining mark right behind a letter makes it another letter.
    text = f"{before} rendement garanti - {after}"
    assert "rendement garanti" in matched(text)


@pytest.mark.parametrize("blank", ["", " ", "\u200b"])
def test_a_blank_term_is_refused(blank: str) -> None:
    with pytest.raises(ValueError, match="blank"):
        terms("fine", blank)


def test_no_terms_match_nothing() -> None:
    assert matched("rien du tout", terms()) == []
