"""What is written down of requests: templates, statuses and rounded totals, and nothing else."""

import io
import json
import logging
import re
import socket
from collections.abc import Iterator
from concurrent import futures
from secrets import token_hex
from typing import Any

import grpc
import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as spans
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2_grpc as collecting

from api import logs
from api.app import create_app
from api.at_work import AtWork
from api.counting import Counts
from api.observing import Observed
from domain.roles import Role
from tests.api.conftest import Make, Service
from tests.serving import serving

MARK = f"canary{token_hex(6)}"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Read what would be written to the standard error."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    root, requests = logging.getLogger(), logging.getLogger(logs.REQUESTS)
    before = requests.level
    root.addHandler(handler)
    requests.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    requests.setLevel(before)


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_request_is_written_as_its_template_and_status(
    service: Service, written: io.StringIO
) -> None:
    headers = service.headers(Role.COMMS)
    service.client.get(f"/v1/contents/{MARK}", params={"q": MARK}, headers=headers)
    (line,) = [one for one in lines(written) if one["logger"] == logs.REQUESTS]
    assert set(line) == {"time", "level", "logger", "route", "status"}
    assert (line["route"], line["status"]) == ("GET /v1/contents/{content_id}", 422)


@pytest.mark.parametrize(
    ("method", "path", "route"),
    [
        ("GET", "/MARK", "GET unmatched"),
        ("GET", "/static/MARK.js", "GET /static"),
        ("GET", "/contents/MARK", "GET /contents/{content_id}"),
        ("POST", "/v1/checks", "POST /v1/checks"),
        ("PUT", "/v1/me", "PUT /v1/me"),
    ],
)
def test_nothing_that_was_sent_is_written(
    service: Service, written: io.StringIO, method: str, path: str, route: str
) -> None:
    headers = {**service.headers(Role.EMPLOYEE), "User-Agent": MARK, "X-Request-ID": MARK}
    body = {"text": MARK, "language": MARK}
    path = path.replace("MARK", MARK)
    answer = service.client.request(method, path, headers=headers, json=body)
    assert MARK not in written.getvalue()
    assert MARK not in answer.headers["X-Request-ID"]
    assert lines(written)[-1]["route"] == route


def test_every_answer_has_an_id_of_its_own(service: Service) -> None:
    ids = {service.client.get(path).headers["X-Request-ID"] for path in ("/healthz", "/v1/me", "/")}
    assert len(ids) == 3
    assert all(re.fullmatch(r"req_[0-9a-f]{16}", one) for one in ids)


class OwnError(Exception):
    """An error that quotes what somebody wrote."""


def failing() -> FastAPI:
    app = FastAPI()
    app.state.counts, app.state.tracing, app.state.at_work = Counts(), None, AtWork()

    @app.get("/fails")
    def fail() -> str:
        raise OwnError(MARK)

    app.add_middleware(Observed, state=app.state)
    return app


def test_an_unforeseen_error_is_told_by_its_class_and_place_alone(
    written: io.StringIO,
) -> None:
    answer = TestClient(failing()).get("/fails")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    (line,) = [one for one in lines(written) if one["level"] == "error"]
    assert line["error"] == "OwnError"
    assert line["request"] == answer.headers["X-Request-ID"]
    assert line["request"] in answer.json()["detail"]
    assert any("test_observing.py" in place for place in line["at"])
    assert MARK not in written.getvalue() + answer.text


