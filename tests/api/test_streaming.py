"""Drafts as events: how far it got, never a word of what is written, and the result at last."""

import asyncio
import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.schemas.drafts import DraftsOut
from api.streaming import streamed
from domain.errors import ModelMisbehaved, NotFound
from domain.roles import Role
from personalizer.drafting import Progress
from tests.api.conftest import Make, Service
from tests.api.test_drafts import EXPERT, INLINE
from tests.openai_server import running
from tests.serving import serving

EVENTS = {"Accept": "text/event-stream"}


def events(text: str) -> list[tuple[str, Any]]:
    found = []
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith(":")]
        fields = dict(line.split(": ", 1) for line in lines)
        if fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def ask(service: Service, accept: str, **body: Any) -> Any:
    headers = {**service.headers(Role.PLATFORM), "Accept": accept}
    asked = {"language": "fr", "content": INLINE, "ambassador": EXPERT, **body}
    return service.client.post("/v1/drafts", headers=headers, json=asked)


@pytest.mark.parametrize("accept", ["text/event-stream", "application/json, text/event-stream;q=1"])
def test_the_last_event_is_the_result(service: Service, accept: str) -> None:
    content = {**INLINE, "url": f"https://www.tessonde.example/fr/{len(accept)}"}
    answer = ask(service, accept, n=2, content=content)
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    found = events(answer.text)
    assert [name for name, _ in found[:-1]] == ["progress"] * (len(found) - 1)
    name, result = found[-1]
    assert name == "result"
    assert set(result) == {"drafts", "withheld", "usage", "remarks"}
    assert DraftsOut.model_validate(result).drafts


def test_progress_says_the_stage_and_nothing_else(service: Service) -> None:
    content = {**INLINE, "url": "https://www.tessonde.example/fr/progress"}
    *progress, (_, result) = events(ask(service, "text/event-stream", n=2, content=content).text)
    stages = {one["stage"] for _, one in progress}
    assert {"writing", "checking", "reserving"} <= stages
    assert all(set(one) == {"stage", "draft", "of"} for _, one in progress)
    told = json.dumps(progress, ensure_ascii=False)
    for draft in result["drafts"]:
        assert not any(word in told for word in draft["text"].split() if len(word) > 9)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"content_id": "c_none", "content": None}, 404, "not_found"),
        ({"n": 6}, 422, "invalid"),
        ({"language": "de"}, 422, "language_unsupported"),
    ],
)
def test_what_is_refused_at_once_is_refused_as_without_events(
    service: Service, body: dict[str, Any], status: int, code: str
) -> None:
    answer = ask(service, "text/event-stream", **body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("accept", ["application/json", "*/*", "text/event-streams"])
def test_whoever_wants_one_answer_gets_one(service: Service, accept: str) -> None:
    content = {**INLINE, "url": f"https://www.tessonde.example/fr/one/{len(accept)}"}
    answer = ask(service, accept, content=content)
    assert answer.headers["content-type"] == "application/json"


def test_the_result_is_kept_under_its_key(service: Service) -> None:
    headers = {**service.headers(Role.PLATFORM), "Idempotency-Key": "streamed-1"}
    content = {**INLINE, "url": "https://www.tessonde.example/fr/kept"}
    asked = {"language": "fr", "content": content, "ambassador": EXPERT}
    first = service.client.post("/v1/drafts", headers=headers | EVENTS, json=asked)
    again = service.client.post("/v1/drafts", headers=headers, json=asked)
    assert events(first.text)[-1] == ("result", again.json())


def read(make: Any) -> list[tuple[str, Any]]:
    async def collect() -> str:
        response = await streamed(make, _is_there)
        return "".join([str(part) async for part in response.body_iterator])

    return events(asyncio.run(collect()))


async def _is_there() -> bool:
    return False


async def _fail_late(progress: Progress) -> DraftsOut:
    progress("writing 1/1")
    await asyncio.sleep(0)
    raise ModelMisbehaved("cut off")


def test_what_fails_later_is_the_last_event() -> None:
    (first, _), (last, problem) = read(_fail_late)
    assert (first, last) == ("progress", "problem")
    assert (problem["status"], problem["code"]) == (502, "model_misbehaved")


def test_an_unforeseen_error_is_told_without_its_message() -> None:
    async def make(progress: Progress) -> DraftsOut:
        progress("writing 1/1")
        await asyncio.sleep(0)
        raise RuntimeError("canary")

    _, (last, problem) = read(make)
    assert (last, problem["code"]) == ("problem", "internal")
    assert "canary" not in json.dumps(problem)


def test_an_error_before_the_first_stage_is_raised() -> None:
    async def make(_progress: Progress) -> DraftsOut:
        raise NotFound("nothing")

    with pytest.raises(NotFound):
        read(make)


@pytest.fixture
def hanging(make_services: Make) -> Iterator[tuple[str, str]]:
    """Serve with an endpoint that never answers; give the address and a key."""
    with running() as endpoint:
        endpoint.use("hang")
        services = make_services(
            model="test", OPENAI_BASE_URL=endpoint.base_url, vector_index="exact"
        )
        _, key = services.access.create_key(Role.PLATFORM)
        with serving(create_app(services)) as address:
            yield address, key


@pytest.mark.parametrize("patience", [0.0, 0.05, 0.3, 1.0])
def test_whoever_leaves_ends_the_work(hanging: tuple[str, str], patience: float) -> None:
    address, key = hanging
    headers = {"Authorization": f"Bearer {key}", **EVENTS, "Idempotency-Key": "left"}
    body = {"content": INLINE, "ambassador": EXPERT, "language": "fr"}
    client = httpx.Client(base_url=address, headers=headers)
    with client.stream("POST", "/v1/drafts", json=body, timeout=20) as stream:
        assert next(stream.iter_lines()) == "event: progress"
        time.sleep(patience)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        # A key that is free begins anew; one whose work goes on is still in flight.
        with client.stream("POST", "/v1/drafts", json=body, timeout=20) as stream:
            if stream.status_code == 200:
                return
        time.sleep(0.1)
    pytest.fail("the work went on for somebody who had left")
