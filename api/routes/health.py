"""Whether the service lives, and whether it can answer."""

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from api.identity import ServicesDep

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """What the service can do at this moment, and with what."""

    status: Literal["ready", "not_ready"]
    database: bool
    catalogue: bool
    encoder: str
    index: str
    engine: Literal["model", "offline"]
    charter: str


@router.get("/healthz", summary="Tell that the process lives")
def healthz() -> Health:
    """Answer as long as the process does."""
    return Health()


@router.get("/readyz", summary="Tell whether requests can be answered")
def readyz(services: ServicesDep, response: Response) -> Readiness:
    """Answer 200 when database and catalogue are there, 503 otherwise."""
    database = services.database.is_reachable()
    catalogue = services.live.is_built
    is_ready = database and catalogue
    response.status_code = 200 if is_ready else 503
    charter = services.guard.charter.ref
    return Readiness(
        status="ready" if is_ready else "not_ready",
        database=database,
        catalogue=catalogue,
        encoder=services.live.encoder.fingerprint,
        index=services.live.index_kind,
        engine="model" if services.settings.model else "offline",
        charter=f"{charter.id}@{charter.version}",
    )
