"""A machine counts no workshops where its source has one."""

import time
from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.facts.evidence import evidence
from guardrails.facts.passage import Passage
from guardrails.facts.singles import singles
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, rule

FR = (
    "Ardemont ouvre un atelier à Lyon. L'atelier emploie 48 personnes. Une ligne démarre en mars,"
    " avec une machine neuve."
)
EN = (
    "Ardemont opens a workshop in Lyon. The workshop employs 48 people. One line starts in March,"
    " with a new machine."
)


def found(
    text: str, language: str, source: str, notes: tuple[str, ...] = (), share: float = 1.0
) -> list[str]:
    """Return what grounding objects to in a text of which a machine wrote so much."""
    around = replace(circumstances(source=source), notes=notes, draft_share=share)
    reading = Reading(Draft(text, Language(language)))
    findings = rule("CH-21").inspect(reading, around)
    return [reading.slice(one.span) for one in findings if one.span]


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("fr", "9 ateliers ouvrent.", "9"),
        ("fr", "Ardemont ouvre cinq ateliers.", "cinq"),
        ("fr", "Deux lignes démarrent en mars.", "Deux"),
        ("fr", "Trois machines neuves arrivent.", "Trois"),
        ("en", "Five workshops open.", "Five"),
        ("en", "3 workshops open in Lyon.", "3"),
        ("en", "Two new machines start.", "Two"),
    ],
)
def test_several_of_what_a_source_has_one_of_are_found(
    language: str, text: str, figure: str
) -> None:
    assert found(text, language, FR if language == "fr" else EN) == [figure]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un atelier ouvre, une ligne démarre."),
        ("fr", "Deux idées à retenir de cet atelier."),
        ("fr", "Trois leçons pour moi."),
        ("fr", "Deux mots sur l'atelier."),
        ("en", "One workshop opens, one line starts."),
        ("en", "Two things I noticed."),
        ("en", "Three lessons from it."),
    ],
)
def test_one_of_it_and_what_a_post_counts_itself_pass(language: str, text: str) -> None:
    assert found(text, language, FR if language == "fr" else EN) == []


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Deux ateliers ouvrent.", "Ardemont ouvre un atelier à Lyon et un autre à Roanne."),
        ("fr", "Deux ateliers.", "Ardemont ouvre un atelier à Lyon, puis un atelier à Roanne."),
        ("fr", "Deux ateliers.", "Un atelier : l'atelier de Lyon suit l'atelier de Roanne."),
        ("fr", "Trois ateliers.", "Un atelier ouvre. Les ateliers de Roanne continuent."),
        ("en", "Two workshops open.", "A workshop opens in Lyon and another in Roanne."),
        ("en", "Two workshops.", "A workshop opens: the Lyon workshop joins the Roanne workshop."),
        ("en", "Three workshops.", "A workshop opens. The workshops in Roanne go on."),
    ],
)
def test_what_a_source_tells_of_anew_may_be_counted(language: str, text: str, source: str) -> None:
    assert found(text, language, source) == []


def test_what_is_told_twice_is_not_five() -> None:
    source = "Ardemont ouvre un atelier à Lyon, puis un atelier à Roanne."
    assert found("Cinq ateliers ouvrent.", "fr", source) == ["Cinq"]


def test_whoever_writes_for_themselves_may_know_of_more() -> None:
    assert found("Mes deux ateliers.", "fr", FR, share=0.0) == []


def test_what_the_notes_tell_in_the_plural_may_be_counted() -> None:
    source, notes = "Ardemont ouvre un atelier avec un chien.", ("mes deux chiens viennent",)
    assert found("Mes deux chiens sont là.", "fr", source, notes) == []


def test_it_takes_linear_time() -> None:
    for unit in ("un ", "the a b ", "l'atelier de x ", "un autre ", "a workshop "):
        began = time.process_time()
        singles(evidence([Passage.published(unit * 20_000)]))
        assert time.process_time() - began < 3
