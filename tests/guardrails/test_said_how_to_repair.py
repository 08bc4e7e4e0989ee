"""Findings on facts, length and help say how they are repaired, in the language of the text."""

from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.platforms import Platform
from domain.review import Circumstances, Finding, Source
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, rule

SOURCE = {
    "fr": "Le dépôt de Vannes compte 26 vélos cargos. Malo Kerbastard le dirige.",
    "en": "The depot of Vannes has 26 cargo bikes. Malo Kerbastard leads it.",
}


def findings(clause: str, text: str, language: str, around: Circumstances) -> list[Finding]:
    return [*rule(clause).inspect(Reading(Draft(text, Language(language))), around)]


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("fr", "Le dépôt de Vannes compte 62 vélos cargos.", "26 vélos cargos"),
        ("en", "The depot of Vannes has 62 cargo bikes.", "26 cargo bikes"),
        ("fr", "Le dépôt de Vannes a ouvert le 12 mars.", "Le dépôt de Vannes"),
        ("en", "The depot of Vannes opened on 12 March.", "The depot of Vannes"),
        ("fr", "Paul Kerbastard dirige.", "Malo Kerbastard"),
        ("en", "Paul Kerbastard leads.", "Malo Kerbastard"),
        ("fr", "Une usine à 62 presses.", "ajoutez à vos notes"),
        ("en", "A plant with 62 presses.", "add to your notes"),
    ],
)
def test_what_nothing_tells_is_answered_by_what_stands_nearest(
    language: str, text: str, shown: str
) -> None:
    around = replace(circumstances(), source=Source(SOURCE[language]), draft_share=1.0)
    found = findings("CH-21", text, language, around)
    assert found
    assert all(one.suggestion for one in found)
    assert any(shown in (one.suggestion or "") for one in found)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_figure_from_nowhere_says_how_it_is_repaired(language: str) -> None:
    text = {"fr": "On gagne 12 % de temps.", "en": "We gain 12% of time."}[language]
    assert all(one.suggestion for one in findings("CH-21", text, language, circumstances()))


@pytest.mark.parametrize(("language", "word"), [("fr", "Retirez"), ("en", "Take at least")])
def test_a_text_too_long_says_by_how_much(language: str, word: str) -> None:
    around = replace(circumstances(), platform=Platform("x"))
    (found,) = findings("CH-28", "a " * 150, language, around)
    assert found.suggestion is not None
    assert word in found.suggestion
    assert " 20 " in found.suggestion


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "#un #deux #trois #quatre"), ("en", "🚀🚀🚀🚀"), ("fr", "Un mot\u200bcaché.")],
)
def test_everything_a_platform_spoils_says_so(language: str, text: str) -> None:
    assert all(one.suggestion for one in findings("CH-28", text, language, circumstances()))


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Écrit sans IA."), ("en", "Written without AI.")]
)
def test_a_denied_help_says_what_to_do(language: str, text: str) -> None:
    around = replace(circumstances(), draft_share=1.0)
    found = findings("CH-03", text, language, around)
    assert found
    assert all(one.suggestion for one in found)
