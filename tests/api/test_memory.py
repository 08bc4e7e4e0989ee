"""A server's memory after thousands of mixed requests is what it was after the first hundreds."""

import asyncio
import os
from pathlib import Path

import psutil
import pytest

from api import demo_organization
from api.settings import Settings
from api.wiring import open_services
from benchmarks.load import Load, load, request
from benchmarks.serving import server
from domain.roles import Role

pytestmark = pytest.mark.xdist_group("processes")

LARGEST_GROWTH_MIB = 30
IDLE_PERCENT = 5
TEXT = "L’équipe a mesuré {} tronçons. Deux capteurs espacés de 180 m suffisent sur la fonte."


@pytest.fixture
def deployment(tmp_path: Path) -> tuple[Path, dict[Role, str]]:
    settings = Settings.from_environment(data_dir=tmp_path, demo=True)
    demo_organization.prepare_files(settings)
    services = open_services(settings)
    demo_organization.install(services)
    keys = {
        role: services.access.create_key(
            role, ambassador_id="amb_lea" if role is Role.EMPLOYEE else None
        )[1]
        for role in Role
    }
    services.close()
    return tmp_path, keys


def mixed(keys: dict[Role, str], count: int) -> list[bytes]:
    """Return requests of every kind; every twentieth asks for a draft on content of its own."""
    person = {"profile_type": "expert", "organization": "Tessonde", "languages": ["fr"]}
    made = []
    for number in range(count):
        text = TEXT.format(number)
        content = {"title": f"Fuite {number}", "text": text, "language": "fr"}
        made.append(
            (
                request("POST", "/v1/recommendations", keys[Role.PLATFORM], {"ambassador": person}),
                request(
                    "POST", "/v1/checks", keys[Role.COMMS], {"text": text * 8, "language": "fr"}
                ),
                request("GET", "/v1/contents?limit=20", keys[Role.COMMS]),
                request("GET", "/v1/me/export", keys[Role.EMPLOYEE]),
                request("GET", f"/v1/contents/unknown{number}", keys[Role.ADMIN]),
                request("POST", "/v1/checks", "wrong", {"text": text}),
                request("POST", "/v1/checks", keys[Role.PLATFORM], {"text": number}),
            )[number % 7]
            if number % 20
            else request(
                "POST",
                "/v1/drafts",
                keys[Role.PLATFORM],
                {"content": content, "ambassador": person, "language": "fr"},
            )
        )
    return made


def growth(deployment: tuple[Path, dict[Role, str]], warm_up: int, total: int) -> float:
    """Return by how many MiB a server grew between the two numbers of requests."""
    folder, keys = deployment
    core = min(os.sched_getaffinity(0))
    with server(folder, core, PORTEVOIX_LOG_REQUESTS="false") as (port, pid):
        process = psutil.Process(pid)
        requests = mixed(keys, warm_up + total)
        send(port, requests[:warm_up])
        settle(process)
        before = process.memory_info().rss
        result = send(port, requests[warm_up:])
        assert not [status for status in result.statuses if status >= 500]
        assert {200, 401, 404, 422} <= set(result.statuses)
        grown: float = (process.memory_info().rss - before) / 2**20
        return grown


def settle(process: psutil.Process) -> None:
    """Wait until a server has made itself ready: what that takes, it takes once."""
    for _ in range(240):
        if process.cpu_percent(interval=0.5) < IDLE_PERCENT:
            return


def send(port: int, requests: list[bytes]) -> Load:
    return asyncio.run(load(port, requests, clients=8, total=len(requests)))


def test_memory_stays_over_hundreds_of_requests(
    deployment: tuple[Path, dict[Role, str]],
) -> None:
    assert growth(deployment, 200, 300) < LARGEST_GROWTH_MIB


@pytest.mark.soak
def test_memory_stays_over_ten_thousand_requests(
    deployment: tuple[Path, dict[Role, str]],
) -> None:
    grown = growth(deployment, 1_000, 10_000)
    print(f"memory grew by {grown:.1f} MiB over 10,000 mixed requests")  # noqa: T201 - the figure
    assert grown < LARGEST_GROWTH_MIB
