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
        "Mission terminée chez Delmas Logistique.",
        "Merci à tous #DelmasLogistique",
        "Visite chez notre client Brévant Matériaux.",
        "A visit to our client Acme Metals.",
    )

    def rule(self) -> Rule:
        return rule("CH-12")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text", "pieces"),
    [
        ("fr", "Mission chez Delmas Logistique.", ["Delmas Logistique"]),
        ("fr", "Merci DELMAS-LOGISTIQUE !", ["DELMAS-LOGISTIQUE"]),
        ("fr", "Une belle équipe chez Delmas.", ["Delmas"]),
        ("fr", "Bravo #DelmasLogistique", ["DelmasLogistique"]),
        ("fr", "Visite chez notre client Brévant Matériaux.", ["Brévant Matériaux"]),
        ("en", "Delmas’s warehouse is huge.", ["Delmas"]),
        ("en", "A visit to our client Acme Metals.", ["Acme Metals"]),
        ("en", "Project finished at Delmas Logistique.", ["Delmas Logistique"]),
    ],
)
def test_a_client_not_cleared_is_asked_about(language: str, text: str, pieces: list[str]) -> None:
    assert found("CH-12", text, language) == pieces


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Back from Delmatrans, our newest customer."),
        ("en", "Delmatrans, one of our customers, opened a hall."),
        ("en", "Delmatrans is our newest customer."),
        ("en", "Thanks to Delmatrans, our client since March."),
        ("en", "At Delmatrans, our very first client."),
        ("fr", "Visite de Delmatrans, notre plus gros client."),
        ("fr", "Hier chez Delmatrans, l'un de nos clients."),
        ("fr", "Chez Delmatrans, un de nos clients depuis mars."),
        ("fr", "Delmatrans est notre client historique."),
        ("fr", "Delmatrans (notre premier client) ouvre un hall."),
    ],
)
def test_a_name_called_a_client_behind_it_is_asked_about(language: str, text: str) -> None:
    assert found("CH-12", text, language) == ["Delmatrans"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thanks to Julie Moran, our client director."),
        ("en", "Thanks to Julie Moran, our customer success lead."),
        ("en", "Julie Moran is our client partner."),
        ("en", "In Leeds, our client asked for more."),
        ("en", "In Elmford, our customer base grew."),
        ("en", "Yesterday in Elmford, our client's roof leaked."),
        ("en", "Elmford, our client said, is cold."),
        ("fr", "À Nantes, notre client a dit oui."),
        ("fr", "Hier à Brissol, notre client…"),
        ("fr", "Près de Brissol, notre client, un logisticien, a dit oui."),
        ("fr", "Merci à Julie Moran, notre cheffe de projet client."),
    ],
)
def test_a_place_and_a_colleague_before_our_client_are_none(language: str, text: str) -> None:
    assert found("CH-12", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Notre client Ateliers Morel raconte."),
        ("fr", "Mission terminée chez un logisticien."),
        ("fr", "Nos clients demandent des plannings lisibles."),
        ("fr", "Notre partenaire Norvia n’en est pas un."),
        ("en", "Our client tells of the project."),
        ("en", "Our customers ask for readable schedules."),
        ("en", "Our partner program opens in May."),
        ("fr", "Notre client : Connectez la machine avant de partir."),
        ("en", "The logistics of a delmasian kind."),
    ],
)
def test_cleared_and_unnamed_clients_pass(language: str, text: str) -> None:
    assert found("CH-12", text, language) == []


def test_a_client_whom_the_published_content_names_is_known() -> None:
    around = circumstances(source="Brévant Matériaux a choisi Flow.")
    assert found("CH-12", "Notre client Brévant Matériaux.", "fr", around) == []


def test_a_client_not_allowed_is_asked_about_even_if_published() -> None:
    around = circumstances(source="Delmas Logistique a choisi Flow.")
    assert found("CH-12", "Delmas Logistique raconte.", "fr", around) == ["Delmas Logistique"]


def test_the_short_name_of_two_is_no_name() -> None:
    around = circumstances(clients_allowed=["Delmas Conseil"])
    assert found("CH-12", "Une équipe chez Delmas.", "fr", around) == []


def test_a_client_called_by_a_common_word_needs_its_capital() -> None:
    around = circumstances(clients_not_allowed=["Boulanger"])
    assert found("CH-12", "Le boulanger ouvre à six heures.", "fr", around) == []
    assert found("CH-12", "Chez Boulanger, six heures.", "fr", around) == ["Boulanger"]


def test_a_distinctive_word_needs_its_capital() -> None:
    assert found("CH-12", "un nœud delmas") == []


def test_the_finding_says_whom_to_ask() -> None:
    reading = Reading(Draft("Merci Delmas Logistique.", Language.FRENCH))
    (finding,) = rule("CH-12").inspect(reading, circumstances())
    assert finding.severity is Severity.ASK
    assert "compte client" in finding.message.fr
    assert "account" in finding.message.en
