"""Drafts as a stream of events: how far it got, never what is written, and the result at last."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from itertools import count
from typing import Final

from fastapi import Request
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from api.errors import problem_of
from api.schemas.drafts import DraftsOut
from personalizer.drafting import Progress

MEDIA_TYPE: Final = "text/event-stream"
_HEADERS: Final = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
_LOOK_EVERY_SECONDS: Final = 1.0
# A proxy ends a connection on which nothing comes for a while.
_QUIET_LOOKS: Final = 15

Make = Callable[[Progress], Awaitable[DraftsOut]]
HasLeft = Callable[[], Awaitable[bool]]


def wants_stream(request: Request) -> bool:
    """Tell whether the caller asked for events rather than for one answer."""
    accepted = request.headers.get("Accept", "")
    return any(part.partition(";")[0].strip() == MEDIA_TYPE for part in accepted.split(","))


class _Stream(StreamingResponse):
    """The events of one request; when it ends, however it ends, so does the work."""

    def __init__(
        self,
        first: str | None,
        stages: asyncio.Queue[str],
        making: "asyncio.Future[DraftsOut]",
        has_left: HasLeft,
    ) -> None:
        events = _events(first, stages, making, has_left)
        super().__init__(events, media_type=MEDIA_TYPE, headers=_HEADERS)
        self._making = making

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # Not in the events: whoever leaves at once is sent none of them.
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._making.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await self._making


async def streamed(make: Make, has_left: HasLeft) -> StreamingResponse:
    """Return the drafts as events.

    What is refused before anything is written is raised, as in an answer without events.
    Whoever `has_left` is worked for no longer.
    """
    stages: asyncio.Queue[str] = asyncio.Queue()
    making = asyncio.ensure_future(make(stages.put_nowait))
    first = await _first(stages, making)
    return _Stream(first, stages, making, has_left)


async def _first(stages: asyncio.Queue[str], making: "asyncio.Future[DraftsOut]") -> str | None:
    telling = asyncio.ensure_future(stages.get())
    try:
        await asyncio.wait((telling, making), return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:
        making.cancel()
        raise
    if telling.done():
        return telling.result()
    telling.cancel()
    making.result()
    return None


async def _events(
    first: str | None,
    stages: asyncio.Queue[str],
    making: "asyncio.Future[DraftsOut]",
    has_left: HasLeft,
) -> AsyncIterator[str]:
    if first is not None:
        yield _progress(first)
    for look in count(1):
        if making.done() and stages.empty():
            break
        stage = await _next(stages, making)
        if stage is not None:
            yield _progress(stage)
        elif await has_left():
            return
        elif look % _QUIET_LOOKS == 0:
            yield ": still at it\n\n"
    yield _last(making)


async def _next(stages: asyncio.Queue[str], making: "asyncio.Future[DraftsOut]") -> str | None:
    telling = asyncio.ensure_future(stages.get())
    try:
        await asyncio.wait(
            (telling, making), timeout=_LOOK_EVERY_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        return telling.result() if telling.done() else None
    finally:
        telling.cancel()


def _progress(stage: str) -> str:
    doing, _, place = stage.partition(" ")
    number, _, of = place.partition("/")
    return _event("progress", json.dumps({"stage": doing, "draft": int(number), "of": int(of)}))


def _last(making: "asyncio.Future[DraftsOut]") -> str:
    error = making.exception()
    if error is None:
        return _event("result", making.result().model_dump_json())
    return _event("problem", bytes(problem_of(error).body).decode())


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"
