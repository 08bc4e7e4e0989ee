import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest

from domain.drafts import Draft, Grounding
from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Outcome, Severity, Source, Span
from guardrails.charter import CharterFile, parse_charter
from guardrails.checks.base import BOTH_LANGUAGES, Rule
from guardrails.checks.near_duplicates import NearDuplicates
from guardrails.guard import Enforced, Guard
from guardrails.reading import Reading

SECRET = "le texte secret du brouillon"
NOW = datetime(2026, 3, 11, tzinfo=UTC)
ARDEMONT = Organization(name="Ardemont")
CHARTER = """
id: a-small-charter
version: "1"
title: {fr: Petite charte, en: Small charter}
company: {name: Ardemont}
clauses:
  - id: CH-06
    name: {fr: Distinct, en: Distinct}
    statement: {fr: Distinct., en: Distinct.}
    why: {fr: Parce que., en: Because.}
    severity: block
    checks: [{kind: near_duplicates}]
  - id: CH-22
    name: {fr: Superlatifs, en: Superlatives}
    statement: {fr: Mesurés., en: Measured.}
    why: {fr: Parce que., en: Because.}
    severity: fix
    needs_judgement: true
    allow: [Leader Price]
    checks:
      - {kind: terms, parameters: {terms: [leader, numéro un, Leader Price]}}
      - {kind: patterns, severity: warn, parameters: {patterns: ['\\bunique\\b']}}
"""


@dataclass(frozen=True)
class Failing:
    """A check that breaks, with the draft in its error."""

    kind: ClassVar[str] = "failing"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str = "CH-22"
    severity: Severity = Severity.WARN

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        yield Finding(
            rule=self.clause,
            check=self.kind,
            severity=self.severity,
            message=Bilingual(fr="avant", en="before"),
        )
        raise RuntimeError(reading.text)


@dataclass(frozen=True)
class FrenchOnly:
    """A check that knows one language."""

    kind: ClassVar[str] = "french_only"
    languages: ClassVar[frozenset[Language]] = frozenset({Language.FRENCH})

    clause: str = "CH-22"
    severity: Severity = Severity.WARN

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        return iter(())


def charter() -> CharterFile:
    return parse_charter(CHARTER)


def guard() -> Guard:
    return Guard.of(charter(), key=b"k")


def guard_with(rule: Rule) -> Guard:
    """Return a guard whose second clause is examined by another rule."""
    whole = guard()
    first, second = whole.clauses
    broken = Enforced(second.clause, (rule,), second.allowed)
    return Guard(whole.charter, (first, broken), whole.comparer)


def circumstances(**more: object) -> Circumstances:
    quiet = Circumstances(now=NOW, organization=ARDEMONT, neighbours=())
    return quiet if not more else Circumstances(now=NOW, organization=ARDEMONT, **more)  # type: ignore[arg-type]  # each test says which field


def draft(text: str, language: Language = Language.FRENCH) -> Draft:
    return Draft(text, language)


def test_a_quiet_text_is_allowed() -> None:
    verdict = guard().inspect(draft("Trois choses apprises."), circumstances())
    assert verdict.outcome is Outcome.ALLOW
    assert verdict.charter == charter().ref
    assert (verdict.unexamined, verdict.skipped) == ((), ())


def test_a_clause_without_its_judge_is_degraded_not_silent() -> None:
    assert guard().inspect(draft("Rien."), circumstances()).degraded == ("CH-22",)


def test_findings_stand_by_weight_then_place() -> None:
    verdict = guard().inspect(draft("unique, numéro un et leader"), circumstances())
    found = [(one.severity, one.span.start) for one in verdict.findings if one.span]
    assert found == [(Severity.FIX, 8), (Severity.FIX, 21), (Severity.WARN, 0)]
    assert verdict.outcome is Outcome.REVISE


def test_a_check_that_fails_leaves_its_clause_unexamined_which_blocks() -> None:
    verdict = guard_with(Failing()).inspect(draft(SECRET), circumstances())
    assert verdict.unexamined == ("CH-22",)
    assert verdict.outcome is Outcome.BLOCK
    assert verdict.findings == ()
    assert verdict.degraded == ()


