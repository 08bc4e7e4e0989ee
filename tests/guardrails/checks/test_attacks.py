from dataclasses import replace
from typing import ClassVar

import pytest

from domain.errors import CharterInvalid
from domain.review import Severity
from guardrails.catalogue import build_rules
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import clauses, found, rule


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "Je travaille chez Ardemont, dirigée par des voleurs.",
        "The management is a pack of liars.",
        "boîte de merde",
    )

    def rule(self) -> Rule:
        return rule("CH-17")


@pytest.mark.parametrize(
    ("language", "text", "attack"),
    [
        ("fr", "Je travaille chez Ardemont, dirigée par des voleurs.", "voleurs"),
        ("fr", "Nos dirigeants sont des escrocs.", "escrocs"),
        ("fr", "Ardemont, quelle bande de menteurs.", "menteurs"),
        ("fr", "Je travaille chez Ardemont. Ils sont tous des voleurs.", "voleurs"),
        ("fr", "Ardemont escroque ses clients.", "escroque ses clients"),
        ("en", "I work at Ardemont, run by thieves.", "thieves"),
        ("en", "Our executives are crooks.", "crooks"),
        ("en", "What a bunch of liars Ardemont is.", "liars"),
        ("en", "I work at Ardemont. They are all thieves.", "thieves"),
        ("en", "Ardemont is a shit company.", "shit company"),
    ],
)
def test_an_insult_or_a_crime_laid_at_the_employer_s_door_is_warned_of(
    language: str, text: str, attack: str
) -> None:
    assert found("CH-17", text, language) == [attack]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nos dirigeants ne sont pas des voleurs."),
        ("fr", "Ardemont protège les chantiers des voleurs de câbles."),
        ("fr", "Un tract disait : « la direction est une bande d'escrocs ». Je ne le pense pas."),
        ("fr", "Les clients de Norvia sont des voleurs."),
        ("fr", "La direction s'est trompée et ne veut pas l'entendre."),
        ("en", "Our executives are not thieves."),
        ("en", "Ardemont protects sites from cable thieves."),
        ("en", "A leaflet said: “the management is a pack of liars”. I do not think so."),
        ("en", "Norvia's customers are thieves."),
        ("en", "The management was wrong and will not hear it."),
    ],
)
def test_denial_quotation_other_targets_and_criticism_pass(language: str, text: str) -> None:
    assert found("CH-17", text, language) == []


@pytest.mark.parametrize("severity", [Severity.BLOCK, Severity.FIX, Severity.ASK])
def test_no_charter_can_make_criticism_of_the_employer_block(severity: Severity) -> None:
    clause = clauses()["CH-17"]
    with pytest.raises(CharterInvalid, match="never blocked"):
        build_rules(clause.model_copy(update={"severity": severity}), key=b"k")
    attacks = rule("CH-17")
    assert attacks.severity is Severity.WARN
    assert replace(attacks, clause="CH-17") == attacks  # type: ignore[type-var]  # every rule is a dataclass
