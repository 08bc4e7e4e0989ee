import pytest

from domain.review import Circumstances
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = (
        "Notre chiffre d’affaires bondit de 20 %",
        "trimestre record",
        "we are about to acquire",
        "communiqué",
        "[lien]",
    )

    def rule(self) -> Rule:
        return rule("CH-10")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Notre chiffre d’affaires dépasse 40 millions d’euros."),
        ("fr", "Bravo chez Ardemont : deux milliards de connexions en mai, jamais vu !"),
        ("fr", "Trimestre record pour notre équipe."),
        ("fr", "Notre carnet de commandes est en forte hausse."),
        ("fr", "Nous allons racheter un fabricant de caméras."),
        ("fr", "Nous allons dépasser nos objectifs annuels."),
        ("fr", "Notre marge progresse, à lire avant le communiqué de demain."),
        ("en", "Our order book is up 30% this quarter."),
        ("en", "We just closed our best quarter ever!"),
        ("en", "We have passed 10,000 customers."),
        ("en", "We’re about to buy a competitor."),
        ("en", "Our EBITDA will beat the forecast by 20%."),
        ("fr", "Bravo chez Ardemont. Commande de douze machines signée hier soir."),
        ("fr", "Je travaille chez Ardemont. On a signé hier une commande de douze machines."),
        ("en", "I work at Ardemont. Orders of twelve machines signed last night."),
        ("en", "I work at Ardemont. We signed an order for twelve machines last night."),
    ],
)
def test_what_no_release_told_is_found(language: str, text: str) -> None:
    assert len(found("CH-10", text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le communiqué donne notre chiffre d’affaires, 40 millions d’euros : [lien]"),
        ("fr", "Je travaille chez Ardemont. J’ai passé commande de douze gâteaux hier soir."),
        ("en", "I work at Ardemont. I ordered twelve sandwiches last night."),
        ("en", "I work at Ardemont. In order of twelve preferences, signed by nobody."),
        ("fr", "Je ne commente pas notre chiffre d’affaires, même en hausse."),
        ("fr", "Le marché mondial des capteurs progresse de 8 %, ses ventes aussi."),
        ("fr", "Nous avons battu le record de crêpes de l’atelier."),
        ("fr", "Nous prévoyons une journée portes ouvertes en juin."),
        ("fr", "Nos résultats de sécurité sont affichés à l’entrée."),
        ("fr", "Un confrère annonce un chiffre d’affaires de 3 millions."),
        ("en", "The press release gives our revenue, 40 million euros: [link]"),
        ("en", "The market for sensors grew by 8%, its revenue too."),
        ("en", "We expect rain on the open day."),
        ("en", "12 colleagues joined the workshop this month."),
        ("en", "On July 28 we began a project with the Office of Resources Revenue."),
    ],
)
def test_public_denied_and_other_figures_pass(language: str, text: str) -> None:
    assert found("CH-10", text, language) == []


SOURCE = "Ardemont : chiffre d’affaires de 12,5 millions d’euros, en hausse de 8 %."


@pytest.mark.parametrize(
    ("text", "is_public"),
    [
        ("Notre chiffre d’affaires atteint 12,5 millions d’euros, en hausse de 8 %.", True),
        ("Notre chiffre d’affaires atteint 12,5 millions d’euros, en hausse de 9 %.", False),
        ("Notre carnet de commandes atteint 12,5 millions d’euros.", False),
    ],
)
def test_what_the_published_content_tells_is_public(text: str, is_public: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (found("CH-10", text, "fr", circumstances(source=SOURCE)) == []) is is_public


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont. Orvane va nous racheter nos actions lundi."),
        ("fr", "Je travaille chez Ardemont. Orvane nous rachète les parts du fondateur."),
        ("fr", "Je travaille chez Ardemont. Orvane nous rachète des parts."),
        ("fr", "Je travaille chez Ardemont. Orvane nous rachète un tiers du capital."),
        ("fr", "Je travaille chez Ardemont. Orvane nous rachète 30 % du capital."),
        ("en", "I work at Ardemont. Orvane will buy us all next month."),
        ("en", "I work at Ardemont. Orvane is buying us three weeks before Christmas."),
        ("en", "I work at Ardemont. Orvane is buying us some time in March."),
        ("en", "I work at Ardemont. Orvane is buying us the week before the results."),
        ("en", "I work at Ardemont. Orvane is buying our shares on Monday."),
    ],
)
def test_a_share_or_a_date_is_no_goods(language: str, text: str) -> None:
    assert found("CH-10", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont. La coop nous rachète les chutes de bois."),
        ("fr", "Je travaille chez Ardemont. La coop nous rachète nos palettes, 30 % de moins."),
        ("fr", "Je travaille chez Ardemont. Orvane nous rachète du matériel."),
        ("en", "I work at Ardemont. The chef is buying us all lunch next month."),
        ("en", "I work at Ardemont. The boss will buy us a new coffee machine."),
        ("en", "I work at Ardemont. The pump buys us some time to think."),
        ("en", "I work at Ardemont. They are buying us three new printers before Christmas."),
    ],
)
def test_what_anybody_buys_is_no_deal(language: str, text: str) -> None:
    assert not found("CH-10", text, language)
