"""Idempotency keys of a service that keeps nothing: they hold while the first call runs."""

import threading
from dataclasses import dataclass, field
from typing import Protocol

from domain.errors import KeyInFlight, KeyReused
from storage.first_answers import Asked, FirstAnswer, Run


class Keys(Protocol):
    """Remembers which keys are being answered, and perhaps what was answered first."""

    def take(self, asked: Asked) -> FirstAnswer | Run:
        """Return the first answer, or the run that the caller now begins.

        Raises KeyInFlight while somebody else runs it, KeyReused when the key came with another
        request.
        """
        ...

    def keep(self, asked: Asked, run: Run, answer: FirstAnswer) -> bool:
        """Keep what a run answered, and tell whether the run still held the key."""
        ...

    def let_go(self, asked: Asked, run: Run) -> None:
        """Forget a run that gave no answer."""
        ...

    def drop_ended(self) -> int:
        """Forget the keys whose time is over, and return how many there were."""
        ...


@dataclass(slots=True)
class KeysInFlight:
    """Keys that are running in this process, and nothing else."""

    _running: dict[str, Asked] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, asked: Asked) -> Run:
        """Begin a run; what was answered before is not known any more."""
        with self._lock:
            running = self._running.get(asked.key)
            if running is not None:
                raise KeyInFlight if running.request == asked.request else KeyReused
            self._running[asked.key] = asked
        return Run.new()

    def keep(self, asked: Asked, run: Run, answer: FirstAnswer) -> bool:  # noqa: ARG002 - it keeps nothing
        """Let go of the key: the run is over."""
        self.let_go(asked, run)
        return True

    def let_go(self, asked: Asked, run: Run) -> None:  # noqa: ARG002 - a key has one run here
        """Let go of the key."""
        with self._lock:
            self._running.pop(asked.key, None)

    def drop_ended(self) -> int:
        """Return 0: nothing outlives its run."""
        return 0
