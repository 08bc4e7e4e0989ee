import pytest

from api.wiring import Services
from domain.campaigns import Campaign
from domain.content import Objective
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn
from tests.api.test_plans import add
from tests.builders import item


@pytest.fixture
def campaign(service: Service) -> str:
    """Make a campaign of one French content."""
    services: Services = service.services
    services.campaigns.save(Campaign(campaign_id="pg", name="Pages", objective=Objective.TALENT))
    add(services, item(content_id="pg1", title="Une page", text="Une page", campaign="pg"))
    return "pg"


@pytest.mark.parametrize(
    ("language", "planned"), [("fr", "Ce qui est prévu"), ("en", "What is planned")]
)
def test_the_team_plans_seats_and_an_employee_takes_one_by_asking(
    sign_in: SignIn, campaign: str, language: str, planned: str
) -> None:
    staff = sign_in(Role.COMMS, language=language)
    path = f"/campaigns/{campaign}/plan"
    assert staff.send(path, **{"expert-fr": "5", "reporter-fr": "x"}).status_code == 303
    page = staff.get(path).text
    assert planned in page
    assert "Une page" in page
    employee = sign_in(language=language)
    assert 'href="/seats"' in employee.get("/").text
    answer = employee.send("/seats", campaign_id=campaign)
    assert (answer.status_code, answer.headers["location"]) == (303, "/contents/pg1")


def test_no_seats_and_no_free_one_are_said(sign_in: SignIn, campaign: str) -> None:
    staff = sign_in(Role.COMMS, language="en")
    refused = staff.send(f"/campaigns/{campaign}/plan")
    assert refused.status_code == 422
    assert "Say at least how many seats" in refused.text
    gone = sign_in(language="en").send("/seats", campaign_id="unknown")
    assert gone.status_code == 404
    assert "No free seat suits you" in gone.text
