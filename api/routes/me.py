"""One's own record: read, correct, export, erase. There is no route to anybody else's."""

import asyncio

from fastapi import APIRouter, Response

from api import erasing
from api.identity import Employee, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.people import AmbassadorIn, Exported, Me, Purposes
from api.versions import IfMatch, expected, tagged
from domain.errors import NotFound
from domain.roles import Caller

router = APIRouter(prefix="/v1/me", tags=["me"], responses=PROBLEMS)


@router.get("", summary="Read one's own record")
def me(caller: Employee, services: ServicesDep, response: Response) -> Me:
    """Return what the caller said of themselves."""
    person = services.people.get(own(caller))
    tagged(response, str(person.version))
    return Me.of(person.ambassador)


@router.put("", summary="Correct one's own record")
def correct(
    asked: AmbassadorIn,
    caller: Employee,
    services: ServicesDep,
    response: Response,
    if_match: IfMatch = None,
) -> Me:
    """Keep what the caller says of themselves, as far as their purposes are on."""
    ambassador = asked.as_ambassador(ambassador_id=own(caller))
    services.people.save(ambassador, expected=expected(if_match))
    return me(caller, services, response)


@router.get("/purposes", summary="Read one's purposes")
def purposes(caller: Employee, services: ServicesDep) -> Purposes:
    """Return each purpose and whether the caller turned it on."""
    return dict(services.people.get(own(caller)).purposes)


@router.put("/purposes", summary="Turn purposes on or off")
def turn(asked: Purposes, caller: Employee, services: ServicesDep) -> Purposes:
    """Turn purposes on or off; what was kept for one turned off is deleted at once."""
    services.people.turn(own(caller), asked)
    return dict(services.people.get(own(caller)).purposes)


@router.get("/export", summary="Export everything kept of oneself")
def export(caller: Employee, services: ServicesDep) -> Exported:
    """Return everything kept of the caller, table by table."""
    return Exported.model_validate(services.export.of(own(caller)))


@router.delete("", status_code=204, summary="Erase oneself")
async def erase(caller: Employee, services: ServicesDep) -> Response:
    """Erase everything kept of the caller; no byte of it stays in any file."""
    await asyncio.to_thread(erasing.erase, services, own(caller))
    return Response(status_code=204)


def own(caller: Caller) -> str:
    """Return the id of the caller's own record.

    Raises NotFound for a key that belongs to nobody.
    """
    if caller.ambassador_id is None:
        raise NotFound("this key belongs to no ambassador")
    return caller.ambassador_id
