"""Figures for Prometheus: of the service, never of a person."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse

from api.counting import Counts, gauge, process_lines
from api.identity import Administrator, ServicesDep
from api.routes.described import PROBLEMS
from api.wiring import Services

router = APIRouter(tags=["health"], responses=PROBLEMS)

_FORMAT = "text/plain; version=0.0.4; charset=utf-8"


@router.get("/metrics", summary="Read figures of the service", response_class=PlainTextResponse)
def metrics(_caller: Administrator, request: Request, services: ServicesDep) -> PlainTextResponse:
    """Return the figures of this process in the format of Prometheus."""
    return PlainTextResponse(exposition(request.app.state.counts, services), media_type=_FORMAT)


def exposition(counts: Counts, services: Services) -> str:
    """Return every figure as one text."""
    return "\n".join([*counts.lines(), *process_lines(), *_state(services)]) + "\n"


def _state(services: Services) -> Iterator[str]:
    is_ready = services.database.is_reachable() and services.live.is_built
    yield from gauge("ready", "1 when requests can be answered.", is_ready)
    if services.live.is_built:
        contents = len(services.live.current().snapshot.items)
        yield from gauge("contents", "Contents in the catalogue.", contents)
