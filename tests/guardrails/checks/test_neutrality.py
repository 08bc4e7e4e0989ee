from typing import ClassVar

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Severity
from guardrails.checks.base import Rule
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "nous soutenons tous le candidat",
        "je voterai pour la candidate",
        "Ardemont endorses the candidate",
        "God bless us",
    )

    def rule(self) -> Rule:
        return rule("CH-18")


def weights(text: str, language: str) -> list[Severity]:
    reading = Reading(Draft(text, Language(language)))
    return [finding.severity for finding in rule("CH-18").inspect(reading, circumstances())]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Chez Ardemont, où je travaille, nous soutenons tous la liste Horizon dimanche."),
        ("fr", "Notre entreprise appelle à voter contre ce référendum."),
        ("fr", "Ardemont soutient le candidat du quartier."),
        ("fr", "Toute l'équipe votera pour la maire dimanche."),
        ("fr", "Nous sommes tous contre la réforme des retraites."),
        ("fr", "Chez nous, nous croyons en Dieu."),
        ("en", "At Ardemont, where I work, we all support the Horizon list on Sunday."),
        ("en", "Our company calls for a vote against this referendum."),
        ("en", "Ardemont endorses the candidate for mayor."),
        ("en", "We are all against the pension reform."),
        ("en", "At Ardemont we believe in God."),
        ("fr", "Ardemont, où je travaille, est fière de soutenir la réforme."),
        ("fr", "Ardemont, où je travaille, soutient la grève contre la réforme."),
        ("en", "Ardemont, where I work, is proud to support the reform."),
        ("en", "Ardemont, where I work, supports the strike against the reform."),
        ("fr", "On vote pour le gâteau ce midi et pour le candidat de la gauche dimanche."),
        ("fr", "Nous votons pour le nom du candidat à la mairie."),
        ("en", "We vote for the cake at noon, and for the candidate for mayor on Sunday."),
        ("en", "We vote for the coffee machine and the party’s candidate of the left."),
    ],
)
def test_a_stand_in_the_company_s_voice_is_blocked(language: str, text: str) -> None:
    assert weights(text, language) == [Severity.BLOCK]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "À titre personnel, je voterai pour la candidate du quartier."),
        ("fr", "Je soutiens la réforme des retraites."),
        ("en", "Personally, I will vote for the candidate of the district."),
        ("en", "I support the pension reform."),
    ],
)
def test_a_stand_of_one_s_own_is_only_warned_of(language: str, text: str) -> None:
    assert weights(text, language) == [Severity.WARN]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le budget participatif : https://ardemont.example/votez-pour-votre-rue"),
        ("en", "All of it here: https://ardemont.example/blog/vote-for-your-street"),
        ("fr", "À titre personnel, sans engager Ardemont : j'irai à la réunion publique de jeudi."),
        ("fr", "Le projet de loi énergie est examiné jeudi au Parlement."),
        ("fr", "Nous soutenons le club de hand du quartier."),
        ("fr", "Nous ne soutenons aucun candidat."),
        ("fr", "Nous respectons la loi sur l'apprentissage."),
        ("fr", "La presse écrit : « Ardemont soutient le candidat ». C'est faux."),
        ("fr", "Je soutiens la grève de demain."),
        ("en", "Personally, and not for Ardemont: I will go to Thursday's public meeting."),
        ("en", "The energy bill goes before Parliament on Thursday."),
        ("en", "We support the handball club of the district."),
        ("en", "We do not support any candidate."),
        ("en", "With the right support, the government can test ideas."),
        ("en", "I support tomorrow's strike."),
        ("fr", "On vote pour le nom de la machine à café : candidats ce vendredi, salle de pause."),
        ("fr", "On vote pour le pull de Noël le plus moche : les candidats défilent vendredi."),
        ("en", "We vote for the coffee machine's name: the candidates are on the board on Friday."),
        ("en", "We are voting for the ugliest Christmas jumper: bring your candidates on Friday."),
    ],
)
def test_facts_denials_and_other_causes_pass(language: str, text: str) -> None:
    assert found("CH-18", text, language) == []
