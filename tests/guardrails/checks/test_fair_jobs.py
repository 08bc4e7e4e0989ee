import pytest

from domain.review import Circumstances
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = (
        "on recrute un jeune technicien",
        "sans enfants",
        "we are hiring",
        "native speaker",
        "jeune entreprise",
    )

    def rule(self) -> Rule:
        return rule("CH-25")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text", "piece"),
    [
        ("fr", "On recrute un jeune technicien.", "jeune"),
        ("fr", "Poste à pourvoir. Idéalement sans enfants.", "sans enfants"),
        ("fr", "Nous recrutons un homme de terrain.", "un homme"),
        ("fr", "On cherche une personne, anglais langue maternelle.", "langue maternelle"),
        ("fr", "Offre d’emploi : commercial, 25-35 ans.", "25-35 ans"),
        ("fr", "Rejoignez une équipe jeune et dynamique.", "jeune"),
        ("en", "We are hiring a young technician.", "young"),
        ("en", "A position is open. Ideally with no kids.", "with no kids"),
        ("en", "We are looking for a native English speaker.", "native English speaker"),
        ("en", "We are hiring a recent graduate.", "recent graduate"),
        ("en", "We are hiring, applicants under 35 only.", "applicants under 35"),
    ],
)
def test_a_criterion_that_is_no_skill_is_found(language: str, text: str, piece: str) -> None:
    assert piece in found("CH-25", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une jeune entreprise recrute."),
        ("fr", "On recrute, cinq ans d’expérience demandés."),
        ("fr", "On recrute, sans condition d’âge, jeune ou moins jeune."),
        ("fr", "Poste ouvert à toutes et tous (F/H), débutants bienvenus."),
        ("fr", "Une équipe jeune a gagné le tournoi."),
        ("fr", "Le poste demande un anglais courant."),
        ("en", "A young company is hiring."),
        ("en", "We are hiring a junior developer, five years of experience or none."),
        ("en", "We are hiring regardless of age, marital status or origin."),
        ("en", "A position is open to everyone."),
        ("en", "A young team won the match."),
        ("en", "The role asks for fluent English."),
    ],
)
def test_skills_equality_and_other_subjects_pass(language: str, text: str) -> None:
    assert found("CH-25", text, language) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("We're hiring a welder, aged between 25 and 35 people tell me.", True),
        ("We're hiring for a team of between 25 and 35 people.", False),
    ],
)
def test_an_age_is_no_count_of_what_stands_behind_it(text: str, *, is_found: bool) -> None:
    assert bool(found("CH-25", text, "en")) is is_found
