"""Checks over HTTP while the judge's endpoint misbehaves in every way known: none passes a text."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.language_model import judge_of, open_judges_model
from api.settings import Settings
from api.wiring import open_services
from domain.roles import Role
from tests.api.conftest import NewFolder, Service
from tests.openai_faults import FAULTS
from tests.openai_server import OpenAIServer, running
from tests.personalizer.adapters.talking import ENOUGH, SLACK

TEXT = "I work at Tessonde. The public page explains the workshop. This breaks CH-18."
DEADLINE = 1.0


@pytest.fixture(scope="module")
def endpoint() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server


@pytest.fixture(scope="module")
def running_service(new_demo: NewFolder, endpoint: OpenAIServer) -> Iterator[Service]:
    chosen = Settings.from_environment(
        data_dir=new_demo(),
        demo=True,
        judge_model="judge",
        judge_seconds=DEADLINE,
        OPENAI_BASE_URL=endpoint.base_url,
    )
    services = open_services(chosen)
    _, key = services.access.create_key(Role.PLATFORM)
    with TestClient(create_app(services), raise_server_exceptions=False) as client:
        service = Service(client, services, {Role.PLATFORM: key}, "")
        _settle(service, endpoint)
        yield service


def _settle(service: Service, endpoint: OpenAIServer) -> None:
    """Ask until the judge was asked: a worker's first questions pay for what is loaded once."""
    began = time.monotonic()
    while not endpoint.requests:
        assert time.monotonic() - began < ENOUGH
        check(service)


@pytest.fixture
def judged(running_service: Service, endpoint: OpenAIServer) -> Iterator[Service]:
    """Return the service with a client of the endpoint that met no failure yet."""
    services, portal = running_service.services, running_service.client.portal
    model = open_judges_model(services.settings)
    assert model is not None
    assert portal is not None
    services.__dict__["judge"] = judge_of(services.settings, model)
    endpoint.use(None)
    endpoint.requests.clear()
    yield running_service
    portal.call(model.aclose)


def check(service: Service, text: str = TEXT) -> Any:
    asked = {"text": text, "language": "en", "notes": ["CH-18."]}
    answer = service.client.post("/v1/checks", headers=service.headers(Role.PLATFORM), json=asked)
    assert answer.status_code == 200
    return answer.json()


def test_the_judges_client_is_opened_before_a_check_waits_for_it(running_service: Service) -> None:
    began = time.monotonic()
    while "judges_model" not in vars(running_service.services):
        assert time.monotonic() - began < ENOUGH
        time.sleep(0.05)


@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_of_the_endpoint_passes_a_text(
    judged: Service, endpoint: OpenAIServer, fault: str
) -> None:
    endpoint.use(fault)
    began = time.monotonic()
    answer = check(judged)
    assert time.monotonic() - began < DEADLINE + SLACK
    assert endpoint.requests
    assert answer["outcome"] == "block"
    assert answer["degraded"] == []
    judged_rules = [one["rule"] for one in answer["findings"] if one["check"] == "judge"]
    assert "CH-18" in [*answer["unexamined"], *judged_rules]


@pytest.mark.parametrize(
    "verb", ["puzzles", "forgets", "doubles", "misnames", "renames", "marks", "recites"]
)
def test_no_answer_amiss_passes_a_text(judged: Service, verb: str) -> None:
    answer = check(judged, TEXT.replace("breaks", verb))
    assert answer["outcome"] == "block"
    assert "CH-18" in answer["unexamined"]
    assert "judge" not in {one["check"] for one in answer["findings"]}


def test_a_place_that_is_none_is_told_without_one(judged: Service) -> None:
    answer = check(judged, TEXT.replace("breaks", "misquotes"))
    (found,) = [one for one in answer["findings"] if one["check"] == "judge"]
    assert (found["start"], found["end"], answer["outcome"]) == (None, None, "block")
    assert "words of nobody" not in str(found)
