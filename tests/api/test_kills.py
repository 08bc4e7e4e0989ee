"""`kill -9` under load: nothing acknowledged is lost, nothing is half there, nothing twice.

In full the server holds ten thousand contents, and the kills go in batches: each says how it
ended, and one can be run alone.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from api.app import create_app
from tests.api.kill_places import Place, kill_often, place, wait_until_begun
from tests.api.killing import Load, losses, server
from tests.serving import serving

pytestmark = [pytest.mark.xdist_group("processes"), pytest.mark.timeout(3600)]

READY_SECONDS = 5.0
MANY = 10_000
BATCH = 25


@pytest.fixture(scope="module")
def postgres_url(new_database: Callable[[], str]) -> str:
    """Give a database for these tests."""
    return new_database()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Place]:
    with place("SQLite", tmp_path / "data") as prepared:
        yield prepared


@pytest.fixture(scope="module")
def full_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with place("SQLite", tmp_path_factory.mktemp("data"), contents=MANY) as prepared:
        yield prepared


@pytest.fixture(scope="module")
def full_postgres(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("data")
    with place("PostgreSQL", folder, contents=MANY, url=postgres_url) as prepared:
        yield prepared


def is_sound(at: Place) -> bool:
    with at.services.database.read() as session:
        told = session.connection().exec_driver_sql("PRAGMA integrity_check").scalar()
    return bool(told == "ok")


def test_kills_over_sqlite(sqlite: Place) -> None:
    kill_often(sqlite, 2)
    assert is_sound(sqlite)


@pytest.mark.postgres
def test_kills_over_postgresql(postgres_url: str, tmp_path: Path) -> None:
    with place("PostgreSQL", tmp_path / "data", url=postgres_url) as prepared:
        kill_often(prepared, 1)


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(8))
def test_two_hundred_kills_over_sqlite(full_sqlite: Place, batch: int) -> None:
    kill_often(full_sqlite, BATCH, batch=batch)
    assert is_sound(full_sqlite)
    tell(full_sqlite)


@pytest.mark.soak
@pytest.mark.postgres
@pytest.mark.parametrize("batch", range(2))
def test_fifty_kills_over_postgresql(full_postgres: Place, batch: int) -> None:
    kill_often(full_postgres, BATCH, batch=batch)
    tell(full_postgres)


def tell(at: Place) -> None:
    """Print the figure; what it counts includes the batches before."""
    print(f"\n{at}", flush=True)  # noqa: T201 - a figure
    # Beside other programs a server waits; what it computes itself is what is asked of it.
    assert max(at.processor) <= READY_SECONDS


@pytest.mark.parametrize("kills", [1, pytest.param(10, marks=pytest.mark.soak)])
def test_kills_of_two_workers_at_once(sqlite: Place, kills: int) -> None:
    kill_often(sqlite, kills, workers=2)
    assert is_sound(sqlite)


@pytest.mark.parametrize("kills", [1, pytest.param(10, marks=pytest.mark.soak)])
def test_a_worker_killed_beside_another_loses_nothing_and_another_comes(
    sqlite: Place, kills: int
) -> None:
    with server(sqlite.environment, workers=2) as running:
        for number in range(kills):
            load = Load(sqlite.services, f"worker_{number}")
            with load.on(running.address):
                wait_until_begun(load)
                # Never the one before it again: the newest comes last.
                killed = workers_of(running.process.pid)[0]
                killed.kill()
            assert load.has_begun
            wait_for_another(running.process.pid, killed)
            assert losses(load, running.address) == []


def workers_of(parent: int) -> list[psutil.Process]:
    """Return the workers of a server, the oldest first."""
    children = psutil.Process(parent).children()
    # Beside the workers there is the process that tracks what they share.
    serving_ = [one for one in children if "spawn_main" in " ".join(one.cmdline())]
    return sorted(serving_, key=lambda one: one.create_time())


def wait_for_another(parent: int, killed: psutil.Process) -> None:
    """Wait until the killed one is buried and there are two again."""
    deadline = time.monotonic() + 60
    while killed.is_running() or len(workers_of(parent)) < 2:
        assert time.monotonic() < deadline, "no worker took the place of the one that was killed"
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM contents WHERE content_id LIKE 'c_%'", "was acknowledged and lost"),
        ("UPDATE first_answers SET answer = NULL", "answered twice, and differently"),
        ("UPDATE ambassadors SET topics = '[]'", "was acknowledged"),
        ("DELETE FROM drafts", "drafts are kept"),
    ],
)
def test_what_is_lost_or_done_twice_is_noticed(sqlite: Place, damage: str, told: str) -> None:
    with serving(create_app(sqlite.services)) as address:
        load = Load(sqlite.services, "1")
        with load.on(address):
            wait_until_begun(load)
        assert losses(load, address) == []
        with sqlite.services.database.write() as session:
            session.connection().exec_driver_sql(damage)
        assert any(told in one for one in losses(load, address))


@pytest.mark.soak
def test_ready_again_and_new_content_served_at_ten_thousand_contents(full_sqlite: Place) -> None:
    with server(full_sqlite.environment) as running:
        running.kill()
    with server(full_sqlite.environment) as running:
        load = Load(full_sqlite.services, "1")
        served = seconds_until_served(load, running.address)
        running.kill()
    with server(full_sqlite.environment) as again:
        ready = again.ready_after
    print(  # noqa: T201 - a figure
        f"\n10,000 contents: ready again in {ready:.1f} s, new content served after {served:.1f} s"
    )
    assert ready <= READY_SECONDS
    assert served <= READY_SECONDS


def seconds_until_served(load: Load, address: str) -> float:
    """Add a content and return how long it takes until it is suggested."""
    new = {"id": "zyg", "title": "Zygomatique", "text": "Le zygomatique écoute.", "language": "fr"}
    asked = {"topics": ["zygomatique"], "languages": ["fr"]}
    with httpx.Client(base_url=address, timeout=60, headers=load.own) as client:
        client.post("/v1/contents", headers=load.comms, json=new)
        started = time.monotonic()
        while time.monotonic() - started < 60:
            body = {"ambassador": asked, "k": 1}
            items = client.post("/v1/recommendations", json=body).json()["items"]
            if items and items[0]["content_id"] == "zyg":
                return time.monotonic() - started
            time.sleep(0.05)
    raise AssertionError("the new content was never served")
