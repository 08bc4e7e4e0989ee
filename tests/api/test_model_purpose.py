"""The purpose `model`: off, nothing a person wrote goes to the endpoint; on, it does."""

import json
from collections.abc import Iterator
from secrets import token_hex

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from domain.content import ContentState
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Make, Service
from tests.api.people import Person
from tests.openai_server import OpenAIServer, running

MARK = f"canary{token_hex(6)}"


@pytest.fixture
def endpoint() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server


@pytest.fixture
def with_model(make_demo: Make, endpoint: OpenAIServer) -> Iterator[Service]:
    services = make_demo(model="test", OPENAI_BASE_URL=endpoint.base_url)
    with TestClient(create_app(services)) as client:
        yield Service(client, services, {}, "")


@pytest.mark.parametrize("is_on", [False, True])
def test_posts_and_notes_reach_the_endpoint_only_with_the_purpose(
    with_model: Service, endpoint: OpenAIServer, *, is_on: bool
) -> None:
    person = Person(with_model, Purpose.PROFILE, Purpose.VOICE)
    person.call("PUT", "/purposes", json={"model": is_on})
    post = f"J’ai écouté le {MARK}post toute la nuit, capteur contre capteur, sur la fonte."
    person.call("PUT", json={"posts": [post] * 4, "name": f"{MARK}name"})
    (content, *_), _ = with_model.services.contents.page(state=ContentState.LIVE, limit=1)
    asked = {
        "content_id": content.content_id,
        "language": content.language,
        "notes": [f"J’ai tenu le {MARK}note pendant trois nuits."],
    }
    drafted = person.send("POST", "/v1/drafts", json=asked).json()
    sent = json.dumps(endpoint.requests, ensure_ascii=False)
    assert (f"{MARK}note" in sent, f"{MARK}name" in sent) == (is_on, is_on)
    assert bool(endpoint.requests) == is_on
    if not is_on:
        assert {one["provenance"]["engine"] for one in drafted["drafts"]} == {"offline"}


def test_the_switch_holds_for_words_sent_along_with_a_request(
    with_model: Service, endpoint: OpenAIServer
) -> None:
    person = Person(with_model)
    (content, *_), _ = with_model.services.contents.page(state=ContentState.LIVE, limit=1)
    asked = {
        "content_id": content.content_id,
        "language": content.language,
        "ambassador": {"posts": [f"{MARK}inline"], "name": MARK},
    }
    assert person.send("POST", "/v1/drafts", json=asked).status_code == 200
    assert endpoint.requests == []
    _, key = with_model.services.access.create_key(Role.PLATFORM)
    headers = {"Authorization": f"Bearer {key}"}
    drafted = with_model.client.post("/v1/drafts", headers=headers, json=asked | {"model": False})
    assert {one["provenance"]["engine"] for one in drafted.json()["drafts"]} == {"offline"}
    assert endpoint.requests == []
    with_model.client.post("/v1/drafts", headers=headers, json=asked)
    assert MARK in json.dumps(endpoint.requests)
