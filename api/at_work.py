"""Requests come first: what is made ready behind them waits until none is being answered."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

# A request may wait a minute for a model: no step waits longer than this.
_PATIENCE_SECONDS: Final = 0.25
_LOOK_EVERY_SECONDS: Final = 1.0


@dataclass(slots=True)
class AtWork:
    """How many requests are being answered; all of it belongs to one event loop."""

    _count: int = 0
    _quiet: asyncio.Event = field(default_factory=asyncio.Event)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Count a request for as long as it is answered."""
        self._count += 1
        self._quiet.clear()
        try:
            yield
        finally:
            self._count -= 1
            if not self._count:
                self._quiet.set()

    async def behind(self, step: Callable[[], bool]) -> None:
        """Take a step, which tells whether one is left, whenever nobody asks anything.

        Beside a request it would take half of the time that both compute.
        """
        while True:
            await self.rest(_PATIENCE_SECONDS)
            is_left = await asyncio.to_thread(step)
            await asyncio.sleep(0 if is_left else _LOOK_EVERY_SECONDS)

    async def rest(self, most_seconds: float) -> None:
        """Return once no request is being answered, or after so long: one may wait for a model."""
        if self._count:
            with suppress(TimeoutError):
                async with asyncio.timeout(most_seconds):
                    await self._quiet.wait()
