import pytest

from domain.review import Circumstances
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = ("nos capteurs sont écologiques", "carbon neutral", "62 %", "[lien]", "feu vert")

    def rule(self) -> Rule:
        return rule("CH-23")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nos capteurs sont écologiques."),
        ("fr", "Flow, la solution verte."),
        ("fr", "Notre usine est neutre en carbone."),
        ("fr", "Nos capteurs sont neutres en carbone, 30 arbres plantés : [lien]"),
        ("fr", "Voici nos capteurs. Ils sont plus verts."),
        ("en", "Our sensors are eco-friendly."),
        ("en", "Our factory is zero-emission."),
        ("en", "Flow is good for the planet."),
        ("en", "Our sensors are carbon neutral, 30 trees planted: [link]"),
        ("en", "Here are our sensors. They are greener."),
    ],
)
def test_a_general_claim_is_found(language: str, text: str) -> None:
    assert found("CH-23", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Notre boîtier est éco-conçu : 62 % de plastique recyclé, selon la fiche : [lien]"),
        ("fr", "Nos capteurs ne sont pas écologiques."),
        ("fr", "La transition écologique change notre atelier."),
        ("fr", "Nous avons le feu vert."),
        ("fr", "Nos espaces verts accueillent des abeilles."),
        ("fr", "Le vélo est plus écologique, paraît-il."),
        ("en", "Our casing is eco-designed: 62% recycled plastic, according to the sheet: [link]"),
        ("en", "Our sensors are not eco-friendly."),
        ("en", "We got the green light."),
        ("en", "We work at a sustainable pace."),
        ("en", "A green LED on our sensor means it is on."),
    ],
)
def test_exact_claims_topics_and_colours_pass(language: str, text: str) -> None:
    assert found("CH-23", text, language) == []
