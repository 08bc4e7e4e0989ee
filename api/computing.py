"""What only computes has as many threads as there are cores: more would get in each other's way."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(cores(), thread_name_prefix="computing")


@dataclass(slots=True)
class Computing:
    """Runs what computes beside the loop that answers; what waits for others stays out of it.

    Threads are there from the first call on; closed, it may be begun anew.
    """

    _pool: ThreadPoolExecutor | None = None

    async def run(
        self, act: Callable[Given, Result], *args: Given.args, **named: Given.kwargs
    ) -> Result:
        """Return what a call returns, in its turn."""
        self._pool = self._pool or _threads()
        call = partial(copy_context().run, act, *args, **named)
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    def close(self) -> None:
        """Begin nothing more of what waits, and let go of the threads."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
