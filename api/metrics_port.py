"""The figures of the service on a port of this machine alone, for a collector without a key."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from api.counting import Counts
from api.routes.metrics import exposition
from api.wiring import Services

log = logging.getLogger(__name__)

_SECONDS: Final = 5.0
_HEAD: Final = (
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
    "Content-Length: {}\r\nConnection: close\r\n\r\n"
)


@asynccontextmanager
async def metrics_port(counts: Counts, services: Services) -> AsyncIterator[None]:
    """Answer on the port that is set, if one is, for as long as the service runs."""
    port = services.settings.metrics_port
    if port is None:
        yield
        return

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_SECONDS):
                await reader.readuntil(b"\r\n\r\n")
            body = (await asyncio.to_thread(exposition, counts, services)).encode()
            writer.write(_HEAD.format(len(body)).encode() + body)
            await writer.drain()
        except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
            pass
        finally:
            writer.close()

    try:
        server = await asyncio.start_server(answer, "127.0.0.1", port)
    except OSError as error:
        # Of several workers, one answers here.
        log.warning("the port of the metrics cannot be used (%s)", error.strerror)
        yield
        return
    async with server:
        yield
