"""How much, how fast and how long: each limit refuses with the remedy, and others go on."""

import asyncio
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException

from api import errors
from api.app import create_app
from api.identity import COOKIE
from api.limits import BodyLimit, TimeLimit
from api.rate_limits import Buckets, RateLimit
from domain.roles import Role
from tests.api.conftest import Service
from tests.serving import serving


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_fills_again() -> None:
    clock = Clock()
    buckets = Buckets(60, clock)
    assert [buckets.take(b"a") for _ in range(60)][-1] == 0
    assert buckets.take(b"a") == -1
    assert buckets.seconds_until(-1) == 1
    assert buckets.take(b"b") == 59
    clock.now += 1
    assert buckets.take(b"a") == 0
    assert buckets.take(b"a") < 0


def test_a_refused_request_takes_nothing() -> None:
    clock = Clock()
    buckets = Buckets(60, clock)
    for _ in range(600):
        buckets.take(b"a")
    clock.now += 2
    assert buckets.take(b"a") >= 0


def test_buckets_do_not_pile_up() -> None:
    buckets = Buckets(60)
    for number in range(20_000):
        buckets.take(str(number).encode())
    assert len(buckets._kept) <= 10_000  # noqa: SLF001 - what memory it takes is what is tested


def small(per_minute: int) -> TestClient:
    app = FastAPI()
    errors.install(app)

    @app.get("/open")
    def open_to_all() -> str:
        return "ok"

    @app.get("/closed")
    def closed(request: Request) -> str:
        wrong = request.headers["authorization"].startswith("Bearer wrong")
        raise HTTPException(401 if wrong else 200)

    app.add_middleware(RateLimit, per_minute=per_minute)
    return TestClient(app, raise_server_exceptions=False)


def test_every_answer_tells_what_is_left() -> None:
    client = small(3)
    told = [client.get("/open").headers for _ in range(3)]
    assert [one["RateLimit-Remaining"] for one in told] == ["2", "1", "0"]
    assert {one["RateLimit-Limit"] for one in told} == {"3"}
    assert {one["RateLimit-Policy"] for one in told} == {"3;w=60"}
    assert told[0]["RateLimit-Reset"] == "20"


def test_whoever_asks_too_much_is_told_when_to_come_back() -> None:
    client = small(2)
    for _ in range(2):
        client.get("/open", headers={"Authorization": "Bearer one"})
    refused = client.get("/open", headers={"Authorization": "Bearer one"})
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")
    assert 1 <= int(refused.headers["Retry-After"]) <= 30
    assert refused.headers["content-type"] == "application/problem+json"
    assert client.get("/open", headers={"Authorization": "Bearer another"}).status_code == 200


def test_guessing_keys_ends_soon_and_locks_nobody_out() -> None:
    client = small(5)
    wrong = [f"Bearer wrong {number}" for number in range(6)]
    statuses = [client.get("/closed", headers={"Authorization": one}).status_code for one in wrong]
    assert statuses == [401] * 5 + [429]
    assert client.get("/open", headers={"Authorization": "Bearer right"}).status_code == 200


@pytest.mark.parametrize(
    "spellings",
    [
        [{"Authorization": f"{scheme} one"} for scheme in ("Bearer", "bearer", "BEARER")],
        [{"Cookie": f"{COOKIE}={n}; {COOKIE}=mine"} for n in range(3)],
        [{"Cookie": f"{COOKIE}=mine", "Authorization": f"Basic {n}"} for n in range(3)],
        [{"Cookie": f"{COOKIE}=mine", "Authorization": f"Bearer {n}"} for n in range(3)],
        [{"Cookie": f"{COOKIE}={n}", "Authorization": "Bearer one"} for n in range(3)],
        [{"Authorization": f"Basic {n}"} for n in range(3)],
    ],
    ids=["scheme", "two sessions", "another scheme", "a key beside", "a session beside", "no key"],
)
def test_one_caller_written_differently_has_one_limit(spellings: list[dict[str, str]]) -> None:
    client = small(2)
    statuses = [client.get("/open", headers=one).status_code for one in spellings]
    assert statuses == [200, 200, 429]


def test_guessing_keys_at_the_door_ends_soon_too(make_services: Any) -> None:
    services = make_services(rate_limit=3, vector_index="exact")
    door = TestClient(create_app(services))
    statuses = [
        door.post("/sign-in", data={"key": "no"}, headers={"Cookie": f"{COOKIE}={n}"}).status_code
        for n in range(4)
    ]
    assert statuses == [403, 403, 403, 429]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probes_are_not_limited(service: Service, path: str) -> None:
    assert "RateLimit-Limit" not in service.client.get(path).headers


def test_the_service_limits_each_key(make_services: Any) -> None:
    services = make_services(rate_limit=2, vector_index="exact")
    keys = [services.access.create_key(Role.PLATFORM)[1] for _ in range(2)]
    client = TestClient(create_app(services))
    statuses = [
        client.get("/v1/profile-types", headers={"Authorization": f"Bearer {key}"}).status_code
        for key in (keys[0], keys[0], keys[0], keys[1])
    ]
    assert statuses == [200, 200, 429, 200]


def slow_app() -> FastAPI:
    app = FastAPI()

    @app.post("/read")
    async def read(request: Request) -> int:
        return len(await request.body())

    @app.get("/sleep")
    async def sleep(seconds: float) -> str:
        await asyncio.sleep(seconds)
        return "ok"

    app.add_middleware(BodyLimit, largest=1000)
    app.add_middleware(TimeLimit, answer_seconds=0.6, body_seconds=0.3)
    return app


@pytest.fixture(scope="module")
def slow() -> Iterator[str]:
    with serving(slow_app()) as address:
        yield address


def raw(address: str, *pieces: bytes) -> bytes:
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        for piece in pieces:
            connection.sendall(piece)
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
            if b"}" in received:
                break
        return received


HEAD = b"POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n"


def test_a_body_that_does_not_come_is_not_waited_for(slow: str) -> None:
    begun = time.monotonic()
    answer = raw(slow, HEAD, b"12345")
    assert answer.startswith(b"HTTP/1.1 408")
    assert b'"code":"body_timeout"' in answer
    assert time.monotonic() - begun < 3


def test_an_answer_that_takes_too_long_is_given_up(slow: str) -> None:
    answer = raw(slow, b"GET /sleep?seconds=30 HTTP/1.1\r\nHost: a\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 503")
    assert b'"code":"timed_out"' in answer


def test_a_quick_answer_is_not_touched(slow: str) -> None:
    answer = raw(slow, b"GET /sleep?seconds=0 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "counted"])
def test_a_body_over_the_limit_is_refused(slow: str, announced: bool) -> None:  # noqa: FBT001 - a case
    length = b"Content-Length: 2000" if announced else b"Transfer-Encoding: chunked"
    body = b"x" * 2000 if announced else b"7d0\r\n" + b"x" * 2000 + b"\r\n0\r\n\r\n"
    answer = raw(slow, b"POST /read HTTP/1.1\r\nHost: a\r\n" + length + b"\r\n\r\n", body)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b'"code":"too_large"' in answer
