"""A disk that is full, read-only or locked: told as such, nothing half-written, reads go on."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.wiring import Services
from domain.roles import Role
from storage.database import Database
from tests.api.conftest import Make
from tests.api.test_drafts import EXPERT, INLINE

Fault = Callable[[Services], AbstractContextManager[Services]]
LONG = {"title": "Un titre", "text": "Un texte. " * 15_000, "language": "fr"}


class Callers:
    """One caller of each role."""

    def __init__(self, services: Services) -> None:
        access = services.access
        self.keys = {
            Role.COMMS: access.create_key(Role.COMMS)[1],
            Role.PLATFORM: access.create_key(Role.PLATFORM)[1],
            Role.EMPLOYEE: access.create_key(Role.EMPLOYEE, ambassador_id="amb_lea")[1],
        }

    def call(self, services: Services, role: Role, method: str, path: str, **more: Any) -> Any:
        client = TestClient(create_app(services), raise_server_exceptions=False)
        headers = {"Authorization": f"Bearer {self.keys[role]}", **more.pop("headers", {})}
        return client.request(method, path, headers=headers, **more)


@contextmanager
def full(services: Services) -> Iterator[Services]:
    """Let no file grow beyond what the write-ahead log has, as a full disk does."""
    log = services.settings.data_dir / "porte-voix.db-wal"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 1, before[1]))
    try:
        yield services
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only(services: Services) -> Iterator[Services]:
    """Open the database without the right to write."""
    path = services.settings.data_dir / "porte-voix.db"
    database = Database.open(f"sqlite:///file:{path}?mode=ro&uri=true")
    try:
        yield replace(services, database=database)
    finally:
        database.close()


@contextmanager
def locked(services: Services) -> Iterator[Services]:
    """Let another process hold the right to write, longer than anybody waits."""
    path = services.settings.data_dir / "porte-voix.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield services
        other.execute("ROLLBACK")


@pytest.mark.parametrize("fault", [full, read_only, locked])
def test_writes_are_refused_reads_are_served_and_it_recovers(make_demo: Make, fault: Fault) -> None:
    services = make_demo()
    callers = Callers(services)
    before = kept(services)
    with fault(services) as broken:
        for role, path, body in (
            (Role.COMMS, "/v1/contents", LONG),
            (Role.EMPLOYEE, "/v1/drafts", {"content": INLINE, "language": "fr"}),
        ):
            headers = {"Idempotency-Key": "k1"} if role is Role.EMPLOYEE else {}
            answer = callers.call(broken, role, "POST", path, json=body, headers=headers)
            assert answer.status_code == 503, answer.text
            assert answer.json()["code"] == "storage_unavailable"
            assert answer.headers["content-type"] == "application/problem+json"
        for role, method, path, body in READS:
            answer = callers.call(broken, role, method, path, json=body)
            assert answer.status_code == 200, (path, answer.text)
    assert kept(services) == before
    assert callers.call(services, Role.COMMS, "POST", "/v1/contents", json=LONG).status_code == 201
    body = {"content": INLINE, "language": "fr"}
    headers = {"Idempotency-Key": "k1"}
    answer = callers.call(services, Role.EMPLOYEE, "POST", "/v1/drafts", json=body, headers=headers)
    assert answer.status_code == 200
    assert answer.json()["drafts"]


READS: tuple[tuple[Role, str, str, Any], ...] = (
    (Role.COMMS, "GET", "/v1/contents", None),
    (Role.EMPLOYEE, "GET", "/v1/me", None),
    (Role.EMPLOYEE, "GET", "/v1/me/drafts", None),
    (Role.PLATFORM, "POST", "/v1/recommendations", {"ambassador": EXPERT, "k": 3}),
    (Role.PLATFORM, "POST", "/v1/checks", {"text": "Un essai.", "language": "fr"}),
    (Role.PLATFORM, "GET", "/v1/profile-types", None),
)


def kept(services: Services) -> dict[str, int]:
    """Return how many rows stand in each table that a refused write could have touched."""
    names = ("contents", "embeddings", "reservations", "drafts", "first_answers", "audit")
    path = Path(services.settings.data_dir) / "porte-voix.db"
    with closing(sqlite3.connect(path)) as plain:
        return {
            name: plain.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - names of the test
            for name in names
        }
