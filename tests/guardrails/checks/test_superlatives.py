import pytest

from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = (
        "Ardemont, leader du marché.",
        "Résultat garanti, la preuve : [lien]",
        "Flow is number one.",
        "On lit « le leader » ici ou là.",
    )

    def rule(self) -> Rule:
        return rule("CH-22")


@pytest.mark.parametrize(
    ("language", "text", "piece"),
    [
        ("fr", "Ardemont, leader du planning.", "leader"),
        ("fr", "Flow est n°1 du planning.", "n°1"),
        ("fr", "Flow est n º 1 du planning.", "n º 1"),
        ("fr", "Flow est № 1 du planning.", "№ 1"),
        ("fr", "Flow est le lеader mondial.", "est le lеader"),
        ("fr", "Flow, la MEILLEURE solution.", "la MEILLEURE solution"),
        ("fr", "Résultat garanti.", "garanti"),
        ("fr", "Flow est 100 % fiable.", "100 % fiable"),
        ("en", "We are the market leader.", "market leader"),
        ("en", "Flow is #1.", "#1"),
        ("en", "Flow is the fastest on the market.", "the fastest on the market"),
        ("en", "Results guaranteed.", "guaranteed"),
    ],
)
def test_an_unproven_claim_is_found(language: str, text: str, piece: str) -> None:
    assert found("CH-22", text, language) == [piece]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ce n’est pas garanti."),
        ("fr", "Rien n’est garanti ici."),
        ("fr", "Selon le baromètre, Ardemont est leader du planning."),
        ("fr", "Leader du planning. Le classement : https://ardemont.example/rang"),
        ("fr", "Un client écrit : « vous n’êtes pas le leader mondial du planning »."),
        ("fr", "Le leader d’équipe écoute."),
        ("fr", "La garantie légale dure deux ans."),
        ("fr", "Règle n°1 : des gants."),
        ("fr", "La meilleure solution reste d’en parler."),
        ("en", "It is not guaranteed."),
        ("en", "According to the survey, Ardemont is the market leader."),
        ("en", "The team leader listens."),
        ("en", "Rule number one: gloves."),
        ("en", "The best solution is to talk about it."),
        ("en", "The sensor has a warranty."),
    ],
)
def test_a_denied_proven_or_other_meaning_passes(language: str, text: str) -> None:
    assert found("CH-22", text, language) == []


def test_praise_counts_where_the_company_is_spoken_of() -> None:
    assert found("CH-22", "Notre équipe est la meilleure équipe.") == ["la meilleure équipe"]
    around = circumstances(name="Brévane", products=[])
    assert found("CH-22", "Flow, la meilleure solution.", "fr", around) == []
    assert found("CH-22", "Brévane, la meilleure solution.", "fr", around)
