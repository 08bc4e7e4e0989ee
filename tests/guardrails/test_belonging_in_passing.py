"""Where one works, told in passing; and how outsiders tell of the same places."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.disclosure import first_disclosure
from guardrails.reading import Reading

FIRM = Organization(name="Ardemont")


def _is_told(text: str, language: Language) -> bool:
    return first_disclosure(Reading(Draft(text, language)), FIRM, is_named=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The Ardemont site in Rouen, where I work on the loading bay, is looking for a planner.",
        "A receptionist is needed at the Ardemont branch in Rouen, where I'm deputy manager.",
        "We (Ardemont) put the parser on a public repo in June.",
        "Not faster people, I'm one of them (Ardemont, evening team, headset hair).",
        "Confession of an Ardemont breakfast cook: I burned forty croissants on Sunday.",
        "I maintain turbines, the payslip says Ardemont, and the view is free.",
    ],
)
def test_it_is_told_in_english(text: str) -> None:
    assert _is_told(text, Language.ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "The Ardemont site in Rouen, where my sister works, is looking for a planner.",
        "The Ardemont branch in Rouen, where I was a customer, has closed.",
        "They (Ardemont) put the parser on a public repo in June.",
        "I spoke to one of them (Ardemont, evening team).",
        "Confession of an Ardemont customer: I burned forty croissants on Sunday.",
        "I maintain turbines, her payslip says Ardemont.",
    ],
)
def test_outsiders_are_let_be_in_english(text: str) -> None:
    assert not _is_told(text, Language.ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Le site Ardemont de Rouen a ouvert.\n— un réparateur d’Ardemont, rayon charbons",
        "Le site d’Ardemont à Rouen, où je travaille, cherche une planificatrice.",
        "Nous (Ardemont) avons publié le code en juin.",
    ],
)
def test_it_is_told_in_french(text: str) -> None:
    assert _is_told(text, Language.FRENCH)


@pytest.mark.parametrize(
    "text",
    [
        "Le site Ardemont a ouvert.\n— un client d’Ardemont, rayon charbons",
        "« On répare tout. »\n— un réparateur d’Ardemont",
        "Eux (Ardemont) ont publié le code en juin.",
    ],
)
def test_outsiders_are_let_be_in_french(text: str) -> None:
    assert not _is_told(text, Language.FRENCH)
