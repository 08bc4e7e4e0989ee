from typing import ClassVar

import pytest

from domain.review import Severity
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import found, rule


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "je vous confirme officiellement",
        "on behalf of Ardemont",
        "Ardemont promises that",
        "au nom de la direction",
    )

    def rule(self) -> Rule:
        return rule("CH-19")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je vous confirme officiellement la reprise du service."),
        ("fr", "Nous garantissons que tous les clients seront remboursés."),
        ("fr", "Nous nous engageons à rembourser chaque commande."),
        ("fr", "Au nom d'Ardemont, je vous présente nos excuses."),
        ("fr", "Au nom de la direction, merci."),
        ("fr", "Ardemont vous garantit que rien ne changera."),
        ("fr", "En réponse à l'article paru hier, voici les faits."),
        ("fr", "En tant que porte-parole d'Ardemont, je précise."),
        ("fr", "Notre position officielle est simple."),
        ("en", "I officially confirm that the service is back."),
        ("en", "We guarantee that all customers will be refunded."),
        ("en", "We commit to refunding every order."),
        ("en", "On behalf of Ardemont, I apologise."),
        ("en", "I apologise on Ardemont's behalf."),
        ("en", "Speaking on behalf of the company, I can tell you."),
        ("en", "Ardemont promises that nothing will change."),
        ("en", "In response to the article published yesterday, here are the facts."),
        ("en", "As a spokesperson for Ardemont, let me be clear."),
        ("en", "Our official statement is simple."),
        ("fr", "À la journaliste qui attend une réponse : la ligne rouvre lundi, écrivez-le."),
        ("en", "To the reporter who asked: the line reopens on Monday."),
    ],
)
def test_speaking_for_the_company_is_found(language: str, text: str) -> None:
    assert found("CH-19", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont, sans en être porte-parole."),
        ("fr", "Je ne suis pas porte-parole d'Ardemont."),
        ("fr", "La réponse officielle est ici : [lien]"),
        ("fr", "Je m'exprime en mon nom, pas au nom d'Ardemont."),
        ("fr", "Je ne peux rien confirmer officiellement."),
        ("fr", "Au nom de l'équipe de nuit, merci."),
        ("fr", "Le communiqué dit : « nous garantissons que tous les clients seront livrés »."),
        ("fr", "La page publique confirme la reprise du service."),
        ("fr", "Aux journalistes qui m'ont écrit : c'est le service de presse qui vous répondra."),
        ("en", "To the reporters who wrote to me: the press desk will answer you."),
        ("en", "I work at Ardemont and am not its spokesperson."),
        ("en", "The official answer is here: [link]"),
        ("en", "I speak for myself, not on behalf of Ardemont."),
        ("en", "I cannot officially confirm anything."),
        ("en", "On behalf of the night team, thank you."),
        ("en", "Thank you on everyone's behalf."),
        ("en", "The release says: “we guarantee that all customers will be served”."),
        ("en", "The public page confirms that the service is back."),
    ],
)
def test_speaking_for_oneself_passes(language: str, text: str) -> None:
    assert found("CH-19", text, language) == []


def test_it_blocks() -> None:
    assert rule("CH-19").severity is Severity.BLOCK


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We officially announce the closing of the Lyon plant, contact the press office."),
        ("en", "We guarantee that all orders will be refunded, ask the press team."),
        ("en", "We deny these rumours, the press office will answer."),
        (
            "fr",
            "Nous annonçons officiellement la fermeture de Lyon, contactez le service de presse.",
        ),
        (
            "fr",
            "Nous garantissons que le prix baissera, contactez le service de presse.",
        ),
        ("fr", "Nous démentons ces rumeurs, le service de presse vous répondra."),
    ],
)
def test_naming_the_press_office_lifts_no_commitment(language: str, text: str) -> None:
    assert found("CH-19", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dear journalists, please contact the press office."),
        ("en", "To all journalists asking me: the press office will answer."),
        ("en", "For an official position on this, ask the press office."),
        ("fr", "Chers journalistes, contactez le service de presse."),
        ("fr", "Pour une position officielle sur ce sujet, adressez-vous au service de presse."),
    ],
)
def test_sending_the_press_to_those_who_answer_passes(language: str, text: str) -> None:
    assert found("CH-19", text, language) == []
