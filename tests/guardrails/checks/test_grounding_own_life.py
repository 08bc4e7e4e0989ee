"""What an author tells of their own life and their notes leave out."""

import pytest

from domain.review import Severity
from tests.guardrails.checks.test_grounding_own_text import SOURCE, findings

LIFE = [
    "Le dos dans vingt ans, voilà le sujet.",
    "Fifty years of deposits, mostly in pencil.",
    "Une ligne, et trois jours gagnés pour le suivant.",
    "Un client qui arrive à 2 h du matin, trempé.",
    "J'ai cassé quatre moules dans ma carrière.",
]


@pytest.mark.parametrize("text", LIFE)
def test_what_notes_leave_out_of_a_life_is_only_asked_about(text: str) -> None:
    assert {one.severity for one in findings(text)} == {Severity.WARN}


@pytest.mark.parametrize("text", LIFE)
def test_of_a_machine_or_beside_a_source_it_must_stand_there(text: str) -> None:
    assert Severity.BLOCK in {one.severity for one in findings(text, share=1.0)}
    assert Severity.BLOCK in {one.severity for one in findings(text, source=SOURCE)}


@pytest.mark.parametrize(
    "text",
    [
        "Nous livrons désormais en trois jours.",
        "Lacaze livre en trois jours.",
        "La garantie dure dix ans.",
        "Mon produit tient douze heures.",
        "La livraison prend deux jours.",
        "Le four cuit en trois minutes au lieu de deux heures.",
        "La panne a duré neuf heures.",
        "L'inauguration aura lieu à 14 h.",
        "The battery lasts 48 hours.",
        "The vaccine protects for ten years.",
        "Doors open at 9 a.m.",
        "J'ai vu 40 % de rebuts en moins.",
        "J'ai vendu pour 3 000 euros.",
        "Un client sur trois revient.",
        "400 embauches d'ici peu.",
        "J'ai appris le métier avec Thessaly Brankovic.",
        "Portes ouvertes le 14 juin.",
        "I trained eight apprentices.",  # the note has seven
    ],
)
def test_of_the_company_the_world_and_against_the_notes_it_must_stand_there(text: str) -> None:
    assert Severity.BLOCK in {one.severity for one in findings(text)}
