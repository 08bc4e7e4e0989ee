"""Requests come first: what is made ready behind them waits until none is being answered."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

log = logging.getLogger(__name__)

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

        Beside a request it would take half of the time that both compute. One that fails does not
        end the others: those of the next charter are taken.
        """
        while True:
            await self.rest(_PATIENCE_SECONDS)
            is_left = await asyncio.to_thread(_taken, step)
            await asyncio.sleep(0 if is_left else _LOOK_EVERY_SECONDS)

    async def rest(self, most_seconds: float) -> None:
        """Return once no request is being answered, or after so long: one may wait for a model."""
        if self._count:
            with suppress(TimeoutError):
                async with asyncio.timeout(most_seconds):
                    await self._quiet.wait()


def _taken(step: Callable[[], bool]) -> bool:
    try:
        return step()
    except Exception as error:  # noqa: BLE001 - whatever it was, requests are answered without it
        # Its message could hold a text; its class cannot.
        log.warning("a step behind requests failed: %s", type(error).__name__)
        return False
