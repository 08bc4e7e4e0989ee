"""How long to insist: jittered pauses, a budget of retries, and a breaker that stops asking.

Pauses are exponential with full jitter (Brooker, AWS Architecture Blog, 2015), so that
clients that failed together do not come back together. The budget keeps retries a fraction
of the traffic when everything fails. The breaker spares an endpoint that is down.
"""

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How an endpoint's failures are borne; times in seconds.

    `retry_share` is how many retries each request earns, `retry_reserve` how many are
    allowed before any was earned. `breaker_failures` within `breaker_window` stop the asking
    for `breaker_rest`.
    """

    retries: int = 3
    first_pause: float = 0.5
    longest_pause: float = 8.0
    retry_share: float = 0.1
    retry_reserve: float = 10.0
    breaker_failures: int = 5
    breaker_window: float = 30.0
    breaker_rest: float = 10.0

    def pause(self, retry: int, *, at_least: float | None) -> float:
        """Return how long to wait before a retry, counted from 0; `at_least` was asked for."""
        longest = min(self.longest_pause, self.first_pause * 2**retry)
        jitter = random.uniform(0, longest)  # noqa: S311 - spreads load, guards nothing
        return jitter if at_least is None else at_least + min(jitter, 0.1)


@dataclass(slots=True)
class RetryBudget:
    """Retries left; each request adds a share of one, up to the reserve."""

    share: float
    reserve: float
    left: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.reserve

    def earn(self) -> None:
        """Count a request."""
        self.left = min(self.reserve, self.left + self.share)

    def spend(self) -> bool:
        """Take one retry, and tell whether there was one to take."""
        if self.left < 1:
            return False
        self.left -= 1
        return True


@dataclass(slots=True)
class Breaker:
    """Opens after too many failures in a window; then one probe at a time may pass.

    Whoever was admitted says how it went: `succeeded`, `failed`, or `gave_up` when the
    caller left before the endpoint answered.
    """

    failures: int
    window: float
    rest: float
    clock: Callable[[], float] = time.monotonic
    _failed_at: deque[float] = field(default_factory=deque)
    _open_until: float | None = None
    _is_probing: bool = False

    def admit(self) -> bool:
        """Tell whether the endpoint may be asked now."""
        if self._open_until is None:
            return True
        if self._is_probing or self.clock() < self._open_until:
            return False
        self._is_probing = True
        return True

    def wait_seconds(self) -> float:
        """Return how long until the next probe, 0 when one may pass."""
        return max(0.0, (self._open_until or 0.0) - self.clock())

    def succeeded(self) -> None:
        """Close: the endpoint answers."""
        self._failed_at.clear()
        self._open_until = None
        self._is_probing = False

    def failed(self) -> None:
        """Count a failure, and open when there were too many."""
        now = self.clock()
        self._failed_at.append(now)
        while self._failed_at[0] <= now - self.window:
            self._failed_at.popleft()
        if self._is_probing or len(self._failed_at) >= self.failures:
            self._open_until = now + self.rest
        self._is_probing = False

    def gave_up(self) -> None:
        """Let another probe pass: nobody knows how this one would have ended."""
        self._is_probing = False
