"""Campaigns are listed, corrected and named, and none takes the place of another."""

from collections.abc import Iterator

import pytest

from tests.api.conftest import Make
from tests.api.running_campaigns import SPRING, Organization, content, organized

PAID = {"from": "2026-11-01", "to": "2026-12-31", "consideration": "carte cadeau"}


@pytest.fixture
def organization(make_services: Make) -> Iterator[Organization]:
    with organized(make_services()) as organization:
        yield organization


def test_an_id_that_is_there_is_not_replaced_without_a_word(organization: Organization) -> None:
    paid = organization.call("PUT", "/v1/campaigns/spring", json={**SPRING, **PAID}).json()
    again = organization.call("POST", "/v1/campaigns", json=SPRING)
    assert (again.status_code, again.json()["code"]) == (409, "conflict")
    assert organization.call("GET", "/v1/campaigns/spring").json() == paid
    assert paid["consideration"] == "carte cadeau"


def test_a_campaign_is_corrected_by_whoever_read_it_last(organization: Organization) -> None:
    path = "/v1/campaigns/spring"
    tag = organization.call("GET", path).headers["ETag"]
    who = {**organization.comms, "If-Match": tag}
    corrected = organization.call("PUT", path, who=who, json={**SPRING, **PAID})
    assert corrected.status_code == 200
    assert corrected.headers["ETag"] != tag
    late = organization.call("PUT", path, who=who, json=SPRING)
    assert (late.status_code, late.json()["code"]) == (412, "version_stale")
    assert organization.call("GET", path).json() == corrected.json()
    trail, _ = organization.services.audit.page(limit=9, offset=0)
    done = [one.deed.action.value for one in trail if one.deed.about == "spring"]
    assert done == ["campaign_replaced", "campaign_added"]


def test_one_that_is_not_there_is_not_replaced(organization: Organization) -> None:
    answer = organization.call("PUT", "/v1/campaigns/other", json=SPRING)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_campaign_keeps_the_name_its_contents_call_it_by(organization: Organization) -> None:
    path = "/v1/campaigns/spring"
    renamed = {**SPRING, "name": "Été"}
    refused = organization.call("PUT", path, json=renamed)
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    for number in range(2):
        body = content(number, campaign="spring")
        assert organization.call("PUT", f"/v1/contents/c_{number}", json=body).status_code == 200
    assert organization.call("PUT", path, json=renamed).json()["name"] == "Été"


def test_a_name_of_another_campaign_is_not_taken(organization: Organization) -> None:
    organization.call("POST", "/v1/campaigns", json={**SPRING, "id": "ete", "name": "Été"})
    answer = organization.call("PUT", "/v1/campaigns/ete", json={**SPRING, "name": "Printemps"})
    assert answer.status_code == 409


def test_campaigns_are_listed_newest_first_and_read_back(organization: Organization) -> None:
    second = {
        "name": "Été à Tessonde !",
        "objective": "leads",
        "from": "2026-06-01",
        "to": "2026-08-31",
        "profile_types": ["expert"],
        "consideration": "rien",
    }
    made = organization.call("POST", "/v1/campaigns", json=second).json()
    assert made["id"].startswith("ete-a-tessonde-")
    items = organization.call("GET", "/v1/campaigns").json()["items"]
    assert items[0] == made == {"id": made["id"], **second}
    assert [one["id"] for one in items] == [made["id"], "spring"]
