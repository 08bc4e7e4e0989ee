"""Counting requests for whoever operates the service, so that nobody's taking part shows.

What the communication team, platforms and machines do is counted as it happens. What employees do
is counted only in totals, rounded down to 5 and released once an hour: no figure changes because
of one request, nor at the moment of one.
"""

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

_STEP: Final = 5
_HOUR_SECONDS: Final = 3600
_OUR_FAULT: Final = 500

OPEN_ROUTES: Final = frozenset(
    {
        "/healthz",
        "/readyz",
        "/metrics",
        "/openapi.json",
        "/v1/contents",
        "/v1/contents/{content_id}",
        "/v1/profile-types",
    }
)
"""Routes that no employee calls for themselves: counted exactly, with their status."""

_TOTALS: Final = {
    "/v1/drafts": "drafts",
    "/v1/checks": "checks",
    "/v1/handoffs": "checks",
    "/v1/recommendations": "recommendations",
    "/v1/me/signals": "signals",
}
"""Routes whose requests are told apart, in rounded totals; all others are `other`."""


@dataclass(slots=True)
class Counts:
    """The counts of one process since it started."""

    clock: Callable[[], float] = time.time
    _exact: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    _totals: Counter[str] = field(default_factory=Counter)
    _released: dict[str, int] = field(default_factory=dict)
    _hour: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._hour = self._now_hour()

    def add(self, method: str, route: str, status: int) -> None:
        """Count one request by the template of its route."""
        with self._lock:
            self._release()
            if route in OPEN_ROUTES:
                self._exact[method, route, status] += 1
                return
            self._totals[_TOTALS.get(route, "other")] += 1
            if status >= _OUR_FAULT:
                self._totals["failures"] += 1

    def lines(self) -> Iterator[str]:
        """Yield the counts in the exposition format of Prometheus."""
        with self._lock:
            self._release()
            exact, released = dict(self._exact), dict(self._released)
        yield from _head("requests_total", "counter", "Requests that concern no employee.")
        for (method, route, status), count in sorted(exact.items()):
            labels = f'method="{method}",route="{route}",status="{status}"'
            yield f"porte_voix_requests_total{{{labels}}} {count}"
        yield from _head(
            "asked_total", "counter", "Requests, rounded down to 5 and released hourly."
        )
        for what in sorted({*_TOTALS.values(), "other", "failures"}):
            yield f'porte_voix_asked_total{{what="{what}"}} {released.get(what, 0)}'

    def _release(self) -> None:
        if self._now_hour() != self._hour:
            self._hour = self._now_hour()
            self._released = {what: n - n % _STEP for what, n in self._totals.items()}

    def _now_hour(self) -> int:
        return int(self.clock() // _HOUR_SECONDS)


def process_lines() -> Iterator[str]:
    """Yield what the process itself takes."""
    yield from _head("resident_bytes", "gauge", "Memory of this process.")
    yield f"porte_voix_resident_bytes {_resident_bytes()}"


def gauge(name: str, meaning: str, value: float) -> Iterator[str]:
    """Yield one value that goes up and down."""
    yield from _head(name, "gauge", meaning)
    yield f"porte_voix_{name} {value:g}"


def _head(name: str, kind: str, meaning: str) -> Iterator[str]:
    yield f"# HELP porte_voix_{name} {meaning}"
    yield f"# TYPE porte_voix_{name} {kind}"


def _resident_bytes() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no file of ours
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
