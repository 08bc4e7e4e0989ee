"""The application: routes, pages, errors and limits around one set of services."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Final

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig

from api import errors, logs
from api.at_work import AtWork
from api.counting import Counts
from api.identity import may_send
from api.jobs.runner import JobRunner
from api.limits import BodyLimit, TimeLimit
from api.metrics_port import metrics_port
from api.observing import Observed
from api.own_voice import ARCHIVES_COME_TO, LARGEST_ARCHIVE
from api.pages import site
from api.rate_limits import RateLimit
from api.routes import (
    audit,
    campaigns,
    charter,
    checks,
    contents,
    drafts,
    grants,
    handoffs,
    health,
    insights,
    me,
    metrics,
    own,
    plans,
    profile_types,
    proposals,
    provenance,
    recommendations,
    type_suggestions,
)
from api.settings import Settings
from api.tracing import open_tracing
from api.upkeep import tidy
from api.wiring import Services, open_services
from domain.errors import PorteVoixError

log = logging.getLogger(__name__)

_LOOK_EVERY_SECONDS = 1.0
_TIDY_EVERY_SECONDS = 3600.0
_ROUTERS = (
    recommendations.router,
    drafts.router,
    checks.router,
    contents.router,
    profile_types.router,
    type_suggestions.router,
    me.router,
    grants.router,
    handoffs.router,
    own.router,
    provenance.router,
    campaigns.router,
    plans.router,
    charter.router,
    audit.router,
    proposals.router,
    insights.router,
    health.router,
    metrics.router,
)
# What the framework would tell a collector named in the environment: addresses with what was
# searched for, and messages of errors. Our own traces say neither.
_UNTOLD: Final[TelemetryConfig] = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "auto_configure": False,
}
_BEYOND_THE_MODEL_SECONDS: Final = 30.0


def create_app(services: Services | None = None) -> FastAPI:
    """Build the application; without services it reads its settings and opens its own."""
    app = FastAPI(
        title="Porte-voix",
        version="1",
        summary="Content, drafts and charter checks for employee advocacy.",
        description="The service returns text and publishes nothing.",
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        telemetry=_UNTOLD,
    )
    settings = services.settings if services else Settings.from_environment()
    app.state.services, app.state.settings = services, settings
    app.state.counts, app.state.tracing, app.state.at_work = Counts(), None, AtWork()
    _limit(app, settings)
    errors.install(app, may_send)
    # As they are: to include a router makes each of its routes anew, at somebody's first request.
    for router in _ROUTERS:
        app.router.routes += router.routes
    site.install(app)
    return app


def served() -> FastAPI:
    """Build the application of a server's process, which also writes the log."""
    settings = Settings.from_environment()
    # A demo's terminal is for its links.
    logs.configure(requests=settings.log_requests and not settings.demo)
    return create_app()


def _limit(app: FastAPI, settings: Settings) -> None:
    """Put around the application what watches and limits it, the outermost last."""
    app.add_middleware(BodyLimit, larger=dict.fromkeys(ARCHIVES_COME_TO, LARGEST_ARCHIVE))
    app.add_middleware(
        TimeLimit, answer_seconds=settings.deadline_seconds + _BEYOND_THE_MODEL_SECONDS
    )
    app.add_middleware(RateLimit, per_minute=settings.rate_limit)
    app.add_middleware(Observed, state=app.state)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services = app.state.services
    if services is None:
        services = await asyncio.to_thread(_open, app.state.settings)
        app.state.services = services
    await asyncio.to_thread(services.live.refresh)
    # The first step is the longest, half a second: the others let requests come first.
    await asyncio.to_thread(services.charter.prepare)
    runner = JobRunner(services, asyncio.get_running_loop())
    watches = [
        asyncio.create_task(_repeat(services.live.refresh)),
        asyncio.create_task(_repeat(services.live.settle)),
        asyncio.create_task(_repeat(partial(tidy, services), _TIDY_EVERY_SECONDS)),
        asyncio.create_task(_repeat(services.webhooks.deliver, _LOOK_EVERY_SECONDS)),
        asyncio.create_task(_repeat(services.charter.follow)),
        asyncio.create_task(app.state.at_work.behind(services.charter.prepare)),
        asyncio.create_task(asyncio.to_thread(_open_judge, services)),
        asyncio.create_task(_repeat(runner.look)),
    ]
    app.state.tracing = open_tracing(services.settings.otlp_endpoint)
    try:
        async with metrics_port(app.state.counts, services):
            yield
    finally:
        if app.state.tracing:
            await asyncio.to_thread(app.state.tracing.close)
        for watch in watches:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
        await asyncio.to_thread(runner.close)
        await services.aclose()


def _open(settings: Settings) -> Services:
    return open_services(settings, holds_index=True)


def _open_judge(services: Services) -> None:
    """Open the judge's client, which takes seconds, before a check waits for it."""
    with suppress(PorteVoixError):  # what is wrong with it is told to whoever asks
        _ = services.judges_model


async def _repeat(task: Callable[[], object], every_seconds: float = _LOOK_EVERY_SECONDS) -> None:
    """Follow what other processes change, and what time brings, for as long as the service runs."""
    while True:
        try:
            await asyncio.to_thread(task)
        except PorteVoixError as error:
            # What was seen last still answers; the next look may succeed.
            log.warning("not done this time, it will be tried again: %s", error)
        await asyncio.sleep(every_seconds)
