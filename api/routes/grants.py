"""Grants: which platforms may ask on one's behalf, by the id of one's record."""

from fastapi import APIRouter, Response

from api.identity import Employee, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.grants import GrantsIn, GrantsOut
from domain.errors import NotFound
from domain.roles import Caller

router = APIRouter(prefix="/v1/me/grants", tags=["me"], responses=PROBLEMS)


@router.get("", summary="Read which platforms one granted access")
def grants(caller: Employee, services: ServicesDep) -> GrantsOut:
    """Return every platform there is, and whether the caller lets it ask on their behalf."""
    return GrantsOut.of(services.grants.of(_own(caller)))


@router.put("", summary="Grant platforms access")
def grant(asked: GrantsIn, caller: Employee, services: ServicesDep) -> GrantsOut:
    """Let these platforms ask on the caller's behalf, and no other."""
    services.grants.replace(_own(caller), asked.platforms)
    return GrantsOut.of(services.grants.of(_own(caller)))


@router.delete("", status_code=204, summary="Withdraw every grant")
def withdraw(caller: Employee, services: ServicesDep) -> Response:
    """Let no platform ask on the caller's behalf any more."""
    services.grants.replace(_own(caller), ())
    return Response(status_code=204)


def _own(caller: Caller) -> str:
    if caller.ambassador_id is None:
        raise NotFound("this key belongs to no ambassador")
    return caller.ambassador_id
