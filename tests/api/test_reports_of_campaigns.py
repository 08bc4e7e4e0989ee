"""Figures of a campaign are one, by whichever name and of whichever of its contents they are."""

from datetime import date
from typing import Any

import pytest

from domain.campaigns import Campaign
from domain.content import ContentItem, ContentState, Objective
from domain.roles import Role
from tests.api.conftest import Service

WEEK = {"from": "2026-03-02", "to": "2026-03-08"}
SPRING = Campaign(
    campaign_id="spring-2026", name="Printemps 2026 · Spring", objective=Objective.AWARENESS
)
NAMES = ("spring-2026", "Printemps 2026 · Spring", "Spring-2026", " printemps 2026 ·  spring ")


@pytest.fixture
def campaign(service: Service) -> str:
    if service.services.campaigns.called(SPRING.campaign_id) is None:
        service.services.campaigns.add(SPRING)
    return SPRING.campaign_id


def report(service: Service, **said: Any) -> str:
    headers = service.headers(Role.COMMS)
    answer = service.client.post("/v1/outcomes", headers=headers, json=WEEK | said)
    return str(answer.json().get("counted", answer.status_code))


def test_one_campaign_is_reported_once_by_whichever_name(service: Service, campaign: str) -> None:
    told = [report(service, campaign_id=one, people=12 + at) for at, one in enumerate(NAMES)]
    assert campaign
    assert told == ["campaign", "withheld", "withheld", "withheld"]


def test_few_people_wait_for_the_others_of_their_campaign(service: Service, campaign: str) -> None:
    later = {"from": "2026-04-06", "to": "2026-04-12"}
    assert report(service, campaign_id=NAMES[1], people=3, **later) == "pooled"
    after = {"from": "2026-04-13", "to": "2026-04-19"}
    assert report(service, campaign_id=campaign, people=9, reach=90, **after) == "campaign"
    shown = service.services.outcomes.published()[-1]
    assert (shown.campaign_id, shown.first_week) == (campaign, date(2026, 4, 6))


def test_a_content_is_of_its_own_campaign(service: Service) -> None:
    content = within_a_campaign(service)
    week = {"from": "2026-05-04", "to": "2026-05-10"}
    assert report(service, content_id=content.content_id, people=12, **week) == "content"
    assert report(service, campaign_id=content.campaign, people=13, **week) == "withheld"


def test_a_content_is_no_part_of_another_campaign(service: Service) -> None:
    content = within_a_campaign(service)
    week = {"from": "2026-05-11", "to": "2026-05-17"}
    said = {"content_id": content.content_id, "campaign_id": "another"}
    assert report(service, people=12, **said, **week) == "content"
    assert report(service, campaign_id=content.campaign, people=13, **week) == "withheld"


def test_spaces_name_no_campaign(service: Service) -> None:
    assert report(service, campaign_id=" ", people=12) == "422"


def within_a_campaign(service: Service) -> ContentItem:
    found, _ = service.services.contents.page(state=ContentState.LIVE, limit=50)
    return next(one for one in found if one.campaign)
