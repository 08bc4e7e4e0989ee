"""The largest body a request may have, counted as it arrives."""

from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem

LARGEST_BODY = 1_000_000


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """Answers 413 to a body over the limit, announced or not."""

    app: ASGIApp
    largest: int = LARGEST_BODY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while its body is within the limit."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif _announced(scope) > self.largest:
            await self.refuse(scope, receive, send)
        else:
            await _Counted(self, scope, receive, send).run()

    async def refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer that the body is too large."""
        detail = f"the body may have {self.largest:,} bytes at most; send less"
        response = problem(413, "The body is too large", code="too_large", detail=detail)
        await response(scope, receive, send)


@dataclass(slots=True)
class _Counted:
    """One request, its bytes counted; what the application answers to half a body is dropped."""

    limit: BodyLimit
    scope: Scope
    receive: Receive
    send: Send
    received: int = 0

    async def run(self) -> None:
        await self.limit.app(self.scope, self._receive, self._send)
        if self._is_over:
            await self.limit.refuse(self.scope, self.receive, self.send)

    @property
    def _is_over(self) -> bool:
        return self.received > self.limit.largest

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