def test_a_server_prints_no_message_of_an_error(
    written: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(failing()) as address:
        assert httpx.get(f"{address}/fails").status_code == 500
    printed = capfd.readouterr()
    assert MARK not in printed.out + printed.err + written.getvalue()


def test_what_a_library_fills_into_its_messages_is_not_written() -> None:
    def written_of(name: str) -> str:
        record = logging.LogRecord(name, logging.INFO, "f", 1, "HTTP %s", (MARK,), None)
        return logs.JsonLines().format(record)

    assert MARK not in written_of("httpx")
    assert "told" in logs.JsonLines().format(
        logging.LogRecord("api.app", logging.INFO, "f", 1, "%s", ("told",), None)
    )


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 3600.0 * 100

    def __call__(self) -> float:
        return self.now


def asked(counts: Counts, what: str) -> int:
    (line,) = [
        one for one in counts.lines() if one.startswith(f'porte_voix_asked_total{{what="{what}"')
    ]
    return int(line.split()[-1])


def test_what_employees_do_is_counted_in_rounded_hourly_totals() -> None:
    clock = Clock()
    counts = Counts(clock)
    for _ in range(13):
        counts.add("POST", "/v1/drafts", 200)
    assert asked(counts, "drafts") == 0
    clock.now += 3599
    assert asked(counts, "drafts") == 0
    clock.now += 1
    assert asked(counts, "drafts") == 10
    counts.add("POST", "/v1/drafts", 200)
    counts.add("POST", "/v1/drafts", 200)
    assert asked(counts, "drafts") == 10
    clock.now += 3600
    assert asked(counts, "drafts") == 15


def test_a_failure_of_an_employees_request_shows_no_sooner() -> None:
    clock = Clock()
    counts = Counts(clock)
    for _ in range(5):
        counts.add("POST", "/v1/drafts", 503)
    assert asked(counts, "failures") == 0
    clock.now += 3600
    assert asked(counts, "failures") == 5


def test_only_routes_that_no_employee_uses_are_counted_exactly() -> None:
    counts = Counts()
    for path in create_app().openapi()["paths"]:
        counts.add("GET", path, 200)
    exact = [line for line in counts.lines() if line.startswith("porte_voix_requests_total{")]
    told = {re.findall(r'route="([^"]+)"', line)[0] for line in exact}
    assert not [path for path in told if "/me/" in path or "draft" in path or "check" in path]
    assert told <= {
        "/healthz",
        "/readyz",
        "/metrics",
        "/v1/contents",
        "/v1/contents/{content_id}",
        "/v1/profile-types",
    }


def test_an_administrator_reads_the_figures(service: Service) -> None:
    answer = service.client.get("/metrics", headers=service.headers(Role.ADMIN))
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "porte_voix_ready 1" in answer.text
    assert re.search(r"porte_voix_contents \d+", answer.text)
    for line in answer.text.splitlines():
        assert line.startswith("#") or re.fullmatch(r"porte_voix_\w+({.*})? \S+", line)
    assert "amb_" not in answer.text


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_the_figures_stand_on_a_port_of_this_machine(make_services: Make) -> None:
    port = free_port()
    services = make_services(metrics_port=port, vector_index="exact")
    with TestClient(create_app(services)):
        answer = httpx.get(f"http://127.0.0.1:{port}/metrics")
    assert "porte_voix_ready 1" in answer.text


class Collector(collecting.TraceServiceServicer):
    """A real collector that keeps what it is sent."""

    def __init__(self) -> None:
        self.received = b""

    def Export(self, request: Any, context: Any) -> Any:  # noqa: N802 - the protocol's own name
        self.received += request.SerializeToString()
        return spans.ExportTraceServiceResponse()


def test_a_trace_holds_the_template_and_the_status(make_services: Make) -> None:
    collector = Collector()
    server = grpc.server(futures.ThreadPoolExecutor(1))
    collecting.add_TraceServiceServicer_to_server(collector, server)  # type: ignore[no-untyped-call]  # generated
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    services = make_services(otlp_endpoint=f"http://127.0.0.1:{port}", vector_index="exact")
    _, key = services.access.create_key(Role.COMMS)
    headers = {"Authorization": f"Bearer {key}", "User-Agent": MARK}
    with TestClient(create_app(services)) as client:
        client.get(f"/v1/contents/{MARK}", params={"q": MARK}, headers=headers)
    server.stop(None)
    assert b"/v1/contents/{content_id}" in collector.received
    assert MARK.encode() not in collector.received
    assert key.encode() not in collector.received


def test_a_collector_in_the_shell_is_sent_nothing(
    make_services: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0.3)
        endpoint = f"http://127.0.0.1:{listener.getsockname()[1]}"
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
        with TestClient(create_app(make_services(vector_index="exact"))) as client:
            client.get("/v1/me")
        with pytest.raises(TimeoutError):
            listener.accept()
