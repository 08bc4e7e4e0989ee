"""`kill -9` under load: nothing acknowledged is lost, nothing is half there, nothing twice."""

import os
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api import importing
from api.app import create_app
from api.settings import Settings
from api.wiring import Services, open_services
from tests.api.killing import Load, content, losses, server
from tests.builders import item
from tests.postgres import started_postgres
from tests.serving import serving

pytestmark = [pytest.mark.xdist_group("processes"), pytest.mark.timeout(3600)]

SEED = 20261128
READY_SECONDS = 5.0
BEGINS_WITHIN_SECONDS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def environment(folder: Path) -> dict[str, str]:
    ours = {"PORTEVOIX_DATA_DIR": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])}
    return {**os.environ, **ours}


@pytest.fixture(scope="module")
def postgres_url() -> Iterator[str]:
    """Start a PostgreSQL server for these tests."""
    yield from started_postgres()


@pytest.fixture
def services(folder: Path) -> Iterator[Services]:
    opened = open_services(Settings.from_environment(data_dir=folder))
    seed(opened)
    yield opened
    opened.close()


def seed(services: Services) -> None:
    """Keep the six contents that drafts are asked on."""
    for number in range(6):
        asked = content(f"seed_{number}", number)
        one = item(content_id=asked["id"], title=asked["title"], text=asked["text"])
        services.contents.save([one], vectors={}, encoder="e")


@pytest.mark.parametrize("kills", [2, pytest.param(200, marks=pytest.mark.soak)])
def test_kills_over_sqlite(services: Services, environment: dict[str, str], kills: int) -> None:
    ready = killed_often(services, environment, kills)
    with services.database.read() as session:
        sound = session.connection().exec_driver_sql("PRAGMA integrity_check").scalar()
    assert sound == "ok"
    tell("SQLite", kills, ready)


@pytest.mark.postgres
@pytest.mark.parametrize("kills", [1, pytest.param(50, marks=pytest.mark.soak)])
def test_kills_over_postgresql(
    postgres_url: str, folder: Path, environment: dict[str, str], kills: int
) -> None:
    services = open_services(Settings.from_environment(data_dir=folder, database_url=postgres_url))
    seed(services)
    try:
        environment = {**environment, "PORTEVOIX_DATABASE_URL": postgres_url}
        tell("PostgreSQL", kills, killed_often(services, environment, kills))
    finally:
        services.close()


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM contents WHERE content_id LIKE 'c_%'", "was acknowledged and lost"),
        ("UPDATE first_answers SET answer = NULL", "answered twice, and differently"),
        ("UPDATE ambassadors SET topics = '[]'", "was acknowledged"),
        ("DELETE FROM drafts", "drafts are kept"),
    ],
)
def test_what_is_lost_or_done_twice_is_noticed(services: Services, damage: str, told: str) -> None:
    with serving(create_app(services)) as address:
        load = Load(services, 1)
        with load.on(address):
            while not load.has_begun:
                time.sleep(0.01)
        assert losses(load, address) == []
        with services.database.write() as session:
            session.connection().exec_driver_sql(damage)
        assert any(told in one for one in losses(load, address))


def killed_often(services: Services, environment: dict[str, str], kills: int) -> list[float]:
    """Kill a server that often, look for losses each time, and return how soon it was ready."""
    chance = random.Random(SEED + kills)  # noqa: S311 - the same instants each time
    ready = []
    load = None
    for number in range(kills + 1):
        with server(environment) as running:
            ready.append(running.ready_after)
            if load is not None:
                assert losses(load, running.address) == []
            load = Load(services, number)
            with load.on(running.address):
                begun = time.monotonic()
                while not load.has_begun and time.monotonic() - begun < BEGINS_WITHIN_SECONDS:
                    time.sleep(0.01)
                time.sleep(chance.uniform(0.0, 1.5))
                running.kill()
            assert load.has_begun, "nothing was acknowledged, so nothing could be lost"
    return ready[1:]


def tell(database: str, kills: int, ready: list[float]) -> None:
    """Print the figure, as every figure of the documents is printed."""
    middle, worst = statistics.median(ready), max(ready)
    print(  # noqa: T201 - a figure
        f"{database}: {kills} kills, 0 losses; ready again in {middle:.1f} s, {worst:.1f} at most"
    )


@pytest.mark.soak
def test_ready_again_and_new_content_served_at_ten_thousand_contents(
    services: Services, environment: dict[str, str]
) -> None:
    items = [
        item(content_id=one["id"], title=one["title"], text=one["text"] * 8)
        for number in range(10_000)
        for one in (content(f"many_{number:05}", number),)
    ]
    for start in range(0, len(items), 500):
        importing.keep(services, items[start : start + 500])
    with server(environment) as running:
        running.kill()
    with server(environment) as running:
        load = Load(services, 1)
        served = seconds_until_served(load, running.address)
        running.kill()
    with server(environment) as again:
        ready = again.ready_after
    print(  # noqa: T201 - a figure
        f"10,000 contents: ready again in {ready:.1f} s, new content served after {served:.1f} s"
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
