"""How much one caller may ask: a bucket each, refilled as time passes, told in every answer.

Buckets live in the memory of one process, a minute at most, and are named by a digest of the key
or session; nothing of them is kept, logged or counted anywhere else.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final

from fastapi.security.utils import get_authorization_scheme_param
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem
from api.identity import COOKIE

_MINUTE: Final = 60.0
_MANY: Final = 10_000
_UNKNOWN: Final = 401
_DOOR: Final = ("/sign-in", 403)
_FREE: Final = frozenset({"/healthz", "/readyz"})


@dataclass(slots=True)
class Bucket:
    """What one caller has left, in requests, and when that was."""

    left: float
    at: float


@dataclass(slots=True)
class Buckets:
    """One bucket for each caller; the one unused for longest goes when there are too many."""

    per_minute: int
    clock: Callable[[], float] = time.monotonic
    _kept: OrderedDict[bytes, Bucket] = field(default_factory=OrderedDict)

    def take(self, who: bytes) -> float:
        """Take one request and return what is left; below 0 when there was none to take."""
        now = self.clock()
        bucket = self._kept.pop(who, None) or Bucket(self.per_minute, now)
        gained = (now - bucket.at) * self.per_minute / _MINUTE
        left = min(self.per_minute, bucket.left + gained) - 1
        # A request that is refused takes nothing.
        self._kept[who] = Bucket(left if left >= 0 else left + 1, now)
        if len(self._kept) > _MANY:
            self._kept.popitem(last=False)
        return left

    def seconds_until(self, left: float) -> int:
        """Return how many seconds pass until a request may be taken again, rounded up."""
        return math.ceil(max(0.0, -left) * _MINUTE / self.per_minute)


@dataclass(slots=True)
class RateLimit:
    """Answers 429 to a caller who asks more than `per_minute`, and to a stranger who guesses."""

    app: ASGIApp
    per_minute: int
    _callers: Buckets = field(init=False)
    _strangers: Buckets = field(init=False)

    def __post_init__(self) -> None:
        self._callers = Buckets(self.per_minute)
        # A guess costs nothing to whoever makes it; a key of 256 bits is not guessed at any rate.
        self._strangers = Buckets(self.per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while its caller has some left."""
        if scope["type"] != "http" or scope["path"] in _FREE:
            await self.app(scope, receive, send)
            return
        # Whoever shows a key and a session is one caller by either.
        left = min(map(self._callers.take, _callers(scope)))
        told = _Told(self, scope, send, left)
        if left < 0:
            await told.refuse(self._callers, left)
        else:
            await self.app(scope, receive, told.send_on)

    def wrong_key(self, scope: Scope) -> float:
        """Return how many more wrong keys may come from the same machine."""
        return self._strangers.take(_machine(scope))


@dataclass(slots=True)
class _Told:
    """One answer, with what is left in its headers."""

    limit: RateLimit
    scope: Scope
    send: Send
    left: float
    is_refused: bool = False

    async def send_on(self, message: Message) -> None:
        if self.is_refused:
            return
        if message["type"] == "http.response.start":
            is_wrong = self._was_wrong(message["status"])
            if is_wrong and (left := self.limit.wrong_key(self.scope)) < 0:
                self.is_refused = True
                await self.refuse(self.limit._strangers, left)  # noqa: SLF001 - its own part
                return
            self._tell(MutableHeaders(scope=message))
        await self.send(message)

    def _was_wrong(self, status: int) -> bool:
        return status == _UNKNOWN or (self.scope["path"], status) == _DOOR

    async def refuse(self, buckets: Buckets, left: float) -> None:
        seconds = max(1, buckets.seconds_until(left))
        detail = f"{buckets.per_minute} requests a minute; try again in {seconds} s"
        response = problem(429, "Too many requests", code="too_many_requests", detail=detail)
        response.headers["Retry-After"] = str(seconds)
        self._tell(response.headers)
        await response(self.scope, _nothing, self.send)

    def _tell(self, headers: MutableHeaders) -> None:
        per_minute = self.limit.per_minute
        left = max(0, math.floor(self.left))
        headers["RateLimit-Policy"] = f"{per_minute};w=60"
        headers["RateLimit-Limit"] = str(per_minute)
        headers["RateLimit-Remaining"] = str(left)
        headers["RateLimit-Reset"] = str(math.ceil((per_minute - left) * _MINUTE / per_minute))


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


def _callers(scope: Scope) -> Iterator[bytes]:
    """Yield whoever a request may be from, by what it shows, before that is looked up.

    It is read as `api.identity` reads it: one caller written differently is one caller.
    """
    request = HTTPConnection(scope)
    scheme, key = get_authorization_scheme_param(request.headers.get("authorization"))
    session = request.cookies.get(COOKIE)
    is_key = bool(key) and scheme.lower() == "bearer"
    if is_key:
        yield blake2b(key.encode(), digest_size=16).digest()
    if session:
        yield blake2b(f"session {session}".encode(), digest_size=16).digest()
    if not is_key and not session:
        yield _machine(scope)


def _machine(scope: Scope) -> bytes:
    client = scope.get("client")
    return str(client[0] if client else "").encode()
