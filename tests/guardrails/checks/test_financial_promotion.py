import pytest

from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import found, rule


class TestContract(RuleContract):
    fragments = (
        "achetez l’action",
        "guaranteed returns",
        "le titre est une affaire",
        "the stock is a steal",
    )

    def rule(self) -> Rule:
        return rule("CH-11")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "À ce cours, le titre est une aubaine."),
        ("fr", "Achetez nos actions avant l’été."),
        ("fr", "C’est le bon moment pour investir, foncez."),
        ("fr", "Un placement sans risque, rendement assuré."),
        ("fr", "À votre place, j’achèterais des actions."),
        ("en", "Buy our shares before the summer."),
        ("en", "The stock is undervalued."),
        ("en", "It is the right time to buy."),
        ("en", "Guaranteed returns for everybody."),
        ("en", "You can’t lose."),
    ],
)
def test_advice_and_promised_returns_are_found(language: str, text: str) -> None:
    assert found("CH-11", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je ne donne pas d’avis sur le titre."),
        ("fr", "Je ne conseille pas d’acheter l’action."),
        ("fr", "Aucun rendement garanti, la notice le dit."),
        ("fr", "Les actions de formation reprennent."),
        ("fr", "C’est le moment d’agir."),
        ("fr", "Nous investissons dans la formation."),
        ("en", "This is not advice to buy the shares."),
        ("en", "No guaranteed returns, the notice says so."),
        ("en", "Share this post if it helps."),
        ("en", "The sensor is in stock."),
    ],
)
def test_speaking_of_shares_is_no_advice(language: str, text: str) -> None:
    assert found("CH-11", text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "is_found"),
    [
        ("fr", "On me demande si l'action Ardemont va monter. Je ne donne pas d'avis.", False),
        ("fr", "L'action Ardemont va monter.", True),
        ("fr", "On me demande si le titre va monter. Oui, achetez le titre.", True),
        ("en", "People ask me whether the stock is going to rise. I have no view.", False),
        ("en", "The stock is going to rise.", True),
    ],
)
def test_whether_a_stock_will_rise_is_asked_and_not_promised(
    language: str, text: str, *, is_found: bool
) -> None:
    assert bool(found("CH-11", text, language)) is is_found
