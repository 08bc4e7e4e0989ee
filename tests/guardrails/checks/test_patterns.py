from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Severity
from guardrails.checks.patterns import Patterns
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract


def patterns(*written: str) -> Patterns:
    return Patterns(clause="CH-99", severity=Severity.FIX, patterns=written)


CHECK = patterns(r"\bn ?[°º] ?1\b", r"(a+)+!", r"\bgarantie?s?\b")
QUIET = Circumstances(
    now=datetime(2026, 3, 11, tzinfo=UTC), organization=Organization(name="Ardemont")
)


class TestContract(RuleContract):
    fragments = ("n° 1", "garantis", "aaaa!")

    def rule(self) -> Patterns:
        return CHECK


def matched(text: str, check: Patterns = CHECK) -> list[str]:
    """Return the pieces of a text a check objects to."""
    found = check.inspect(Reading(Draft(text, Language.FRENCH)), QUIET)
    return [text[one.span.start : one.span.end] for one in found if one.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Résultat garanti !", ["garanti"]),
        ("GARANTIES ou pas", ["GARANTIES"]),
        ("ga\u200brantie", ["ga\u200brantie"]),
        ("le N°\u00a01", ["N°\u00a01"]),
        ("garantir, une garantisseuse", []),
        ("n° 12", []),
        ("", []),
    ],
)
def test_finds_matches_in_the_folded_text(text: str, expected: list[str]) -> None:
    assert matched(text) == expected


def test_accents_are_kept() -> None:
    assert matched("été, ete", patterns("été")) == ["été"]


def test_a_pattern_that_can_match_nothing_in_places_reports_only_what_it_holds() -> None:
    assert matched("ab", patterns("x*a")) == ["a"]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        (r"Projet X\d+", "Le projet X12 et le PROJET X7", ["projet X12", "PROJET X7"]),
        ("l’équipe secrète", "L'équipe secrète, l’Équipe secrète", 2),
        ("Équipe", "équipe, Équipe, equipe", ["équipe", "Équipe"]),
        (r"«\s*Aurore", "le projet « Aurore », l'aurore", ["« Aurore"]),
        (r"bien–être", "le bien-être, le bien–être", ["bien-être", "bien–être"]),
        (r"\bNDA\b\D", "sous nda. Agenda", ["nda."]),
        (r"[àé]\S+", "Été", ["Été"]),
        (r"\d[/–-]\d", "3–4, 3/4, 3-4", ["3–4", "3/4", "3-4"]),
        (r"projet[ –-]x", "projet-x, projet – x", ["projet-x"]),
        (r"\[A-Z\]", "[a-z]", ["[a-z]"]),
        (r"[A-Za-z]{2}\d", "ref ab1 et CD2", ["ab1", "CD2"]),
    ],
)
def test_capitals_and_typographic_signs_are_read_as_in_texts(
    written: str, text: str, expected: list[str] | int
) -> None:
    found = matched(text, patterns(written))
    assert found == expected if isinstance(expected, list) else len(found) == expected


@pytest.mark.parametrize("written", ["[A-Z]{3}", r"\p{Lu}{4}", r"\pLu", "[[:upper:]]+", "(?-i)X"])
def test_a_class_of_capitals_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="asks for capitals"):
        patterns(written)


@pytest.mark.parametrize("written", [r"(?=a)b", r"(a)\1", r"(?<!x)y", "(", "["])
def test_what_cannot_run_in_linear_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="RE2"):
        patterns(written)


@pytest.mark.parametrize("written", ["", "a*", "(b|)"])
def test_what_matches_an_empty_text_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="empty text"):
        patterns(written)


def test_an_endless_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than"):
        patterns("a" * 1_001)


def test_a_nested_quantifier_takes_linear_time() -> None:
    assert matched("a" * 20_000, patterns("(a+)+!")) == []


def test_a_finding_names_the_clause_and_its_weight() -> None:
    (finding,) = CHECK.inspect(Reading(Draft("garanti", Language.ENGLISH)), QUIET)
    assert (finding.rule, finding.check, finding.severity) == ("CH-99", "patterns", Severity.FIX)
