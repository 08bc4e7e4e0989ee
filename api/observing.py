"""Around every request: an id, one line in the log, a count, and a span if asked for.

Of a request only the template of its route and the status are written; an error that nobody
foresaw ends here, so that no server prints its message.
"""

import logging
from dataclasses import dataclass
from secrets import token_hex
from typing import Final

from starlette.datastructures import Headers, MutableHeaders, State
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem
from api.logs import REQUESTS
from api.problem_words import preferred, speak
from api.tracing import Tracing

REQUEST_ID: Final = "X-Request-ID"
_FAILED: Final = 500
# What is answered there is for the caller alone: no cache on the way keeps it.
_OF_SOMEBODY: Final = ("/v1/", "/metrics")

log = logging.getLogger(__name__)
requests = logging.getLogger(REQUESTS)


@dataclass(slots=True)
class Observed:
    """Observes what passes, and answers 500 where nothing else would."""

    app: ASGIApp
    state: State

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and write down how it ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        speak(preferred(Headers(scope=scope).get("accept-language", "")))
        passing = _Passing(scope, send, f"req_{token_hex(8)}")
        tracing: Tracing | None = self.state.tracing
        span = tracing.begin() if tracing else None
        try:
            with self.state.at_work.one():
                await self.app(scope, receive, passing.send_on)
        except Exception as error:  # noqa: BLE001 - the last place where an error can be caught
            await passing.fail(error)
        finally:
            route = route_of(scope)
            self.state.counts.add(scope["method"], route, passing.status)
            requests.info({"route": f"{scope['method']} {route}", "status": passing.status})
            if tracing and span:
                tracing.end(span, scope["method"], route, passing.status)


@dataclass(slots=True)
class _Passing:
    """One request on its way; `status` is 499 until an answer began."""

    scope: Scope
    send: Send
    request_id: str
    status: int = 499

    async def send_on(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers[REQUEST_ID] = self.request_id
            if self.scope["path"].startswith(_OF_SOMEBODY):
                headers.setdefault("Cache-Control", "no-store")
                headers["X-Content-Type-Options"] = "nosniff"
        await self.send(message)

    async def fail(self, error: Exception) -> None:
        told = {"message": "an unforeseen error", "request": self.request_id}
        log.error(told, exc_info=error)
        has_begun = self.status != _Passing.__dataclass_fields__["status"].default
        if not has_begun:
            detail = f"it was logged as {self.request_id}; try again"
            response = problem(500, "Something went wrong", code="internal", detail=detail)
            await response(self.scope, _nothing, self.send_on)
        self.status = _FAILED


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


def route_of(scope: Scope) -> str:
    """Return the template of the route a request took; it names no content and no person."""
    path = getattr(scope.get("route"), "path", None)
    if isinstance(path, str):
        return path
    return "/static" if scope["path"].startswith("/static/") else "unmatched"
