"""A load generator that costs little: raw HTTP over kept connections, one at a time on each."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import quantiles


@dataclass(slots=True)
class Load:
    """What came of a load: how many answers of each status, and how long each took."""

    seconds: float
    statuses: Counter[int] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        """Return answers a second."""
        return len(self.milliseconds) / self.seconds

    @property
    def p50_p95(self) -> tuple[float, float]:
        """Return the median and the 95th percentile, in milliseconds."""
        cuts = quantiles(self.milliseconds, n=20)
        return cuts[9], cuts[18]


def request(method: str, path: str, key: str, body: object = None) -> bytes:
    """Return the bytes of one request."""
    sent = b"" if body is None else json.dumps(body).encode()
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
    )
    return head.encode() + sent


async def load(port: int, requests: Sequence[bytes], *, clients: int, total: int) -> Load:
    """Send requests in turn until there were `total` answers, from so many clients at once."""
    turns = iter(range(total))
    result = Load(0.0)
    begun = time.perf_counter()
    await asyncio.gather(*(_client(port, requests, turns, result) for _ in range(clients)))
    result.seconds = time.perf_counter() - begun
    return result


async def _client(port: int, requests: Sequence[bytes], turns: Iterator[int], result: Load) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for turn in turns:
            sent = time.perf_counter()
            writer.write(requests[turn % len(requests)])
            status = await _answer(reader)
            result.milliseconds.append((time.perf_counter() - sent) * 1000)
            result.statuses[status] += 1
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def _answer(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    length = 0
    for line in head.split("\r\n")[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "content-length":
            length = int(value)
    await reader.readexactly(length)
    return int(head.split(" ", 2)[1])
