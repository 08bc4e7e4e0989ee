"""Facts of the source told of something else, and effects and authorities that nobody told."""

from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Severity, Source
from guardrails.checks.grounding import Grounding
from guardrails.reading import Reading

SOURCE_FR = Source(
    "Le réglage prend désormais 12 minutes au lieu de 40. Mireille dirige les 62 personnes de"
    " l’atelier. Depuis trois ans, une armoire bleue au fond garde 340 boîtiers. Un premier écran"
    " est parti en juin 2025, un autre en février 2026.",
    "L’écran",
)
SOURCE_EN = Source(
    "Setting up a press now takes 12 minutes instead of 40. Mireille leads the 62 people of the"
    " workshop. For three years a blue cupboard at the back has held 340 boxes. A first screen"
    " went in June 2025, another one in February 2026.",
    "The screen",
)


def told(
    text: str, language: Language, *, source: Source | None = None, notes: tuple[str, ...] = ()
) -> list[tuple[str, Severity]]:
    """Return what the check objects to, and how much it weighs."""
    given = source or (SOURCE_FR if language is Language.FRENCH else SOURCE_EN)
    circumstances = Circumstances(
        now=datetime(2026, 11, 29, tzinfo=UTC),
        organization=Organization(name="Ardemont"),
        source=given,
        notes=notes,
    )
    found = Grounding().inspect(Reading(Draft(text, language)), circumstances)
    return [(text[one.span.start : one.span.end], one.severity) for one in found if one.span]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (Language.FRENCH, "Mireille dirige 340 personnes.", "340 personnes"),
        (Language.FRENCH, "Voici les 62 boîtiers de l’armoire.", "62 boîtiers"),
        (Language.FRENCH, "Le premier écran est parti en février 2025.", "février 2025"),
        (Language.FRENCH, "C’est 40 minutes au lieu de 12.", "40 minutes au lieu de 12"),
        (Language.ENGLISH, "Mireille leads 340 people.", "340 people"),
        (Language.ENGLISH, "These are the 62 boxes of the cupboard.", "62 boxes"),
        (Language.ENGLISH, "The first screen went in February 2025.", "February 2025"),
        (Language.ENGLISH, "It takes 40 minutes instead of 12.", "40 minutes instead of 12"),
    ],
)
def test_a_true_figure_of_the_wrong_thing_is_found(
    language: Language, text: str, found: str
) -> None:
    assert told(text, language) == [(found, Severity.BLOCK)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (Language.FRENCH, "Selon une étude, cela compte.", "Selon une étude"),
        (Language.FRENCH, "Les pannes ont disparu.", "ont disparu"),
        (Language.ENGLISH, "According to a study, it counts.", "According to a stud"),
        (Language.ENGLISH, "The stops have disappeared.", "have disappeared"),
    ],
)
def test_what_nobody_told_is_asked_about(language: Language, text: str, found: str) -> None:
    ((piece, severity),) = told(text, language)
    assert piece.startswith(found)
    assert severity is Severity.WARN


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FRENCH, "Mireille et ses 62 personnes ; 340 boîtiers dans l’armoire."),
        (Language.FRENCH, "De 40 minutes à 12, depuis juin 2025."),
        (Language.FRENCH, "Je suis un expert qui recommande de lire la suite."),
        (Language.FRENCH, "Les pannes ont-elles disparu chez vous ?"),
        (Language.ENGLISH, "Mireille and her 62 people; 340 boxes in the cupboard."),
        (Language.ENGLISH, "From 40 minutes to 12, since June 2025."),
        (Language.ENGLISH, "I am an expert who recommends reading on."),
        (Language.ENGLISH, "Have the stops disappeared at your place?"),
    ],
)
def test_the_right_thing_passes(language: Language, text: str) -> None:
    assert told(text, language) == []


def test_what_notes_tell_may_be_told() -> None:
    notes = ("Chez nous les pannes ont disparu, dit une étude de l’atelier.",)
    text = "Selon une étude, les pannes ont disparu."
    assert told(text, Language.FRENCH, notes=notes) == []


def test_one_place_is_objected_to_once() -> None:
    found = told("Les commandes ont doublé.", Language.FRENCH)
    assert found == [("doublé", Severity.BLOCK)]
