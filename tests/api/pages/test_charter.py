import html
import re

import pytest

from api.pages.typography import typeset
from domain.language import Language
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.COMMS])
def test_every_clause_says_what_it_asks_and_why(
    service: Service, sign_in: SignIn, role: Role, language: Language
) -> None:
    page = html.unescape(sign_in(role, language=language).get("/charter").text)
    for clause in service.services.guard.charter.charter.clauses:
        assert f'id="{clause.id}"' in page
        for said in (clause.name, clause.statement, clause.why):
            assert typeset(said.as_bilingual().in_language(language), language) in page


def test_the_charter_in_force_is_named_to_the_byte(service: Service, sign_in: SignIn) -> None:
    ref = service.services.guard.charter.ref
    page = sign_in().get("/charter").text
    assert ref.id in page
    assert ref.digest[:12] in page


def test_what_is_only_approximated_says_so(service: Service, sign_in: SignIn) -> None:
    clauses = service.services.guard.charter.charter.clauses
    approximated = sum(clause.needs_judgement for clause in clauses)
    page = sign_in(language="en").get("/charter").text
    assert page.count("Examined by its wording only.") == approximated
    assert page.count("Examined in full.") == len(clauses) - approximated
    assert re.findall(r"<dd>(\d+)</dd>", page)[:2] == [
        str(len(clauses) - approximated),
        str(approximated),
    ]
