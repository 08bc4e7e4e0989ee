"""Somebody's child, named beside its age or its picture."""

from collections.abc import Callable

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Severity
from guardrails.checks.personal_data import PersonalData
from guardrails.children import children
from guardrails.reading import Reading
from tests.growing import TIMES, is_in_step
from tests.guardrails.shipped import circumstances


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Voici la photo de Zoé, 9 ans, la fille de ma collègue, au stand."),
        ("fr", "Ma fille a adoré la visite, elle s'appelle Zoé et elle a neuf ans."),
        ("fr", "Sur la photo, Hugo, le petit fils du gardien."),
        ("en", "Here is a photo of Zoe, 9, my colleague's daughter, at our stand."),
        ("en", "My daughter loved the open day, she is 9 and her name is Zoé."),
        ("en", "Hugo is seven years old, and the kid of our caretaker."),
        ("fr", "Ma fille Zoé a eu 9 ans au printemps."),
        ("fr", "Ma fille Zoé fête ses 9 ans à Dole."),
        ("fr", "Hugo, 9 ans, le garçon de ma collègue, a vu la vanne."),
        ("fr", "Les jumeaux Hugo et Zoé ont vu la vanne, ils ont 9 ans."),
        ("fr", "Voici mon petit-fils Hugo, 9 ans."),
        ("fr", "Une fillette de 9 ans, Zoé, a vu la vanne."),
        ("fr", "Ma belle-fille Zoé a 9 ans."),
        ("en", "My daughter Zoe is 9."),
        ("en", "My son Hugo is six."),
        ("en", "My son Hugo is 9 and loved the open day."),
        ("en", "My daughter Zoe turned 9 in spring."),
        ("en", "My daughter Zoe (9) saw the valve."),
        ("en", "My daughter Zoe just turned six."),
        ("en", "My grandson Hugo is 9."),
        ("en", "The twins Hugo and Zoe are here, aged 9."),
        ("en", "The boy, Hugo, is 9."),
        ("en", "My stepdaughter Zoe is 9."),
        ("en", "Nine-year-old Zoe saw the valve."),
    ],
)
def test_a_child_is_asked_about(language: str, text: str) -> None:
    findings = PersonalData().inspect(Reading(Draft(text, Language(language))), circumstances())
    assert [one.severity for one in findings] == [Severity.ASK]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La fille de ma collègue a 9 ans et a adoré le stand."),
        ("fr", "Le fils de Karim a 34 ans et travaille avec nous."),
        ("fr", "Hugo, 9 ans de maison, a montré la vanne aux enfants."),
        ("fr", "Ma fille s'appelle Zoé. La pompe a 9 ans."),
        ("fr", "Odile Ferrand publie une photo dans son article sur la pompe."),
        ("en", "My son is 9 and loved the open day."),
        ("en", "Hugo's son is 34 and works with us."),
        ("en", "Hugo, 9 years in the workshop, showed the children the valve."),
        ("en", "Hugo says the son of the pump is 9.5 bar."),
    ],
)
def test_a_child_without_a_name_a_grown_one_or_another_age_is_not(language: str, text: str) -> None:
    assert not list(children(Reading(Draft(text, Language(language)))))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "flood",
    [
        "ma fille, ",
        "Zoé, 9, son ",
        "she is 9 child ",
        "9 ans ",
        "nine-year-old ",
        "turned 9 in (9)",
    ],
)
def test_its_time_grows_in_step_with_the_text(flood: str, language: Language) -> None:
    def read(times: int) -> Callable[[int], object]:
        text = flood * times
        return lambda again: list(children(Reading(Draft(text + " " * again, language))))

    assert is_in_step(read(300), read(300 * TIMES))
