"""Checks where a judge is set: who is judged, who is not, and what a failure leaves."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.assistant import Tools
from api.language_model import judge_of
from api.settings import Settings
from api.wiring import open_services
from domain.language import Language
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Make, NewFolder, Service
from tests.api.people import Person
from tests.openai_server import OpenAIServer, running

TEXTS = {
    "fr": "Je travaille chez Tessonde. La page publique explique l’atelier. Ceci breaks CH-18.",
    "en": "I work at Tessonde. The public page explains the workshop. This breaks CH-18.",
}


@pytest.fixture(scope="module")
def server() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server


@pytest.fixture(scope="module")
def running_service(new_demo: NewFolder, server: OpenAIServer) -> Iterator[Service]:
    chosen = Settings.from_environment(
        data_dir=new_demo(),
        demo=True,
        judge_model="judge",
        judge_seconds=1.0,
        OPENAI_BASE_URL=server.base_url,
    )
    services = open_services(chosen)
    _, key = services.access.create_key(Role.PLATFORM)
    with TestClient(create_app(services)) as client:
        service = Service(client, services, {Role.PLATFORM: key}, "")
        # Its first questions pay for what is loaded once, and a second is soon over.
        while not server.requests:
            check(service)
        yield service


@pytest.fixture
def endpoint(server: OpenAIServer) -> OpenAIServer:
    server.use(None)
    server.requests.clear()
    return server


@pytest.fixture
def judged(running_service: Service) -> Service:
    """Return the service, its judge anew."""
    services = running_service.services
    assert services.judges_model is not None
    services.__dict__["judge"] = judge_of(services.settings, services.judges_model)
    return running_service


def check(service: Service, path: str = "/v1/checks", /, **body: Any) -> Any:
    asked = {"text": TEXTS["en"], "language": "en", "notes": ["CH-18."]} | body
    asked |= {"target": "slack"} if path == "/v1/handoffs" else {}
    return service.client.post(path, headers=service.headers(Role.PLATFORM), json=asked).json()


def grant(service: Service, person: Person) -> None:
    caller = service.services.access.caller_with_key(service.keys[Role.PLATFORM])
    assert caller is not None
    assert person.call("PUT", "/grants", json={"platforms": [caller.key_id]}).status_code == 200


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_needs_meaning_is_judged(judged: Service, language: str) -> None:
    answer = check(judged, text=TEXTS[language], language=language)
    assert answer["outcome"] == "block"
    assert [one["rule"] for one in answer["findings"] if one["check"] == "judge"] == ["CH-18"]
    assert (answer["degraded"], answer["unexamined"]) == ([], [])


def test_a_text_that_is_still_typed_is_sent_to_nobody(
    judged: Service, endpoint: OpenAIServer
) -> None:
    answer = check(judged, live=True)
    assert answer["outcome"] == "allow"
    assert "CH-18" in answer["degraded"]
    assert endpoint.requests == []


def test_the_same_text_is_judged_once(judged: Service, endpoint: OpenAIServer) -> None:
    first = check(judged)
    asked = len(endpoint.requests)
    assert check(judged) == first | {"usage": None}
    assert len(endpoint.requests) == asked > 0


def test_a_text_is_handed_over_only_once_judged(judged: Service) -> None:
    answer = check(judged, "/v1/handoffs")
    assert "judge" in {one["check"] for one in answer["verdict"]["findings"]}
    assert answer["payload"] is None


@pytest.mark.anyio
async def test_an_assistant_is_told_what_the_judge_says(
    make_services: Make, endpoint: OpenAIServer
) -> None:
    services = make_services(judge_model="judge", OPENAI_BASE_URL=endpoint.base_url)
    tools = Tools(services)
    kept = await tools.check(TEXTS["en"], Language.ENGLISH, notes=["CH-18."], model=False)
    assert (endpoint.requests, kept.usage) == ([], None)
    assert "CH-18" in kept.degraded
    told = await tools.check(TEXTS["en"], Language.ENGLISH, notes=["CH-18."])
    assert services.judges_model is not None
    await services.judges_model.aclose()
    assert "judge" in {one.check for one in told.findings}
    assert told.usage is not None
    assert told.usage.prompt_tokens > 0


@pytest.mark.parametrize("is_on", [False, True])
def test_the_text_of_an_employee_goes_out_only_with_the_purpose(
    judged: Service, endpoint: OpenAIServer, *, is_on: bool
) -> None:
    person = Person(judged, Purpose.PROFILE)
    person.call("PUT", "/purposes", json={"model": is_on})
    body = {"text": TEXTS["en"], "language": "en", "notes": ["CH-18."]}
    answer = person.send("POST", "/v1/checks", json=body).json()
    assert bool(endpoint.requests) == is_on
    assert ("CH-18" in answer["degraded"]) != is_on


@pytest.mark.parametrize("is_on", [False, True])
@pytest.mark.parametrize("path", ["/v1/checks", "/v1/handoffs"])
def test_a_platform_says_whose_text_it_is_and_their_choice_holds(
    judged: Service, endpoint: OpenAIServer, path: str, *, is_on: bool
) -> None:
    person = Person(judged, Purpose.PROFILE)
    grant(judged, person)
    person.call("PUT", "/purposes", json={"model": is_on})
    answer = check(judged, path, ambassador_id=person.ambassador_id, model=True)
    verdict = answer.get("verdict", answer)
    assert bool(endpoint.requests) == is_on
    assert ("CH-18" in verdict["degraded"]) != is_on


def test_whoever_granted_nothing_is_nobody(judged: Service, endpoint: OpenAIServer) -> None:
    person = Person(judged, Purpose.PROFILE, Purpose.MODEL)
    for ambassador_id in (person.ambassador_id, "amb_nobody"):
        assert check(judged, ambassador_id=ambassador_id)["code"] == "not_found"
    assert endpoint.requests == []


@pytest.mark.parametrize("path", ["/v1/checks", "/v1/handoffs"])
def test_a_text_that_no_model_may_read_is_sent_to_none(
    judged: Service, endpoint: OpenAIServer, path: str
) -> None:
    answer = check(judged, path, model=False)
    assert "CH-18" in answer.get("verdict", answer)["degraded"]
    assert answer["usage"] is None
    person = Person(judged, Purpose.PROFILE, Purpose.MODEL)
    body = {"text": TEXTS["en"], "language": "en", "model": False}
    assert "CH-18" in person.send("POST", "/v1/checks", json=body).json()["degraded"]
    assert endpoint.requests == []


@pytest.mark.parametrize("path", ["/v1/checks", "/v1/handoffs"])
def test_what_a_judge_took_is_told(judged: Service, endpoint: OpenAIServer, path: str) -> None:
    endpoint.use("priced")
    usage = check(judged, path)["usage"]
    assert usage["cost"] == pytest.approx(0.25 * len(endpoint.requests))
    assert usage["prompt_tokens"] > 100 * len(endpoint.requests)
    assert usage["completion_tokens"] > 0


def test_what_a_judge_took_for_nothing_is_told(judged: Service, endpoint: OpenAIServer) -> None:
    endpoint.use("bad_json")
    answer = check(judged)
    assert answer["unexamined"]
    assert answer["usage"]["prompt_tokens"] > 0


# Last: behind these failures the client leaves the endpoint alone for a while.
@pytest.mark.parametrize("fault", ["unauthorized", "hang", "bad_json", "refusal", "no_response"])
def test_a_judge_that_fails_leaves_its_clauses_unexamined(
    judged: Service, endpoint: OpenAIServer, fault: str
) -> None:
    endpoint.use(fault)
    answer = check(judged)
    assert answer["outcome"] == "block"
    assert "CH-18" in answer["unexamined"]
    assert answer["degraded"] == []
