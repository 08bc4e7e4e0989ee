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
        "Norvia est une passoire",
        "Flow est meilleur que Norvia",
        "Norvia Systems",
        "plus lent",
        "« Norvia »",
    )

    def rule(self) -> Rule:
        return rule("CH-16")

    def circumstances(self) -> Circumstances:
        return circumstances()


def severities(text: str, language: str = "fr") -> set[Severity]:
    reading = Reading(Draft(text, Language(language)))
    return {finding.severity for finding in rule("CH-16").inspect(reading, circumstances())}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Norvia est une passoire."),
        ("fr", "À côté de Flow, Norvia fait pitié : c’est une blague."),
        ("fr", "Un atelier utilise Norvia. Leur outil est obsolète."),
        ("fr", "Flow est bien meilleur que Norvia."),
        ("fr", "Norvia est plus lent."),
        ("fr", "Un visiteur a dit : « Norvia est une passoire »."),
        ("fr", "#Norvia, quelle arnaque"),
        ("en", "Norvia is a joke."),
        ("en", "Unlike Norvia, Flow works."),
        ("en", "Norvia Systems can’t keep up."),
        ("en", "A workshop uses Norvia. Their tool is clunky."),
        ("en", "Flow is faster than Norvia."),
    ],
)
def test_a_competitor_run_down_is_blocked(language: str, text: str) -> None:
    assert severities(text, language) == {Severity.BLOCK}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Norvia tient un stand au salon."),
        ("fr", "Norvia n’est pas une passoire."),
        ("fr", "Réglage plus rapide que chez Norvia, 12 minutes contre 15, selon l’étude : [lien]"),
        ("fr", "« Norvia est une passoire », dit un visiteur. C’est injuste."),
        ("fr", "À côté de Norvia, Flow est une passoire, m’écrit-on."),
        ("fr", "Norvia est au salon. Mon café était catastrophique."),
        ("en", "Norvia has a stand at the fair."),
        ("en", "Norvia is not a joke."),
        ("en", "Set up faster than at Norvia, 12 minutes against 15, source: the study."),
        ("en", "“Norvia is a sieve”, says a visitor. I disagree."),
    ],
)
def test_a_competitor_named_otherwise_is_a_remark(language: str, text: str) -> None:
    assert severities(text, language) == {Severity.WARN}


@pytest.mark.parametrize("text", ["Flow est une passoire.", "Un outil obsolète.", "norviale", ""])
def test_nobody_named_is_nobody_run_down(text: str) -> None:
    assert severities(text) == set()


def test_a_competitor_called_by_a_common_word_needs_its_capital() -> None:
    around = circumstances(competitors=[{"name": "Boulanger"}])
    assert found("CH-16", "Le boulanger est nul.", "fr", around) == []
    assert found("CH-16", "Boulanger est nul.", "fr", around) == ["nul"]


def test_one_remark_per_competitor_is_enough() -> None:
    assert found("CH-16", "Norvia, encore Norvia, toujours Norvia.") == ["Norvia"]
