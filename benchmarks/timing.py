"""Timing calls, and telling what of it anybody would wait for."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Timing:
    """Median and 95th percentile of some calls, in milliseconds."""

    p50: float
    p95: float


def timed(
    calls: Iterable[Callable[[], object]],
    *,
    warm_up: int = 3,
    clock: Callable[[], float] = time.perf_counter,
) -> Timing:
    """Time each call once, after a few that do not count.

    A clock of the processor (`time.thread_time`) leaves out what else the machine does.
    """
    taken: list[float] = []
    for number, call in enumerate(calls):
        start = clock()
        call()
        if number >= warm_up:
            taken.append((clock() - start) * 1000)
    return Timing(median(taken), quantiles(taken, n=20)[-1])
