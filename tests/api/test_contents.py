"""Content over HTTP, and that a running service follows it."""

import time
from dataclasses import replace
from typing import Any

import pytest

from domain.roles import Role
from tests.api.conftest import Service

ARTICLE = {
    "title": "Des capteurs sous la Loire",
    "text": "Douze capteurs zygomatiques écoutent le tunnel. L’équipe les relève la nuit.",
    "language": "fr",
    "url": "https://www.tessonde.example/fr/loire?utm_source=x",
}
ASKED = {"languages": ["fr"], "topics": ["zygomatiques"]}


def call(service: Service, method: str, path: str, **more: Any) -> Any:
    return service.client.request(method, path, headers=service.headers(Role.COMMS), **more)


def suggested(service: Service) -> list[str]:
    headers = service.headers(Role.PLATFORM)
    body = {"ambassador": ASKED, "k": 100}
    answer = service.client.post("/v1/recommendations", headers=headers, json=body)
    return [item["content_id"] for item in answer.json()["items"]]


def wait_until(condition: Any) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_content_lives_from_its_post_to_its_delete(service: Service) -> None:
    created = call(service, "POST", "/v1/contents", json=ARTICLE)
    content_id = created.json()["content_id"]
    assert created.status_code == 201
    assert wait_until(lambda: suggested(service)[0] == content_id)
    changed = call(service, "PUT", f"/v1/contents/{content_id}", json={**ARTICLE, "title": "Loire"})
    assert changed.json()["title"] == "Loire"
    assert call(service, "GET", f"/v1/contents/{content_id}").json()["title"] == "Loire"
    assert call(service, "DELETE", f"/v1/contents/{content_id}").status_code == 204
    assert call(service, "GET", f"/v1/contents/{content_id}").status_code == 404
    assert wait_until(lambda: content_id not in suggested(service))


def test_the_same_address_is_the_same_content(service: Service) -> None:
    first = call(service, "POST", "/v1/contents", json=ARTICLE).json()
    again = {**ARTICLE, "url": "https://www.tessonde.example/fr/loire", "title": "Encore"}
    assert (
        call(service, "POST", "/v1/contents", json=again).json()["content_id"]
        == first["content_id"]
    )
    call(service, "DELETE", f"/v1/contents/{first['content_id']}")


def test_a_campaign_that_is_nobodys_is_refused_with_the_remedy(service: Service) -> None:
    sent = {**ARTICLE, "campaign": "nopecampaign"}
    refused = call(service, "POST", "/v1/contents", json=sent)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "campaign")
    assert "make it first" in refused.json()["detail"]
    headers = {**service.headers(Role.COMMS), "Accept-Language": "fr"}
    french = service.client.post("/v1/contents", headers=headers, json=sent).json()
    assert "il n'y a pas de campagne « nopecampaign »" in french["detail"]
    assert french["errors"][0]["message"] == french["detail"]
    campaign = {"id": "listen", "name": "On écoute", "objective": "awareness"}
    assert call(service, "POST", "/v1/campaigns", json=campaign).status_code == 201
    for name in ("listen", "On écoute"):
        kept = call(service, "POST", "/v1/contents", json={**ARTICLE, "campaign": name})
        assert (kept.status_code, kept.json()["campaign"]) == (201, name)
    call(service, "DELETE", f"/v1/contents/{kept.json()['content_id']}")


def test_a_label_that_an_import_left_stays_through_a_correction(service: Service) -> None:
    content_id = call(service, "POST", "/v1/contents", json=ARTICLE).json()["content_id"]
    item = replace(service.services.contents.get(content_id), campaign="old", digest="old")
    service.services.contents.save([item], vectors={}, encoder="none")
    for campaign, status in (("old", 200), ("odl", 422), (None, 200)):
        sent = {**ARTICLE, "campaign": campaign}
        assert call(service, "PUT", f"/v1/contents/{content_id}", json=sent).status_code == status
    call(service, "DELETE", f"/v1/contents/{content_id}")


def test_a_list_is_paged_searched_and_says_how_many(service: Service) -> None:
    page = call(service, "GET", "/v1/contents?limit=5").json()
    assert (len(page["items"]), page["total"]) == (5, 42)
    assert call(service, "GET", "/v1/contents?language=fr").json()["total"] == 21
    assert call(service, "GET", "/v1/contents?q=nothing+like+this").json()["items"] == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"language": "de"}, "language"),
        ({"url": "ftp://x.example/a"}, "url"),
        ({"text": ""}, "text"),
        ({"id": "../etc/passwd"}, "id"),
        ({"digest": "x"}, "digest"),
        ({"expires_at": "someday"}, "expires_at"),
    ],
)
def test_content_that_cannot_be_is_refused_by_its_field(
    service: Service, change: dict[str, Any], field: str
) -> None:
    answer = call(service, "POST", "/v1/contents", json={**ARTICLE, **change})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_content_there_is_not_is_not_found(service: Service, method: str) -> None:
    answer = call(service, method, "/v1/contents/c_none", json=ARTICLE)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
