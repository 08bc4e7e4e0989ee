import pytest

from domain.organization import Embargo, NamedEntity
from personalizer.screening import may_be_passed_on, names_what_is_guarded
from tests.builders import NOW, organization


@pytest.mark.parametrize(
    "sentence",
    [
        "Nous sommes le leader de la mesure.",
        "C’est la meilleure presse du marché.",
        "Une solution unique et révolutionnaire.",
        "Le résultat est garanti en un mois.",
        "Toute l’équipe est fière du projet.",
        "Un boîtier écologique et durable.",
        "Document confidentiel, ne pas diffuser.",
        "Écrivez à paul@ardemont.example pour venir.",
        "Appelez le 06 39 98 12 34 avant midi.",
        "Après sa maladie, il revient lundi.",
        "Votez pour la liste dimanche.",
        "Ces incapables sont des connards.",
        "We are the leading vendor of presses.",
        "This is the best press on the market.",
        "The most reliable box of the year.",
        "The team is proud of the project.",
        "A sustainable and eco-friendly box.",
        "Confidential, internal use only.",
        "The server answers at 10.0.12.7 today.",
        "After her illness, she is back.",
        "A record-breaking year for the plant.",
    ],
)
def test_what_a_charter_would_stop_is_not_passed_on(sentence: str) -> None:
    assert not may_be_passed_on(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le réglage prend 12 minutes au lieu de 40.",
        "Nul ne connaît la cause de l’arrêt.",
        "Le relevé compte 212 mètres et 38 m³.",
        "Le 12 mars 2025, le hall a ouvert à 8 heures.",
        "Plus de la moitié des fiches sont vertes.",
        "Le garage est ouvert aux consultants.",
        "The record is kept for ten days.",
        "Setting up takes 12 minutes instead of 40.",
        "The manifest lists 640 fragments.",
        "On 12 March 2025 the hall opened at 8.",
        "More than half of the sheets are in use.",
        "The steel tube is 12 cm wide.",
        "The guide gathers the best practices of the yard.",
    ],
)
def test_plain_facts_are_passed_on(sentence: str) -> None:
    assert may_be_passed_on(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Le projet Cobalt glisse.", True),
        ("Norvia vend aussi des presses.", True),
        ("Delmas a fermé son entrepôt.", True),
        ("La panne du hall est finie.", True),
        ("Le salon de Lyon ouvre jeudi.", True),
        ("Le bleu cobaltique est une couleur.", False),
        ("Ardemont publie la liste.", False),
    ],
)
def test_what_the_company_guards_is_seen(sentence: str, *, expected: bool) -> None:
    company = organization(
        confidential_terms=("projet Cobalt",),
        competitors=(NamedEntity("Norvia"),),
        clients_not_allowed=("Delmas",),
        frozen_topics=("panne du hall",),
        embargoes=(Embargo("salon de Lyon", NOW),),
    )
    assert names_what_is_guarded(sentence, company) is expected


def test_a_company_that_guards_nothing_stops_nothing() -> None:
    assert not names_what_is_guarded("N’importe quoi.", organization())
