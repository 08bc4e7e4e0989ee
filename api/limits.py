"""How large a request may be, and how long it may take to come and to be answered."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem

LARGEST_BODY = 1_000_000
BODY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """Answers 413 to a body over the limit, announced or not."""

    app: ASGIApp
    largest: int = LARGEST_BODY
    larger: Mapping[str, int] = field(default_factory=dict)
    """What the bodies of some paths may have instead."""

    def most(self, scope: Scope) -> int:
        """Return how many bytes a request's body may have."""
        return self.larger.get(scope["path"], self.largest)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while its body is within the limit."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif _announced(scope) > self.most(scope):
            await self.refuse(scope, receive, send)
        else:
            await _Counted(self, scope, receive, send).run()

    async def refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer that the body is too large."""
        detail = f"the body may have {self.most(scope):,} bytes at most; send less"
        response = problem(413, "The body is too large", code="too_large", detail=detail)
        await response(scope, receive, send)


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """Answers 408 to a body that does not come, and 503 when an answer takes too long."""

    app: ASGIApp
    answer_seconds: float
    body_seconds: float = BODY_SECONDS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, for as long as it may take."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        else:
            await _Timed(self, scope, receive, send).run()


@dataclass(slots=True)
class _Timed:
    """One request and its time; what is begun is finished, or the connection ends."""

    limit: TimeLimit
    scope: Scope
    receive: Receive
    send: Send
    has_body: bool = False
    has_begun: bool = False
    is_slow_to_come: bool = False

    async def run(self) -> None:
        try:
            async with asyncio.timeout(self.limit.answer_seconds) as running:
                await self.limit.app(self.scope, self._receive, self._send)
        except ClientDisconnect:
            # Whoever reads a body is told so by us when it does not come.
            if not self.is_slow_to_come:
                raise
        except TimeoutError:
            if not running.expired() or self.has_begun:
                raise
            await self._give_up()
            return
        if self.is_slow_to_come and not self.has_begun:
            await self._refuse()

    async def _receive(self) -> Message:
        if self.has_body:
            return await self.receive()
        try:
            async with asyncio.timeout(self.limit.body_seconds):
                message = await self.receive()
        except TimeoutError:
            self.is_slow_to_come = True
            return {"type": "http.disconnect"}
        self.has_body = not message.get("more_body", False)
        return message

    async def _send(self, message: Message) -> None:
        # What is answered to half a body is not what its sender should read.
        if not self.is_slow_to_come:
            self.has_begun = True
            await self.send(message)

    async def _refuse(self) -> None:
        detail = f"the body did not come within {self.limit.body_seconds:g} s; send it again"
        response = problem(408, "The body did not come", code="body_timeout", detail=detail)
        response.headers["Connection"] = "close"
        await response(self.scope, self.receive, self.send)

    async def _give_up(self) -> None:
        detail = f"nothing was ready after {self.limit.answer_seconds:g} s; try again later"
        response = problem(503, "The answer took too long", code="timed_out", detail=detail)
        response.headers["Retry-After"] = "30"
        await response(self.scope, self.receive, self.send)


@dataclass(slots=True)
class _Counted:
    """One request, its bytes counted; what the application answers to half a body is dropped."""

    limit: BodyLimit
    scope: Scope
    receive: Receive
    send: Send
    received: int = 0

    async def run(self) -> None:
        try:
            await self.limit.app(self.scope, self._receive, self._send)
        except ClientDisconnect:
            # Whoever reads a body is told so by us when it is over the limit.
            if not self._is_over:
                raise
        if self._is_over:
            await self.limit.refuse(self.scope, self.receive, self.send)

    @property
    def _is_over(self) -> bool:
        return self.received > self.limit.most(self.scope)

    async def _receive(self) -> Message:
        message = await self.receive()
        self.received += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self._is_over else message

    async def _send(self, message: Message) -> None:
        if not self._is_over:
            await self.send(message)


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0
