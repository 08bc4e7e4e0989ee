"""What a draft costs beside the model's own time: `python -m benchmarks.endpoint [DATA]`.

One test server of our own (`tests.openai_server`, real HTTP on loopback) is asked by the plain
openai client and by the service, in turns and with the same prompts: one request at a time, one
draft, no revision. Then two hundred requests are in flight at once.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import httpx
from openai import OpenAI
from rich.console import Console
from rich.table import Table

from benchmarks.asked import Asking, asking
from benchmarks.recommendations import load
from benchmarks.serving import cpu_seconds, prepare, server

ONE_AT_A_TIME: Final = 60
AT_ONCE: Final = 200
_WARM_UP: Final = 5
_FIRST_TRIES: Final = 2 * ONE_AT_A_TIME
_COST: Final = 0.25  # of one call, as the test server prices it
_ALLOWED_SECONDS: Final = 60.0  # the deadline that PORTEVOIX_DEADLINE_SECONDS has by default


def main() -> None:
    """Print one table."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DATA", "../shared/data"))
    texts, _ = load(data / "blogs")
    bodies = asking(texts[:: max(1, len(texts) // (_FIRST_TRIES + 2 * AT_ONCE))])
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder, endpoint() as address:
        key = prepare(Path(folder), ())
        settings = {"OPENAI_BASE_URL": address, "PORTEVOIX_MODEL": "test"}
        with server(Path(folder), cores[0], **settings) as (port, pid):
            table = Table("drafts by an endpoint", "requests", "p50 ms", "p95 ms", "and")
            before = cpu_seconds(pid)
            for row in one_at_a_time(bodies[:_FIRST_TRIES], port, key, address):
                table.add_row(*row)
            # On a machine that others use as well, the processor's time says more than the clock.
            own = 1000 * (cpu_seconds(pid) - before) / int(row[1])
            table.add_row("of it the service's own processor time, mean", "", f"{own:.1f}", "", "")
            table.add_row(*asyncio.run(at_once(bodies[-AT_ONCE:], port, key)))
    Console(width=120).print(table)


@contextmanager
def endpoint() -> Iterator[str]:
    """Serve the test server in a process of its own, and give its address."""
    command = [sys.executable, "-m", "tests.openai_server", "--port", "0", "--fault", "priced"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None:
                raise RuntimeError("the test server has no output")
            yield process.stdout.readline().split()[0].partition("=")[2]
        finally:
            process.terminate()


def one_at_a_time(
    bodies: Sequence[Asking], port: int, key: str, address: str
) -> Iterator[tuple[str, ...]]:
    """Yield a row of the plain client, one of the service, and one of what it adds."""
    raw: list[float] = []
    ours: list[float] = []
    plain = OpenAI(base_url=address, api_key="none", max_retries=0)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=90) as client:
        for body in bodies:
            taken = _timed(lambda asked=body.raw: plain.chat.completions.create(**asked))[0]
            seconds, answer = _timed(lambda asked=body.ours: _post(client, key, asked))
            if _calls(answer.json()) == 1:
                raw.append(taken)
                ours.append(seconds)
            if len(ours) == ONE_AT_A_TIME + _WARM_UP:
                break
    raw, ours = raw[_WARM_UP:], ours[_WARM_UP:]
    added = [mine - theirs for mine, theirs in zip(ours, raw, strict=True)]
    yield _row("the plain openai client", raw, "one at a time")
    yield _row("the service: POST /v1/drafts, n = 1, no revision", ours, "one at a time")
    yield _row("what it adds, request by request", added, "asked: 100 ms p95")


async def at_once(bodies: Sequence[Asking], port: int, key: str) -> tuple[str, ...]:
    """Return the row of many requests in flight."""
    statuses: Counter[str] = Counter()
    limits = httpx.Limits(max_connections=len(bodies))
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=300, limits=limits
    ) as client:

        async def one(body: Asking) -> float:
            begun = time.perf_counter()
            answer = await client.post("/v1/drafts", json=body.ours, headers=_headers(key))
            statuses[_told(answer)] += 1
            return time.perf_counter() - begun

        taken = await asyncio.gather(*(one(body) for body in bodies))
    late = sum(seconds > _ALLOWED_SECONDS for seconds in taken)
    told = ", ".join(f"{count} {what}" for what, count in statuses.most_common())
    return _row(f"{len(bodies)} in flight at once", taken, f"{told}; {late} beyond the deadline")


def _timed(call: Any) -> tuple[float, Any]:  # noqa: ANN401 - a call of either client
    begun = time.perf_counter()
    answer = call()
    return time.perf_counter() - begun, answer


def _post(client: httpx.Client, key: str, body: dict[str, Any]) -> httpx.Response:
    return client.post("/v1/drafts", json=body, headers=_headers(key)).raise_for_status()


def _headers(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def _calls(answer: dict[str, Any]) -> int:
    """Return how many calls led to the one draft, by what they cost; 0 without one."""
    usage = [one["provenance"]["usage"] for one in answer["drafts"]]
    return round(usage[0]["cost"] / _COST) if usage and usage[0] else 0


def _told(answer: httpx.Response) -> str:
    if answer.status_code != httpx.codes.OK:
        return f"× {answer.status_code}"
    engines = {one["provenance"]["engine"] for one in answer.json()["drafts"]}
    return f"by the {engines.pop()}" if engines else "withheld"


def _row(name: str, seconds: Sequence[float], told: str) -> tuple[str, ...]:
    p95 = quantiles(seconds, n=20)[-1]
    return name, str(len(seconds)), f"{1000 * median(seconds):.1f}", f"{1000 * p95:.1f}", told


if __name__ == "__main__":
    main()
