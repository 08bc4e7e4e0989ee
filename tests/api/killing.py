"""A server to be killed under load, what it acknowledged, and whether that is still there."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx
import psutil

from api.wiring import Services
from domain.purposes import Purpose
from domain.roles import Role

Json = dict[str, Any]
READY_WITHIN_SECONDS = 120
TEXT = (
    "L’équipe a mesuré {0} tronçons pendant six semaines. Sur la fonte, deux capteurs espacés de "
    "{1} m suffisent. Le sable mouillé retire {2} dB au signal. « Nous écoutons la nuit », dit "
    "Léa Vaurigal. La méthode est décrite en cinq étapes. La ville a remplacé {3} vannes."
)


@dataclass
class Server:
    """A process that serves a data folder, and how long it took to be ready.

    `processor_seconds` is how long it computed for that, however busy the machine was.
    """

    address: str
    process: "subprocess.Popen[bytes]"
    ready_after: float
    processor_seconds: float

    def kill(self) -> None:
        """Kill it, and whatever it started, without a word."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)


@contextmanager
def server(environment: Mapping[str, str], *, workers: int = 1) -> Iterator[Server]:
    """Serve until the block ends; it is killed then, if it was not before."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    arguments += ["--workers", str(workers)]
    started = time.monotonic()
    with subprocess.Popen(
        arguments,
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_ready(address, started + READY_WITHIN_SECONDS)
            after, times = time.monotonic() - started, psutil.Process(process.pid).cpu_times()
            yield Server(address, process, after, times.user + times.system)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _wait_ready(address: str, deadline: float) -> None:
    with httpx.Client(timeout=5) as client:
        while time.monotonic() < deadline:
            with suppress(httpx.TransportError):
                if client.get(f"{address}/readyz").status_code == 200:
                    return
            time.sleep(0.02)
    raise AssertionError(f"{address} was not ready in time")


@dataclass
class Load:
    """People who use a server at once: contents come in, drafts are asked for, a record changes."""

    services: Services
    name: str
    contents: list[str] = field(default_factory=list)
    answers: dict[str, Json | None] = field(default_factory=dict)
    topics: tuple[int, int] = (-1, -1)
    refused: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        people = self.services.people
        self.person = people.create()
        people.turn(self.person, {Purpose.DRAFTS: True, Purpose.PROFILE: True})
        access = self.services.access
        self.comms = _bearer(access.create_key(Role.COMMS)[1])
        self.own = _bearer(access.create_key(Role.EMPLOYEE, ambassador_id=self.person)[1])

    @property
    def has_begun(self) -> bool:
        """Tell whether a content, a draft and a change were acknowledged."""
        return bool(self.contents) and any(self.answers.values()) and self.topics[0] >= 0

    @contextmanager
    def on(self, address: str) -> Iterator[None]:
        """Use a server from several sides until the block ends."""
        threads = [
            threading.Thread(target=act, args=(address,))
            for act in (self._add_contents, self._ask, self._ask, self._change)
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in threads:
                thread.join()

    def ask(self, client: httpx.Client, key: str) -> httpx.Response:
        """Ask for the draft of a key; the same key always asks the same."""
        body = {"content_id": f"seed_{hash_of(key) % 6}", "language": "fr", "n": 1}
        return client.post("/v1/drafts", headers={**self.own, "Idempotency-Key": key}, json=body)

    def _add_contents(self, address: str) -> None:
        with self._client(address) as client:
            for number in range(10_000):
                name = f"c_{self.name}_{number}"
                answer = client.post("/v1/contents", headers=self.comms, json=content(name, number))
                self._expect(answer, 201)
                self.contents.append(name)

    def _ask(self, address: str) -> None:
        with self._client(address) as client:
            for number in range(10_000):
                key = f"k_{self.name}_{threading.get_ident()}_{number}"
                self.answers[key] = None
                answer = self.ask(client, key)
                self._expect(answer, 200)
                self.answers[key] = answer.json()

    def _change(self, address: str) -> None:
        with self._client(address) as client:
            for number in range(10_000):
                self.topics = (self.topics[0], number)
                body = {"topics": [f"sujet {number}"]}
                self._expect(client.put("/v1/me", headers=self.own, json=body), 200)
                self.topics = (number, number)

    def _expect(self, answer: httpx.Response, status: int) -> None:
        if answer.status_code != status:
            self.refused.append(f"{answer.request.url.path}: {answer.status_code} {answer.text}")
        if self._stop.is_set():
            raise httpx.ConnectError("the load is over")

    @contextmanager
    def _client(self, address: str) -> Iterator[httpx.Client]:
        # A server that is gone ends what was asked of it.
        with suppress(httpx.TransportError), httpx.Client(base_url=address, timeout=60) as client:
            yield client


def losses(load: Load, address: str) -> list[str]:
    """Return what was lost, half done or done twice; an empty list is what there should be."""
    found = list(load.refused)
    kept = load.services.contents.digests(load.contents)
    found += [f"{name} was acknowledged and lost" for name in load.contents if name not in kept]
    with httpx.Client(base_url=address, timeout=60) as client:
        topics = client.get("/v1/me", headers=load.own).json()["topics"]
        if topics not in ([[], ["sujet 0"]] if load.topics[0] < 0 else _allowed(load.topics)):
            found.append(f"{topics} where {load.topics} was acknowledged")
        given = [draft for key in load.answers for draft in _replayed(load, client, key, found)]
        shown = client.get("/v1/me/drafts", headers=load.own).json()
    found += [f"{one['reason']}: a kept draft does not pass" for one in shown["withheld"]]
    texts = {draft["id"]: draft["text"] for draft in given}
    if texts != {draft["id"]: draft["text"] for draft in shown["drafts"]}:
        found.append(f"{len(shown['drafts'])} drafts are kept, {len(texts)} were given")
    return found


def _allowed(topics: tuple[int, int]) -> list[list[str]]:
    return [[f"sujet {number}"] for number in topics]


def _replayed(load: Load, client: httpx.Client, key: str, found: list[str]) -> list[Json]:
    answer, again = load.ask(client, key), load.ask(client, key)
    if {answer.status_code, again.status_code} != {200}:
        found.append(f"a key is answered {answer.status_code}, then {again.status_code}")
        return []
    first = load.answers[key]
    if again.json() != answer.json() or (first is not None and answer.json() != first):
        found.append("a key was answered twice, and differently")
    drafts: list[Json] = answer.json()["drafts"]
    return drafts


def content(name: str, number: int) -> Json:
    """Return a content of its own."""
    figures = (number % 90 + 10, number % 300 + 100, number % 8 + 2, number % 7 + 2)
    text = f"Chantier {number}. {TEXT.format(*figures)}"
    return {"id": name, "title": f"Chantier {number}", "text": text, "language": "fr"}


def hash_of(key: str) -> int:
    """Return a number that a text always gives."""
    return sum(key.encode())


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}
