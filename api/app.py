"""The application: routes, pages, errors and limits around one set of services."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI

from api import errors
from api.limits import BodyLimit
from api.pages import site
from api.routes import (
    checks,
    contents,
    drafts,
    grants,
    health,
    me,
    own,
    profile_types,
    recommendations,
)
from api.settings import Settings
from api.wiring import Services, open_services
from domain.errors import PorteVoixError

log = logging.getLogger(__name__)

_LOOK_EVERY_SECONDS = 1.0
_ROUTERS = (
    recommendations.router,
    drafts.router,
    checks.router,
    contents.router,
    profile_types.router,
    me.router,
    grants.router,
    own.router,
    health.router,
)


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
    )
    app.state.services = services
    app.add_middleware(BodyLimit)
    errors.install(app)
    for router in _ROUTERS:
        app.include_router(router)
    site.install(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services = app.state.services
    if services is None:
        services = await asyncio.to_thread(_open)
        app.state.services = services
    await asyncio.to_thread(services.live.refresh)
    watches = [
        asyncio.create_task(_watch(services.live.refresh)),
        asyncio.create_task(_watch(services.live.settle)),
    ]
    try:
        yield
    finally:
        for watch in watches:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
        await services.aclose()


def _open() -> Services:
    return open_services(Settings.from_environment(), holds_index=True)


async def _watch(follow: Callable[[], object]) -> None:
    """Follow changes that other processes make to the catalogue."""
    while True:
        try:
            await asyncio.to_thread(follow)
        except PorteVoixError as error:
            # The catalogue as last seen still answers; the next look may succeed.
            log.warning("the catalogue could not be read anew: %s", error)
        await asyncio.sleep(_LOOK_EVERY_SECONDS)
