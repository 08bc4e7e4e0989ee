from datetime import date

import pytest

from api.wiring import Services
from domain.campaigns import Campaign
from domain.content import Objective
from domain.roles import Role
from tests.api.campaigns import keep_campaign
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn
from tests.api.test_plans import add
from tests.builders import item

FIRST, LAST = date(2026, 1, 5), date(2099, 1, 5)


@pytest.fixture
def campaign(service: Service) -> str:
    """Make a campaign of one French content."""
    services: Services = service.services
    pages = Campaign(campaign_id="pg", name="Pages", objective=Objective.TALENT)
    keep_campaign(services.campaigns, pages)
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


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "nommez-la dans un contenu"), ("en", "name it in a content")]
)
def test_a_plan_that_cannot_be_made_says_what_to_do_and_keeps_what_was_typed(
    sign_in: SignIn, service: Service, language: str, told: str
) -> None:
    empty = Campaign(campaign_id="vide", name="Vide", objective=Objective.TALENT)
    keep_campaign(service.services.campaigns, empty)
    staff = sign_in(Role.COMMS, language=language)
    refused = staff.send("/campaigns/vide/plan", **{"expert-fr": "37"})
    assert refused.status_code == 409
    assert told in refused.text
    assert 'value="37"' in refused.text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whoever_holds_a_seat_finds_its_content_and_no_second_offer(
    sign_in: SignIn, campaign: str, language: str
) -> None:
    sign_in(Role.COMMS).send(f"/campaigns/{campaign}/plan", **{"expert-fr": "5"})
    employee = sign_in(language=language)
    assert employee.get("/seats").text.count('name="campaign_id" value="pg"') == 1
    employee.send("/seats", campaign_id=campaign)
    page = employee.get("/seats").text
    assert {"fr": "Votre contenu", "en": "Your content"}[language] in page
    assert 'href="/contents/pg1"' in page
    assert 'name="campaign_id" value="pg"' not in page


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (None, None, ("sans date de début ni de fin", "without first or last day")),
        (FIRST, None, ("partir du 5\u00a0janvier 2026", "from 5\u00a0January 2026")),
        (None, LAST, ("jusqu’au 5\u00a0janvier 2099", "until 5\u00a0January 2099")),
        (
            FIRST,
            LAST,
            (
                "du 5\u00a0janvier 2026 au 5\u00a0janvier 2099",
                "5\u00a0January 2026 to 5\u00a0January 2099",
            ),
        ),
    ],
)
def test_the_days_of_a_campaign_are_said(
    sign_in: SignIn,
    service: Service,
    starts: date | None,
    ends: date | None,
    said: tuple[str, str],
) -> None:
    days = Campaign(
        campaign_id="days", name="Jours", objective=Objective.TALENT, starts=starts, ends=ends
    )
    keep_campaign(service.services.campaigns, days)
    for language, told in zip(("fr", "en"), said, strict=True):
        assert told in sign_in(Role.COMMS, language=language).get("/campaigns").text
