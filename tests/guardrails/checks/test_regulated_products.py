import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Severity
from guardrails.checks.base import Rule
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = (
        "soulage les douleurs",
        "ask your doctor",
        "goûtez notre bière",
        "crédit photo",
        "a job",
    )

    def rule(self) -> Rule:
        return rule("CH-24")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ce gel soulage les douleurs du dos."),
        ("fr", "Parlez-en à votre médecin."),
        ("fr", "Notre nouvelle bière blonde est disponible."),
        ("fr", "Pariez sur la finale."),
        ("fr", "Empruntez 10 000 euros en trois clics."),
        ("fr", "Découvrez notre cigarette électronique."),
        ("en", "This supplement cures arthritis."),
        ("en", "Ask your doctor."),
        ("en", "Our new whisky is out, come and taste it."),
        ("en", "Bet on the final."),
        ("en", "Get a loan at 2% in five minutes."),
        ("en", "Discover our new vape."),
    ],
)
def test_the_promotion_of_a_regulated_product_is_found(language: str, text: str) -> None:
    assert len(found("CH-24", text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Crédit photo : l’équipe maintenance, photos disponibles."),
        ("fr", "Le crédit d’impôt recherche, offre comprise."),
        ("fr", "Un atelier de prévention du tabac, gratuit."),
        ("fr", "Un poste sur les essais de médicaments, offre disponible."),
        ("fr", "Ce gel ne soulage pas les douleurs."),
        ("fr", "Pot de départ hier, merci pour le verre."),
        ("en", "Photo credit: the team, pictures now available."),
        ("en", "The research tax credit, offer included."),
        ("en", "A free workshop to quit tobacco."),
        ("en", "A position on trials of medicines is now available."),
        ("en", "We all deserve credit for this release."),
        ("en", "Enjoy the open day."),
    ],
)
def test_jobs_prevention_and_other_meanings_pass(language: str, text: str) -> None:
    assert found("CH-24", text, language) == []


def test_the_finding_says_whom_to_ask() -> None:
    reading = Reading(Draft("Pariez sur la finale.", Language.FRENCH))
    (finding,) = rule("CH-24").inspect(reading, circumstances())
    assert finding.severity is Severity.ASK
    assert "réglementaires" in finding.message.fr
    assert "regulatory" in finding.message.en


@pytest.mark.parametrize(
    ("language", "text", "is_asked"),
    [
        ("fr", "Prenez une caisse de poiré et un jus de pomme pour l'apéro.", True),
        ("fr", "Prenez une caisse de vin sans alcool et un jus de pomme pour l'apéro.", False),
        ("fr", "Prenez une caisse de limonade et un jus de pomme pour l'apéro.", False),
        ("en", "Grab a case of perry and a lemonade for the aperitif.", True),
        ("en", "Grab a case of alcohol-free wine and a lemonade for the aperitif.", False),
        ("en", "Grab a case of apple juice and a lemonade for the aperitif.", False),
    ],
)
def test_a_soft_drink_excuses_no_alcohol_that_is_named(
    language: str, text: str, *, is_asked: bool
) -> None:
    assert bool(found("CH-24", text, language)) is is_asked
