from dataclasses import replace
from typing import ClassVar

import pytest

from domain.review import Circumstances, Severity, Source
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule

PROMOTION = {
    "fr": "Je travaille chez Ardemont et notre nouvelle gamme est en ligne.",
    "en": "I work at Ardemont and our new range is online.",
}


def given(consideration: str) -> Circumstances:
    return replace(circumstances(), consideration=consideration)


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "Publicité –",
        "notre nouvelle gamme",
        "in exchange for a gift card",
        "Je travaille chez Ardemont.",
    )

    def rule(self) -> Rule:
        return rule("CH-02")

    def circumstances(self) -> Circumstances:
        return given("a gift card")


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("fr", "Publicité – {}"),
        ("fr", "[Publicité] {}"),
        ("fr", "Collaboration commerciale. {}"),
        ("fr", "Bonjour, ceci est une publicité : {}"),
        ("fr", "PUBLICITÉ\n{}"),
        ("en", "Ad: {}"),
        ("en", "(Advertisement) {}"),
        ("en", "Paid partnership with Ardemont – {}"),
        ("en", "📣 Ad – {}"),
    ],
)
def test_a_label_in_words_at_the_top_makes_it_fair(language: str, label: str) -> None:
    assert found("CH-02", label.format(PROMOTION[language]), language, given("a voucher")) == []


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("fr", "{}"),
        ("fr", "{} #publicité"),
        ("fr", "#Publicité {}"),
        ("fr", "Ceci n'est pas une publicité. {}"),
        ("fr", "La publicité change peu. {}"),
        ("fr", "{} " + "Un atelier se lit de loin. " * 9 + "Publicité."),
        ("en", "{} #ad #sponsored"),
        ("en", "This is not an ad. {}"),
        ("en", "No paid partnership here. {}"),
        ("en", "Ad hoc news: {}"),
    ],
)
def test_a_hashtag_a_denial_or_a_word_further_down_is_no_label(language: str, label: str) -> None:
    assert found("CH-02", label.format(PROMOTION[language]), language, given("a voucher"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Merci à l'équipe com' pour le café. Je travaille chez Ardemont."),
        ("fr", "Un planning se lit de loin ou ne se lit pas."),
        ("en", "Thank you for the coffee. I work at Ardemont."),
    ],
)
def test_a_text_that_promotes_nothing_needs_no_label(language: str, text: str) -> None:
    assert found("CH-02", text, language, given("a coffee")) == []


@pytest.mark.parametrize("nothing", ["", "  ", "aucune", "None", "rien.", "0"])
def test_nothing_received_is_no_consideration(nothing: str) -> None:
    assert found("CH-02", PROMOTION["fr"], "fr", given(nothing)) == []


@pytest.mark.parametrize(
    ("language", "text", "is_told"),
    [
        ("fr", "J'ai reçu une carte cadeau pour ce post : voici Flow.", True),
        ("fr", "Je publie ceci en échange d'un bon d'achat.", True),
        ("fr", "Je ne suis pas payée pour publier.", False),
        ("fr", "Nous offrons une carte cadeau à un client tiré au sort.", False),
        ("en", "I was paid to post about Flow.", True),
        ("en", "Posted in exchange for a gift card.", True),
        ("en", "I am not paid to post.", False),
        ("en", "You get a preview link for every post.", False),
    ],
)
def test_a_reward_told_in_the_text_itself_needs_a_label_too(
    language: str, text: str, *, is_told: bool
) -> None:
    assert bool(found("CH-02", text, language)) is is_told


@pytest.mark.parametrize(
    ("language", "text", "is_told"),
    [
        ("fr", "Je travaille chez Ardemont, qui ouvre un second laboratoire à Lorient.", True),
        ("fr", "Fier de travailler chez Ardemont : notre laboratoire est magnifique.", True),
        ("fr", "Je travaille chez Ardemont, dont l'usine vient d'ouvrir.", True),
        ("fr", "Je travaille chez Ardemont, qui m'a embauchée en 2019. Il pleut.", False),
        ("fr", "Merci à notre petite équipe pour le café. Je travaille chez Ardemont.", False),
        ("en", "I work at Ardemont, which has just opened a lab; go and see it!", True),
        ("en", "Proud to work at Ardemont: our Lorient lab is wonderful.", True),
        ("en", "I work at Ardemont, which hired me in 2019. It rains.", False),
        ("en", "Thanks to our small team for the coffee. I work at Ardemont.", False),
    ],
)
def test_what_is_told_beside_the_disclosure_promotes_too(
    language: str, text: str, *, is_told: bool
) -> None:
    assert bool(found("CH-02", text, language, given("une carte cadeau"))) is is_told
    assert found("CH-02", text, language) == []
    assert found("CH-02", f"Publicité – {text}", language, given("une carte cadeau")) == []


