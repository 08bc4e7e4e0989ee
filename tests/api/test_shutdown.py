"""Stopping and readiness: what is under way is finished, and nobody is promised what is not."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from tests.api.conftest import Make
from tests.openai_server import OpenAIServer, running

pytestmark = pytest.mark.xdist_group("processes")

CONTENT = {
    "title": "Sand",
    "text": "Over six weeks the team measured 24 sections. Sand takes 8 dB from the signal.",
    "language": "en",
}


@pytest.fixture
def endpoint() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server


def start(folder: Path, endpoint: OpenAIServer) -> tuple[subprocess.Popen[str], str, str]:
    environment = {
        **os.environ,
        "PORTEVOIX_DATA_DIR": str(folder),
        "PORTEVOIX_MODEL": "test",
        "OPENAI_BASE_URL": endpoint.base_url,
        "PORTEVOIX_VECTOR_INDEX": "exact",
    }

    def command(*words: str) -> list[str]:
        return [sys.executable, "-m", "api.cli", *words]

    made = subprocess.run(
        command("keys", "create", "--role", "platform"),
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    port = _free_port()
    process = subprocess.Popen(
        command("serve", "--port", str(port)), env=environment, stderr=subprocess.PIPE, text=True
    )
    address = f"http://127.0.0.1:{port}"
    _until_ready(address)
    return process, address, made.stdout.splitlines()[-1].strip()


def test_a_draft_under_way_is_finished_when_the_server_is_told_to_stop(
    tmp_path: Path, endpoint: OpenAIServer
) -> None:
    endpoint.delay_seconds = 1.5
    endpoint.use("slow_first_byte")
    process, address, key = start(tmp_path / "data", endpoint)
    answers: list[httpx.Response] = []

    def ask() -> None:
        body: dict[str, Any] = {"content": CONTENT, "language": "en", "ambassador": {}}
        headers = {"Authorization": f"Bearer {key}"}
        answers.append(httpx.post(f"{address}/v1/drafts", json=body, headers=headers, timeout=30))

    asking = threading.Thread(target=ask)
    asking.start()
    while not endpoint.requests:
        time.sleep(0.02)
    begun = time.monotonic()
    process.send_signal(signal.SIGTERM)
    _, written = process.communicate(timeout=20)
    asking.join(5)
    assert time.monotonic() - begun < 11
    assert [answer.status_code for answer in answers] == [200]
    assert {"drafts", "withheld"} <= set(answers[0].json())
    logged = [json.loads(line) for line in written.splitlines() if line.startswith("{")]
    assert {"route": "POST /v1/drafts", "status": 200}.items() <= logged[-1].items()


def test_a_service_without_its_database_says_that_it_is_not_ready(make_services: Make) -> None:
    services = make_services(vector_index="exact")
    client = TestClient(create_app(services), raise_server_exceptions=False)
    services.live.refresh()
    assert client.get("/readyz").status_code == 200
    services.database.close()
    path = services.settings.data_dir / "porte-voix.db"
    for name in ("porte-voix.db", "porte-voix.db-wal", "porte-voix.db-shm"):
        path.with_name(name).unlink(missing_ok=True)
    path.write_bytes(b"no database at all" * 500)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["database"]) == (503, False)
    assert client.get("/healthz").status_code == 200


def _free_port() -> int:
    import socket  # noqa: PLC0415 - only here

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _until_ready(address: str) -> None:
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{address}/readyz").status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise TimeoutError
