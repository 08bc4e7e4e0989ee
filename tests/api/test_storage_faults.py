"""A database that is locked, full or read-only: told as such, nothing half-written, reads go on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from api.app import create_app
from api.wiring import Services
from domain.roles import Role
from tests.api.conftest import Make

CONTENT = {
    "title": "Two sensors",
    "text": "On cast iron, two sensors 180 m apart hear a leak of 0.5 m³/h. " * 2_000,
    "language": "en",
}


@contextmanager
def with_pragma(services: Services, pragma: str) -> Iterator[None]:
    """Open every connection with a pragma, then none."""

    def prepare(connection: Any, _record: Any) -> None:
        connection.execute(pragma)

    engine = services.database.engine
    engine.dispose()
    event.listen(engine, "connect", prepare)
    yield
    event.remove(engine, "connect", prepare)
    engine.dispose()


@contextmanager
def locked(services: Services) -> Iterator[None]:
    """Hold the right to write, as another process would."""
    other = sqlite3.connect(services.settings.data_dir / "porte-voix.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def full(services: Services) -> Iterator[None]:
    """Let the database grow no more."""
    with services.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    with with_pragma(services, f"PRAGMA max_page_count={pages}"):
        yield


@contextmanager
def read_only(services: Services) -> Iterator[None]:
    """Let nothing be written."""
    with with_pragma(services, "PRAGMA query_only=ON"):
        yield


@pytest.mark.parametrize("fault", [locked, full, read_only], ids=lambda one: one.__name__)
def test_what_cannot_be_written_is_told_and_the_rest_goes_on(
    make_services: Make, fault: Any
) -> None:
    services = make_services(vector_index="exact")
    _, key = services.access.create_key(Role.COMMS)
    _, platform = services.access.create_key(Role.PLATFORM)
    headers = {"Authorization": f"Bearer {key}"}
    client = TestClient(create_app(services), raise_server_exceptions=False)
    services.live.refresh()
    client.get("/v1/profile-types", headers={"Authorization": f"Bearer {platform}"})
    with fault(services):
        refused = client.post("/v1/contents", headers=headers, json=CONTENT)
        assert (refused.status_code, refused.json()["code"]) == (503, "storage_unavailable")
        assert "180 m" not in refused.text
        listed = client.get("/v1/contents", headers=headers)
        assert (listed.status_code, listed.json()["total"]) == (200, 0)
        checked = client.post(
            "/v1/checks", headers=headers, json={"text": "A quiet day.", "language": "en"}
        )
        assert checked.status_code == 200
        assert client.get("/readyz").status_code == 200
    assert client.post("/v1/contents", headers=headers, json=CONTENT).status_code == 201
    assert client.get("/v1/contents", headers=headers).json()["total"] == 1
