from dataclasses import replace
from typing import ClassVar

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.platforms import Platform
from domain.review import Severity
from guardrails.checks.base import Rule
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule

FAR = "Un atelier se lit de loin ou ne se lit pas, et cela vaut pour tous les écrans du monde. " * 3


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "Ardemont Flow",
        "nous recrutons",
        "Je travaille chez Ardemont.",
        "my employer",
    )

    def rule(self) -> Rule:
        return rule("CH-01")


@pytest.mark.parametrize(
    ("language", "text", "mention"),
    [
        ("fr", "J'ai essayé Ardemont Flow, bluffant.", "Ardemont"),
        ("fr", "Avec Flow, le planning tient sur un écran.", "Flow"),
        ("fr", "Une étude à lire : https://ardemont.example/etude", "ardemont"),
        ("fr", "Nous recrutons des personnes qui aiment l'atelier.", "Nous recrutons"),
        ("fr", "Notre entreprise ouvre un atelier.", "Notre entreprise"),
        ("fr", "Une belle mission avec Delmas Logistique.", "Delmas Logistique"),
        ("fr", "Quel salon ! #ArdemontRecrute", "#ArdemontRecrute"),
        ("fr", "Mon employeur utilise Ardemont tous les jours.", "Ardemont"),
        ("fr", "Je ne travaille pas chez Ardemont, mais quel outil.", "Ardemont"),
        ("fr", "A\u200brdemont a tout compris.", "A\u200brdemont"),
        ("en", "Try Ardemont Flow, it is a relief.", "Ardemont"),
        ("en", "We're hiring people who like workshops.", "We're hiring"),
        ("en", "Our company is opening a workshop.", "Our company"),
        ("en", "What a fair! #TeamArdemont", "#TeamArdemont"),
    ],
)
def test_a_company_spoken_of_in_disguise_is_found_at_its_first_mention(
    language: str, text: str, mention: str
) -> None:
    assert found("CH-01", text, language) == [mention]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Trois choses que j'ai apprises sur les plannings d'atelier cette année."),
        ("fr", "Le flow de la conversation compte plus que le tableau."),
        ("fr", "Je travaille chez Ardemont, et Flow a une nouvelle page."),
        ("fr", "Flow a une nouvelle page. #EmployéArdemont"),
        ("fr", "Notre entreprise recrute : mon employeur cherche des techniciens."),
        ("fr", "Ardemont ouvre un atelier. J'y travaille."),
        ("fr", "I work at Ardemont. Flow a une nouvelle page."),
        ("en", "Three things I learned about schedules this year."),
        ("en", "I work at Ardemont, and Flow has a new page."),
        ("en", "Disclosure: Ardemont employee. Flow has a new page."),
    ],
)
def test_a_craft_post_and_a_disclosed_one_pass(language: str, text: str) -> None:
    assert found("CH-01", text, language) == []


def test_a_disclosure_below_the_fold_is_a_warning_on_linkedin() -> None:
    text = f"Flow change tout. {FAR}Je travaille chez Ardemont."
    assert found("CH-01", text) == ["Je travaille chez Ardemont"]
    assert found("CH-01", text, around=replace(circumstances(), platform=Platform.INTERNAL)) == []
    assert found("CH-01", f"{FAR}Je travaille chez Ardemont, et Flow avance.") == []


def test_the_repair_is_a_sentence_in_the_language_of_the_text() -> None:
    for language, sentence in (
        (Language.FRENCH, "Je travaille chez"),
        (Language.ENGLISH, "I work"),
    ):
        (finding,) = rule("CH-01").inspect(Reading(Draft("Ardemont !", language)), circumstances())
        assert finding.severity is Severity.FIX
        assert finding.suggestion is not None
        assert finding.suggestion.startswith(sentence)


def test_a_company_known_by_its_aliases_alone_is_still_spoken_of() -> None:
    around = replace(
        circumstances(), organization=Organization(name="ARD", aliases=("Groupe ARD",))
    )
    assert found("CH-01", "Le groupe ARD embauche.", around=around) == ["groupe ARD"]
    assert found("CH-01", "Je bosse pour le groupe ARD, qui embauche.", around=around) == []
