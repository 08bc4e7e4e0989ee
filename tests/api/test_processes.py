"""Several processes at once over one data folder: nobody waits for ever, nothing is lost."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.personas import FOLDER

pytestmark = pytest.mark.xdist_group("processes")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("processes") / "data"
    return {**os.environ, "PORTEVOIX_DATA_DIR": str(folder), "NO_COLOR": "1"}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "api.cli", *arguments]


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    def run_(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command(*arguments),
            env=environment,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )

    return run_


@pytest.fixture(scope="module")
def server(environment: dict[str, str]) -> Iterator[str]:
    """Serve the demo organisation with two workers, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = command("serve", "--demo", "--port", str(port), "--workers", "2")
    with subprocess.Popen(
        arguments, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            _wait(lambda: _is_ready(port), 60)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(15)


def test_import_recommend_erase_and_two_workers_at_once(
    server: str, run: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    key = run("keys", "create", "--role", "platform").stdout.splitlines()[-1].strip()
    feed = tmp_path / "new.jsonl"
    rows = [
        {
            "title": f"Zygomatique {n}",
            "text": f"Le capteur zygomatique numéro {n} écoute le tunnel la nuit.",
            "language": "fr",
            "id": str(n),
        }
        for n in range(200)
    ]
    feed.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    at_once = [
        subprocess.Popen(
            command(*arguments),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for arguments in (
            ["import", str(feed)],
            ["import", str(FOLDER / "feeds" / "public.xml")],
            ["recommend", "--language", "fr", "--json"],
            ["erase", "amb_lea"],
            ["erase", "amb_tom"],
            ["export", "amb_grace"],
        )
    ]
    answers = [_ask(server, key) for _ in range(40)]
    ended = [process.communicate(timeout=90) for process in at_once]
    assert [process.returncode for process in at_once] == [0] * len(at_once), ended
    assert {answer.status_code for answer in answers} == {200}
    usual = _seconds_of(lambda: [_finds_new(server, key) for _ in range(8)])
    # A look a second, and what it takes to answer on a machine that is busy otherwise.
    _wait(lambda: all(_finds_new(server, key) for _ in range(8)), 5 + 5 * usual)
    assert run("export", "amb_lea").returncode == 64
    assert run("recommend", "--language", "fr", "--topic", "zygomatique", "--json").returncode == 0


def test_one_process_holds_the_index_and_the_other_searches_exactly(server: str) -> None:
    seen: set[str] = set()

    def both_answered() -> bool:
        seen.add(_ready(server)["index"])
        return len(seen) > 1

    _wait(both_answered, 30)
    assert seen == {"ChromaIndex", "ExactIndex"}


def _ask(server: str, key: str, **body: Any) -> httpx.Response:
    asked = {"ambassador": {"languages": ["fr"]}, "k": 5, **body}
    headers = {"Authorization": f"Bearer {key}"}
    return httpx.post(f"{server}/v1/recommendations", json=asked, headers=headers, timeout=30)


def _finds_new(server: str, key: str) -> bool:
    items = _ask(server, key, ambassador={"languages": ["fr"], "topics": ["zygomatique"]}).json()[
        "items"
    ]
    return bool(items) and "Zygomatique" in items[0]["title"]


def _ready(server: str) -> Any:
    # A connection of its own each time, so that both workers get to answer.
    return httpx.get(f"{server}/readyz", timeout=10).json()


def _is_ready(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def _seconds_of(asking: Callable[[], object]) -> float:
    began = time.monotonic()
    asking()
    return time.monotonic() - began


def _wait(condition: Callable[[], object], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"it did not come to be within {seconds} s")
        time.sleep(0.1)
