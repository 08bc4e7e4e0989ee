"""`kill -9` while somebody is erased: all of it is done at the next start, or nothing of it."""

import random
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

import httpx
import pytest
from sqlalchemy import select

from api.backups import FOLDER, Backups
from domain.purposes import Purpose
from domain.roles import Role
from storage.models import ErasureRow
from tests.api.kill_places import SEED, Place, place
from tests.api.killing import Json, Server, server

pytestmark = [pytest.mark.xdist_group("processes"), pytest.mark.timeout(3600)]

KILLS = 40


@dataclass
class Leaver:
    """Somebody who said something everywhere, each time with a mark, and who leaves."""

    at: Place
    mark: str = field(default_factory=lambda: f"canary{token_hex(8)}")
    answered: int | None = None
    met: str = "nothing"

    def __post_init__(self) -> None:
        services = self.at.services
        self.person = services.people.create()
        services.people.turn(self.person, dict.fromkeys(Purpose, True))
        key = services.access.create_key(Role.EMPLOYEE, ambassador_id=self.person)[1]
        self.headers = {"Authorization": f"Bearer {key}"}
        self.comms = {"Authorization": f"Bearer {services.access.create_key(Role.COMMS)[1]}"}

    def speak(self, address: str) -> None:
        """Say something in every place that keeps it, a backup and the catalogue among them."""
        with httpx.Client(base_url=address, headers=self.headers, timeout=60) as client:
            for method, path, body in self._said():
                client.request(method, path, json=body).raise_for_status()
            (proposed,) = client.get("/v1/me/proposals").json()["proposals"]
            accepted = f"/v1/proposals/{proposed['id']}"
            client.put(accepted, headers=self.comms, json={"decision": "accept"}).raise_for_status()
        settings = self.at.services.settings
        Backups(settings, settings.data_dir / FOLDER).make(self.at.services.database, keep=2)

    def _said(self) -> Iterator[tuple[str, str, Json]]:
        told = f"J’ai écouté {self.mark} toute la nuit, capteur contre capteur, sur la fonte."
        content = {"title": f"Une nuit {self.mark}", "text": told * 3, "language": "fr"}
        yield "PUT", "/v1/me", {"name": f"{self.mark}name", "topics": [self.mark]}
        yield "PUT", "/v1/me/voice", {"posts": [told] * 3}
        yield "POST", "/v1/me/signals", {"content_id": "seed_1", "signal": "kept"}
        yield "POST", "/v1/me/proposals", content
        yield "POST", "/v1/drafts", {"content_id": "seed_0", "language": "fr", "notes": [told]}

    def leave(self, address: str) -> None:
        """Ask to be erased, and remember what was answered, if anything was."""
        with suppress(httpx.TransportError), httpx.Client(timeout=60) as client:
            self.answered = client.delete(f"{address}/v1/me", headers=self.headers).status_code

    def is_whole(self, address: str) -> bool:
        """Tell whether everything that was said is still there."""
        exported = httpx.get(f"{address}/v1/me/export", headers=self.headers, timeout=60)
        return exported.status_code == 200 and exported.text.count(self.mark) >= 8

    @property
    def folder(self) -> Path:
        """Where everything is kept."""
        return self.at.services.settings.data_dir

    @property
    def is_there(self) -> bool:
        """Tell whether there is a record of theirs."""
        return self.at.services.people.exists(self.person)

    @property
    def is_half_done(self) -> bool:
        """Tell whether an erasure has begun and is not finished."""
        pending = select(ErasureRow.tombstone).where(ErasureRow.finished_at.is_(None))
        with self.at.services.database.read() as session:
            return session.scalar(pending) is not None


@pytest.fixture
def at(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    with place("erasures", tmp_path / "data", contents=request.param) as prepared:
        yield prepared


@pytest.mark.parametrize(
    ("at", "kills"), [(0, 2), pytest.param(10_000, KILLS, marks=pytest.mark.soak)], indirect=["at"]
)
def test_an_erasure_killed_at_any_instant_is_done_at_the_next_start_or_was_never_begun(
    at: Place, kills: int
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same instants each time
    found: Counter[str] = Counter()
    leaver, takes = None, 0.0
    for number in range(kills + 1):
        with server(at.environment) as running:
            if leaver is None:
                takes = seconds_of_an_erasure(at, running)
            else:
                found[became_of(leaver, running.address)] += 1
            if number < kills:
                leaver = killed_while_leaving(at, running, chance.uniform(0, 1.2 * takes))
    print(f"\nerasures: {kills} kills, nothing left: {dict(found)}")  # noqa: T201 - a figure
    assert found.total() == kills
    assert kills < KILLS or found["resumed"], "no kill met an erasure between its steps"


def seconds_of_an_erasure(at: Place, running: Server) -> float:
    """Erase somebody in peace, and return how long that took."""
    leaver = Leaver(at)
    leaver.speak(running.address)
    assert leaver.is_whole(running.address)
    assert len(holding(leaver.folder, leaver.mark)) >= 2
    started = time.monotonic()
    leaver.leave(running.address)
    assert leaver.answered == 204
    assert holding(leaver.folder, leaver.mark) == []
    return time.monotonic() - started


def holding(folder: Path, *marks: str) -> list[str]:
    """Return the files that hold any of these marks.

    Another process reads them: SQLite's locks on a file go when this one closes it.
    """
    marked = [part for mark in marks for part in ("-e", mark)]
    found = subprocess.run(
        ["grep", "-rlaF", *marked, str(folder)], capture_output=True, text=True, check=False
    )
    assert found.returncode in {0, 1}, found.stderr
    return found.stdout.splitlines()


def killed_while_leaving(at: Place, running: Server, after: float) -> Leaver:
    """Let somebody leave, kill the server so many seconds later, and return who it was."""
    leaver = Leaver(at)
    leaver.speak(running.address)
    leaving = threading.Thread(target=leaver.leave, args=(running.address,))
    leaving.start()
    time.sleep(after)
    running.kill()
    leaving.join()
    leaver.met = "before" if leaver.is_there else "resumed" if leaver.is_half_done else "after"
    return leaver


def became_of(leaver: Leaver, address: str) -> str:
    """Return what a kill met: an erasure that had not begun, was going on, or was over.

    Fails when anything of somebody erased is left, or anything of somebody who is not is gone.
    """
    if leaver.is_there:
        assert leaver.answered is None, "an erasure was acknowledged, and the record is there"
        assert leaver.is_whole(address)
        leaver.leave(address)
        assert leaver.answered == 204
    assert not leaver.is_half_done
    assert holding(leaver.folder, leaver.mark, leaver.person) == []
    return leaver.met
