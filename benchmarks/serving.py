"""How much a server answers: real HTTP, 32 clients, the server on one core, the load on another.

`python -m benchmarks.serving [DATA]`: recommendations over ten thousand contents, and complete
offline checks of 1,300 characters. With one core the two share it, and the figure says so.
"""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from api import demo_organization
from api.settings import Settings
from api.wiring import open_services
from benchmarks.load import Load, load, request
from benchmarks.recommendations import ambassadors, catalogue
from benchmarks.recommendations import load as load_texts
from benchmarks.waiting import wait_until_ready
from domain.content import ContentItem
from domain.people import Ambassador
from domain.roles import Role

ITEMS: Final = 10_000
CLIENTS: Final = 32
REQUESTS: Final = 4_000
LENGTH: Final = 1_300
_PATIENCE_SECONDS: Final = 180


def main() -> None:
    """Print one line for each kind of request."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DATA", "../shared/data"))
    texts, source = load_texts(data / "blogs")
    items = catalogue(texts, ITEMS)
    cores = sorted(os.sched_getaffinity(0))
    print(f"{len(items)} contents ({source}); {CLIENTS} clients; {placed(cores)}")
    with tempfile.TemporaryDirectory() as folder:
        key = prepare(Path(folder), items)
        with server(Path(folder), cores[0]) as (port, pid):
            os.sched_setaffinity(0, {cores[-1]})
            for name, requests in (
                ("recommendations", recommending(items, key)),
                (f"checks of {LENGTH} characters", checking(items, key)),
            ):
                asyncio.run(load(port, requests, clients=CLIENTS, total=200))
                before = cpu_seconds(pid)
                result = asyncio.run(load(port, requests, clients=CLIENTS, total=REQUESTS))
                show(name, result, cpu_seconds(pid) - before)
            os.sched_setaffinity(0, set(cores))


def placed(cores: Sequence[int]) -> str:
    """Say which core does what."""
    if len(cores) == 1:
        return f"server and load share core {cores[0]}"
    return f"server on core {cores[0]}, load on core {cores[-1]}"


def show(name: str, result: Load, cpu: float) -> None:
    """Print a line of the table; by CPU time too, for a machine that others use as well."""
    p50, p95 = result.p50_p95
    told = ", ".join(f"{count} × {status}" for status, count in sorted(result.statuses.items()))
    per_cpu = len(result.milliseconds) / cpu
    print(
        f"  {name:32} {result.per_second:6.0f} a second ({per_cpu:.0f} per second of the server's "
        f"CPU), {p50:.1f} / {p95:.1f} ms; {told}",
        flush=True,
    )


def cpu_seconds(pid: int) -> float:
    """Return the CPU time a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def prepare(folder: Path, items: Sequence[ContentItem]) -> str:
    """Keep the contents with their vectors, and return a platform's key."""
    settings = Settings.from_environment(data_dir=folder, demo=True)
    demo_organization.prepare_files(settings)
    services = open_services(settings)
    try:
        encoder = services.live.encoder.fingerprint
        for at in range(0, len(items), 500):
            some = list(items[at : at + 500])
            services.contents.save(some, vectors=services.live.embed(some), encoder=encoder)
            services.live.read(some)
        return services.access.create_key(Role.PLATFORM)[1]
    finally:
        services.close()


@contextmanager
def server(folder: Path, core: int, **environment: str) -> Iterator[tuple[int, int]]:
    """Serve a data folder on one core, and give the port and the process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    settings = {"PORTEVOIX_DATA_DIR": str(folder), "OMP_NUM_THREADS": "1", **environment}
    before = os.sched_getaffinity(0)
    # The process inherits the core it is started on.
    os.sched_setaffinity(0, {core})
    with subprocess.Popen(
        command, env={**os.environ, **settings}, stderr=subprocess.DEVNULL
    ) as process:
        os.sched_setaffinity(0, before)
        try:
            wait_until_ready(port, seconds=_PATIENCE_SECONDS)
            yield port, process.pid
        finally:
            process.terminate()


def recommending(items: Sequence[ContentItem], key: str) -> list[bytes]:
    """Return requests for people of whom a type and two topics are known."""
    people = ambassadors(items)["type and 2 topics"]
    return [
        request("POST", "/v1/recommendations", key, {"ambassador": _described(one), "k": 5})
        for one in people
    ]


def checking(items: Sequence[ContentItem], key: str) -> list[bytes]:
    """Return requests to check posts of exactly so many characters."""
    texts = [one for one in items[:600] if len(one.text) >= LENGTH]
    return [
        request(
            "POST", "/v1/checks", key, {"text": one.text[:LENGTH], "language": one.language.value}
        )
        for one in texts[:200]
    ]


def _described(person: Ambassador) -> dict[str, Any]:
    shares = person.profile.shares if person.profile else {}
    return {
        "profile_type": {kind.value: share for kind, share in shares.items()},
        "topics": list(person.topics),
        "languages": [language.value for language in person.languages],
    }


if __name__ == "__main__":
    main()
