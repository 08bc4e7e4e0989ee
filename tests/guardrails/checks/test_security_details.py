import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances
from guardrails.checks.base import Rule
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = (
        "plan.intra.ardemont.example",
        "pare-feu 2.3",
        "mot de passe : Azerty12",
        "10.0.12.4",
        "digicode 4512",
        "our servers run openssl 1.0.2",
    )

    def rule(self) -> Rule:
        return rule("CH-27")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text", "piece"),
    [
        ("fr", "Le plan est sur plan.intra.ardemont.example.", "plan.intra.ardemont.example"),
        ("fr", "La machine 10.0.12.4 répond.", "10.0.12.4"),
        ("fr", "Le pare-feu est en version 7.1 partout.", "pare-feu est en version 7.1"),
        ("fr", "Tout passe par un pare-feu 2.3.", "pare-feu 2.3"),
        ("fr", "Nos serveurs tournent sous OpenSSL 1.0.2.", "OpenSSL 1.0.2"),
        ("fr", "Mot de passe : Atelier!42", "Atelier!42"),
        ("fr", "Le digicode de l’entrée est 4512.", "digicode de l’entrée est 4512"),
        ("fr", "Le digicode du quai, c’est 4581B.", "digicode du quai, c’est 4581B"),
        ("en", "The door code, it is 4512.", "door code, it is 4512"),
        ("fr", "Mon badge n° 004512 en photo.", "badge n° 004512"),
        ("fr", "Le badge d'accès du site, c'est le 4512.", "badge d'accès du site, c'est le 4512"),
        (
            "en",
            "The access badge of the site is number 4512.",
            "access badge of the site is number 4512",
        ),
        ("fr", "La faille n’est pas encore corrigée.", "faille n’est pas encore corrigée"),
        ("en", "Firewall v7.1 installed.", "Firewall v7.1"),
        ("en", "Our servers still run Apache 2.4.49.", "Apache 2.4.49"),
        ("en", "The code of the back door is 2580.", "code of the back door is 2580"),
        ("en", "Two unpatched servers left.", "unpatched servers"),
    ],
)
def test_what_helps_an_attacker_is_found(language: str, text: str, piece: str) -> None:
    assert piece in found("CH-27", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Pour signaler une faille : https://www.ardemont.example/securite"),
        ("fr", "La version 4.2 de Flow est publique."),
        ("fr", "OpenSSL 3.5 est sorti."),
        ("fr", "Un pare-feu ne remplace pas une conversation."),
        ("fr", "Un pare-feu à 2,3 millions d’euros."),
        ("fr", "Votre machine a sûrement l’adresse 192.168.1.12."),
        ("fr", "Le code postal est 69007, le code promo 2026."),
        ("fr", "Le digicode de l’entrée, posé par une équipe de 1200 personnes."),
        ("fr", "Correctif 3f2a9c1d4e5b6a7f8091a2b3c4d5e6f708192a3b."),
        ("en", "Open http://localhost:8080 in a browser."),
        ("en", "Debian 13 is out."),
        ("en", "Zip code 69007, badge ceremony 2026."),
        ("fr", "Le badge d'accès, c'est pour les 150 salariés du site."),
        ("en", "The access badge is for the 150 people of the site."),
        ("en", "Every vulnerability was fixed."),
    ],
)
def test_public_details_pass(language: str, text: str) -> None:
    assert found("CH-27", text, language) == []


def test_the_message_never_repeats_a_secret() -> None:
    reading = Reading(Draft("Mot de passe : Atelier!42", Language.FRENCH))
    (finding,) = rule("CH-27").inspect(reading, circumstances())
    assert "Atelier" not in f"{finding.message}{finding.suggestion}"


def test_the_companys_own_product_may_tell_its_version() -> None:
    around = circumstances(products=["Firewall"])
    assert found("CH-27", "Firewall v7.1 is public.", "en", around) == []