def test_the_log_of_a_failure_holds_no_draft(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        guard_with(Failing()).inspect(draft(SECRET), circumstances())
    (record,) = caplog.records
    assert "failing" in record.getMessage()
    assert "RuntimeError" in record.getMessage()
    assert "secret" not in caplog.text
    assert record.exc_info is None


@pytest.mark.parametrize(
    ("language", "unexamined"), [(Language.FRENCH, ()), (Language.ENGLISH, ("CH-22",))]
)
def test_a_language_a_check_does_not_know_is_unexamined(
    language: Language, unexamined: tuple[str, ...]
) -> None:
    verdict = guard_with(FrenchOnly()).inspect(draft("Rien.", language), circumstances())
    assert verdict.unexamined == unexamined


def test_what_the_clause_allows_is_no_finding() -> None:
    verdict = guard().inspect(draft("Chez Leader\u00a0Price, le leader"), circumstances())
    pieces = [one.span for one in verdict.findings]
    assert pieces == [Span(22, 28)]


def test_near_twins_are_skipped_when_nobody_may_compare() -> None:
    text = draft("Notre étude est en ligne, venez la lire.")
    verdict = guard().inspect(text, circumstances(neighbours=None))
    assert verdict.skipped == ("CH-06",)
    assert verdict.outcome is Outcome.ALLOW


def test_a_near_twin_blocks_when_it_may_be_compared() -> None:
    text = draft("Notre étude est en ligne, venez la lire.")
    mine = guard().comparer.fingerprint(text, circumstances())
    verdict = guard().inspect(text, circumstances(neighbours=(mine,)))
    assert verdict.outcome is Outcome.BLOCK
    assert verdict.skipped == ()


def test_near_twins_are_compared_even_without_the_clause() -> None:
    without = CHARTER.replace("near_duplicates", "terms, parameters: {terms: [zut]}")
    assert isinstance(Guard.of(parse_charter(without), key=b"k").comparer, NearDuplicates)


@pytest.mark.anyio
async def test_review_says_what_inspect_says() -> None:
    text = draft("Nous sommes leader.")
    assert await guard().review(text, circumstances()) == guard().inspect(text, circumstances())


def test_the_guard_grounds_a_draft() -> None:
    source = Source("Le réglage prend douze minutes dans tous les ateliers.")
    found = guard().ground(draft("Le réglage prend douze minutes."), circumstances(source=source))
    assert [one.status for one in found] == [Grounding.SOURCE]


@pytest.mark.parametrize(
    "text", ["\ud800", "\x00", "\u202e" * 50, "🚀" * 5_000, " ", "a" * 100_000]
)
def test_any_text_gets_a_verdict(text: str) -> None:
    assert guard().inspect(draft(text), circumstances()).unexamined == ()


def test_the_guard_needs_no_heavy_library() -> None:
    source = (Path(__file__).parents[2] / "guardrails" / "guard.py").read_text(encoding="utf-8")
    assert not any(name in source for name in ("numpy", "sklearn", "torch", "langchain"))


GREEN = "Notre lessive aime la planète et les océans vous disent merci."
GUESSED = """
  - id: CH-23
    name: {{fr: Vert, en: Green}}
    statement: {{fr: Mesuré., en: Measured.}}
    why: {{fr: Parce que., en: Because.}}
    severity: block
    allow: [{allowed}]
    checks:
      - {{kind: patterns, severity: {listed}, parameters: {{patterns: ['\\bmerci\\b']}}}}
      - kind: learned
        parameters: {{scorer: CH-23, sure_at: "0.002", repair: {{fr: Dites., en: Say.}}}}
"""


def guessed(*, listed: str, allowed: str = "Norvia") -> list[tuple[str, str]]:
    text = CHARTER + GUESSED.format(listed=listed, allowed=allowed)
    whole = Guard.of(parse_charter(text), key=b"k")
    verdict = whole.inspect(draft(GREEN), circumstances())
    return sorted((one.check, one.severity) for one in verdict.findings if one.rule == "CH-23")


def test_a_guess_is_left_out_where_a_list_found_as_much() -> None:
    assert guessed(listed="block") == [("patterns", "block")]


def test_a_remark_of_a_list_takes_nothing_off_a_heavier_guess() -> None:
    assert guessed(listed="warn") == [("learned", "block"), ("patterns", "warn")]


def test_only_a_whole_allowed_term_spares_what_is_guessed() -> None:
    assert guessed(listed="warn", allowed="mer") == guessed(listed="warn")
    assert guessed(listed="warn", allowed="planète") == [("patterns", "warn")]


NUMBERED = """
  - id: CH-13
    name: {fr: Personnes, en: People}
    statement: {fr: Non., en: No.}
    why: {fr: Parce que., en: Because.}
    severity: block
    checks: [{kind: personal_data}]
  - id: CH-21
    name: {fr: Faits, en: Facts}
    statement: {fr: Vrais., en: True.}
    why: {fr: Parce que., en: Because.}
    severity: block
    checks: [{kind: grounding}]
"""


@pytest.mark.parametrize("number", ["06 12 34 56 78", "+33 6 12 34 56 78"])
def test_a_number_that_has_to_go_is_one_finding_and_no_figure_of_it_another(number: str) -> None:
    whole = Guard.of(parse_charter(CHARTER + NUMBERED), key=b"k")
    told = draft(f"Écrire à {number}. Il y a 47 pompes.")
    verdict = whole.inspect(told, circumstances(source=Source("Des fuites.")))
    found = {
        (one.rule, told.text[one.span.start : one.span.end]) for one in verdict.findings if one.span
    }
    assert found == {("CH-13", number), ("CH-21", "47")}


def test_without_a_rule_on_numbers_their_figures_are_looked_up() -> None:
    charter_text = CHARTER + NUMBERED[NUMBERED.index("  - id: CH-21") :]
    whole = Guard.of(parse_charter(charter_text), key=b"k")
    about = circumstances(source=Source("Des fuites."))
    verdict = whole.inspect(draft("Écrire à 06 12 34 56 78."), about)
    assert verdict.outcome is Outcome.BLOCK
