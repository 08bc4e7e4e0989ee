"""The OpenAPI document: reviewed when it changes, and its examples are sent."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from api import planning
from api.app import create_app
from api.schemas.plans import PlanIn
from domain.campaigns import Campaign
from domain.content import Objective
from domain.people import ProfileType
from domain.purposes import Purpose
from domain.roles import Caller, Role
from tests.api.campaigns import keep_campaign
from tests.api.conftest import Service
from tests.api.rules import OBJECTS
from tests.api.test_plans import add
from tests.builders import item
from tests.golden import assert_golden

SENDERS = {
    "/v1/recommendations": Role.PLATFORM,
    "/v1/drafts": Role.PLATFORM,
    "/v1/profile-types/suggestions": Role.PLATFORM,
    "/v1/checks": Role.COMMS,
    "/v1/handoffs": Role.PLATFORM,
    "/v1/contents": Role.COMMS,
    "/v1/contents/{content_id}": Role.COMMS,
    "/v1/campaigns": Role.COMMS,
    "/v1/campaigns/{campaign_id}": Role.COMMS,
    "/v1/campaigns/{campaign_id}/plan": Role.COMMS,
    "/v1/me/seats": Role.EMPLOYEE,
    "/v1/charter": Role.COMMS,
    "/v1/me": Role.EMPLOYEE,
    "/v1/me/grants": Role.EMPLOYEE,
    "/v1/me/voice": Role.EMPLOYEE,
    "/v1/me/signals": Role.EMPLOYEE,
    "/v1/me/proposals": Role.EMPLOYEE,
    "/v1/proposals/{proposal_id}": Role.COMMS,
    "/v1/outcomes": Role.COMMS,
    "/v1/provenance/verify": Role.COMMS,
}
SURVEILLING = "ambassadors participation leaderboard points ranking reminders users".split()


def document() -> dict[str, Any]:
    return create_app().openapi()


def examples() -> Iterator[tuple[str, str, Any]]:
    found = document()
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            name = body.get("schema", {}).get("$ref", "").rpartition("/")[2]
            for example in found["components"]["schemas"].get(name, {}).get("examples", ()):
                yield method, path, example


def planned_campaign(service: Service) -> str:
    """Make the campaign that the examples name, with a plan of one content."""
    campaign = Campaign(campaign_id="spring-hiring", name="Spring", objective=Objective.TALENT)
    keep_campaign(service.services.campaigns, campaign)
    add(
        service.services, item(content_id="spring", title="Un", text="Un", campaign="spring-hiring")
    )
    asked = PlanIn.model_validate(
        {"groups": [{"profile_type": dict.fromkeys(ProfileType, 1.0), "seats": 5}]}
    )
    planning.plan(service.services, campaign.campaign_id, asked, Caller(Role.COMMS, key_id="k"))
    return campaign.campaign_id


def test_golden_openapi() -> None:
    text = json.dumps(document(), ensure_ascii=False, indent=1, sort_keys=True)
    assert_golden("openapi.json", text + "\n")


@pytest.mark.parametrize(("method", "path", "example"), list(examples()))
def test_an_example_is_answered(service: Service, method: str, path: str, example: Any) -> None:
    if path.startswith("/v1/me"):
        service.services.people.turn("amb_lea", dict.fromkeys(Purpose, True))
    (content, *_), _ = service.services.contents.page(limit=1)
    if "content_id" in example and path == "/v1/me/signals":
        example = example | {"content_id": content.content_id}
    url = path.replace("{content_id}", content.content_id)
    if "{proposal_id}" in url:
        url = url.replace("{proposal_id}", OBJECTS["proposal_id"].make(service, "amb_lea"))
    if "{campaign_id}" in path or path == "/v1/me/seats":
        url = url.replace("{campaign_id}", planned_campaign(service))
    headers = service.headers(SENDERS[path])
    answer = service.client.request(method, url, headers=headers, json=example)
    assert answer.status_code in {200, 201}, answer.text


def test_every_body_has_an_example() -> None:
    sent = {(method, path) for method, path, _ in examples()}
    bodies = {
        (method, path)
        for path, methods in document()["paths"].items()
        for method, operation in methods.items()
        if "requestBody" in operation and path.startswith("/v1/")
    }
    assert bodies - sent == {
        ("put", "/v1/me/purposes"),
        ("delete", "/v1/me/signals"),
        ("post", "/v1/me/voice/archive"),  # a file; test_bringing_posts.py sends some
    }


def test_every_operation_is_summed_up_and_told_its_errors() -> None:
    for path, methods in document()["paths"].items():
        for operation in methods.values():
            assert operation["summary"]
            if path.startswith("/v1/"):
                assert {"401", "403", "422"} <= set(operation["responses"])


def test_no_route_leads_to_anybody_else() -> None:
    for path in document()["paths"]:
        assert not set(path.strip("/").split("/")) & set(SURVEILLING), path
        assert "{ambassador_id}" not in path
