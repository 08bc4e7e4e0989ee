"""CH-05 for a text that is finished: what was left to fill in is told, and only then."""

import time
from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Finding, Severity
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, rule


def findings(text: str, language: str, *, is_finished: bool = True) -> list[Finding]:
    around = replace(circumstances(), is_finished=is_finished)
    return list(rule("CH-05").inspect(Reading(Draft(text, Language(language))), around))


@pytest.mark.parametrize(
    ("language", "text", "hole"),
    [
        ("fr", "À lire. [à compléter : votre avis]", "[à compléter : votre avis]"),
        ("fr", "[A completer] À lire.", "[A completer]"),
        ("en", "Worth reading. [to complete: your view]", "[to complete: your view]"),
        ("en", "Lu. [À compléter\u00a0: ce que vous en retenez]", None),
    ],
)
def test_a_hole_in_a_finished_text_is_to_be_filled(
    language: str, text: str, hole: str | None
) -> None:
    (finding,) = findings(text, language)
    assert (finding.rule, finding.severity) == ("CH-05", Severity.FIX)
    assert finding.suggestion
    assert finding.span
    assert text[finding.span.start : finding.span.end] == (hole or text.partition(" ")[2])


def test_each_hole_is_told() -> None:
    text = "[to complete: a name] wrote it, and [to complete: a place] heard it."
    assert [one.span.start for one in findings(text, "en") if one.span] == [0, 36]


@pytest.mark.parametrize(
    "text",
    [
        "Worth reading [to complete the picture].",
        "I have a form to complete: your view counts.",
        "[…] worth reading [sic].",
    ],
)
def test_what_is_no_hole_is_none(text: str) -> None:
    assert findings(text, "en") == []


def test_before_it_is_finished_a_hole_is_where_its_author_goes_on() -> None:
    assert findings("À lire. [à compléter : votre avis]", "fr", is_finished=False) == []


def test_a_hostile_text_is_read_in_time() -> None:
    started = time.perf_counter()
    findings(("[à compléter : " * 2_000)[:20_000], "fr")
    assert time.perf_counter() - started < 10