def test_it_blocks() -> None:
    assert rule("CH-02").severity is Severity.BLOCK


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont, qui mène la danse dans la pompe."),
        ("fr", "Je travaille chez Ardemont, qui met en service un labo."),
        ("fr", "Je travaille chez Ardemont, qui mérite votre confiance."),
        ("fr", "Je travaille chez Ardemont, où un labo ouvre cet hiver."),
        ("en", "I work at Ardemont, who opened a lab."),
        ("en", "I work at Ardemont, where a lab opened."),
        ("en", "I work at Ardemont that makes great pumps."),
    ],
)
def test_what_is_told_of_the_company_behind_its_name_promotes(language: str, text: str) -> None:
    assert found("CH-02", text, language, given("a voucher"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont, qui me paie."),
        ("fr", "Je travaille chez Ardemont, qui m'emploie."),
        ("fr", "Je travaille chez Ardemont, où je répare des vannes."),
        ("fr", "Je travaille chez Ardemont, ou presque."),
        ("en", "I work at Ardemont, who hired me."),
        ("en", "I work at Ardemont, where I mend valves."),
        ("en", "I work at Ardemont, that said, I am off."),
    ],
)
def test_what_is_told_of_the_author_there_does_not(language: str, text: str) -> None:
    assert not found("CH-02", text, language, given("a voucher"))


ABOUT_BIKES = Source("Vingt-deux collègues ont réparé 87 vélos. Twenty-two repaired 87 bikes.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont. Vingt-deux collègues ont réparé 87 vélos."),
        ("fr", "Je travaille chez Ardemont. 87 vélos réparés en un samedi !"),
        ("fr", "Je travaille chez Ardemont. Éloïse Prigent, notre présidente, a réparé un vélo."),
        ("fr", "Salariée d'Ardemont, je vous raconte un samedi de réparation."),
        ("fr", "Quel beau samedi à la gare."),
        ("en", "I work at Ardemont. Twenty-two colleagues repaired 87 bikes."),
        ("en", "I work at Ardemont. 87 bikes repaired in one Saturday!"),
        ("en", "I work at Ardemont. Eloise Prigent, our president, repaired a bike."),
        ("en", "As an Ardemont employee, I tell you about a Saturday of repairs."),
        ("en", "What a Saturday at the station."),
    ],
)
def test_a_text_about_a_paid_content_says_that_it_is_paid(language: str, text: str) -> None:
    paid = replace(given("un bon d'achat de 20 €"), source=ABOUT_BIKES)
    assert found("CH-02", text, language, paid)
    label = "Publicité" if language == "fr" else "Advertisement"
    assert found("CH-02", f"{label} – {text}", language, paid) == []
    assert found("CH-02", text, language, replace(paid, consideration="aucune")) == []
    assert found("CH-02", text, language, replace(paid, consideration=None)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont. Éloïse Prigent, notre présidente, répare un vélo."),
        ("fr", "Je travaille chez Ardemont. Merci à notre nouvelle directrice pour le café."),
        ("fr", "Je travaille chez Ardemont. Nos apprenties ont le sourire."),
        ("fr", "Je travaille chez Ardemont. Notre PDG a couru dix kilomètres."),
        ("fr", "Je travaille chez Ardemont. Nos salariés ont voté."),
        ("en", "I work at Ardemont. Eloise Prigent, our president, mends a bike."),
        ("en", "I work at Ardemont. Thank you to our new director for the coffee."),
        ("en", "I work at Ardemont. Our apprentices are all smiles."),
        ("en", "I work at Ardemont. Our CEO ran ten kilometres."),
        ("en", "I work at Ardemont. Our employees have voted."),
    ],
)
def test_somebody_of_ours_promotes_nothing(language: str, text: str) -> None:
    assert found("CH-02", text, language, given("a voucher")) == []


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        (
            "fr",
            "Je travaille chez Ardemont. Notre présidente a ouvert nos ateliers.",
            "nos ateliers",
        ),
        ("fr", "Je travaille chez Ardemont. Notre chargeur est prêt.", "Notre chargeur"),
        ("en", "I work at Ardemont. Our president opened our workshops.", "our workshops"),
        ("en", "I work at Ardemont. Our charger is ready.", "Our charger"),
    ],
)
def test_something_of_ours_still_does(language: str, text: str, marked: str) -> None:
    assert found("CH-02", text, language, given("a voucher")) == [marked]
