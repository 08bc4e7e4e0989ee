import pytest

from domain.review import Circumstances
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = (
        "la panne de Flow",
        "the Flow outage is over",
        "[page de statut]",
        "informations officielles",
    )

    def rule(self) -> Rule:
        return rule("CH-20")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La panne de Flow est réglée."),
        ("fr", "L’incident sur Flow n’a touché que trois ateliers."),
        ("fr", "Fière de mes collègues pendant la panne de Flow."),
        ("fr", "La panne de Flow, mises à jour ici : https://presse.example/flow"),
        ("fr", "La panne de Flow : informations officielles à venir."),
        ("en", "The Flow outage is over."),
        ("en", "Flow was down, so what?"),
        ("en", "The Flow outage was minor, updates here: [link]. It was a small incident."),
    ],
)
def test_a_frozen_topic_is_not_spoken_of(language: str, text: str) -> None:
    assert found("CH-20", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Panne de Flow : informations officielles sur [page de statut]"),
        ("fr", "Panne de Flow, état du service : https://status.ardemont.example/flow"),
        ("fr", "Flow affiche le planning."),
        ("fr", "Une panne de convoyeur s’entend avant de se voir."),
        ("en", "Flow outage: service status at https://status.ardemont.example."),
        ("en", "Flow shows the schedule."),
        ("en", "An outage of the conveyor is heard first."),
    ],
)
def test_a_pointer_and_other_topics_pass(language: str, text: str) -> None:
    assert found("CH-20", text, language) == []


def test_nothing_is_frozen_by_default() -> None:
    assert (
        found("CH-20", "La panne de Flow est réglée.", "fr", circumstances(frozen_topics=[])) == []
    )
