import pytest

from domain.review import Circumstances
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = (
        "Cobalt",
        "#ProjetOrion",
        "CONFIDENTIEL",
        "diffusion restreinte",
        "la livraison glisse de deux mois",
    )

    def rule(self) -> Rule:
        return rule("CH-08")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text", "piece"),
    [
        ("fr", "Cobalt avance bien.", "Cobalt"),
        ("fr", "Rendez-vous sur ardemont.example/projet-orion/plan", "projet-orion"),
        ("en", "Kick-off of projet  Orion today.", "projet  Orion"),
        ("fr", "Document interne : ne pas diffuser.", "ne pas diffuser"),
        ("fr", "[CONFIDENTIEL] Le plan de l’atelier", "CONFIDENTIEL"),
        ("en", "CONFIDENTIAL - the plan", "CONFIDENTIAL"),
        ("en", "Do not distribute. The plan.", "Do not distribute"),
        ("fr", "Usage interne\nLe plan est prêt.", "Usage interne"),
        ("fr", "Selon un mail interne, le module est abandonné.", "Selon un mail interne"),
        ("fr", "J'ai vu la liste des postes supprimés.", "liste des postes supprimés"),
        (
            "fr",
            "La liste des salariés concernés par le plan circule.",
            "liste des salariés concernés par le plan",
        ),
        ("en", "Our internal roadmap says May.", "internal roadmap"),
    ],
)
def test_what_is_internal_is_found(language: str, text: str, piece: str) -> None:
    assert piece in found("CH-08", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La confidentialité des données commence par les droits."),
        ("fr", "Nos données ne sont pas un document confidentiel."),
        ("fr", "Qui peut lire un document confidentiel à l’atelier ?"),
        ("fr", "La communication interne mérite mieux que des affiches."),
        ("fr", "Un outil à usage interne peut être beau."),
        ("en", "We handle confidential data with care."),
        ("en", "Internal mobility is open to everyone."),
        ("en", "The tool was first meant for internal use only."),
        (
            "fr",
            "Avant le 31 mars, extraire la liste des salariés concernés et recalculer les droits.",
        ),
        ("fr", "Une teinte cobaltée, une orientation claire."),
        ("fr", "Le projet avance sous la constellation d’Orion."),
    ],
)
def test_speaking_of_what_is_internal_gives_nothing_away(language: str, text: str) -> None:
    assert found("CH-08", text, language) == []


def test_another_company_has_other_secrets() -> None:
    around = circumstances(confidential_terms=["Zéphyrin"])
    assert found("CH-08", "Cobalt, et le zephyrin.", "fr", around) == ["zephyrin"]
