"""The charter: read it, put another one in force, and see which ones were."""

import asyncio

from fastapi import APIRouter, Response

from api.identity import Communicator, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.charter import CharterIn, CharterOut, CharterVersion
from api.versions import IfMatch, expected, tagged
from domain.deeds import Action, Deed
from domain.errors import NotFound
from storage.charters import KeptCharter

router = APIRouter(tags=["charter"], responses=PROBLEMS)


@router.get("/v1/charter", summary="Read the charter in force")
def charter(_caller: Communicator, services: ServicesDep, response: Response) -> CharterOut:
    """Return the charter in force, to the byte."""
    return _out(services.charter.charters.newest(), response)


@router.put("/v1/charter", summary="Put a charter in force")
async def put(
    asked: CharterIn,
    caller: Communicator,
    services: ServicesDep,
    response: Response,
    if_match: IfMatch = None,
) -> CharterOut:
    """Put a charter in force at once, if each of its own examples is judged rightly.

    `version` (or If-Match) names the charter it replaces. A version that another text had
    before is told apart by a number. The text that is in force already stays so, under the version
    it has.
    """
    deed = Deed.of(caller, Action.CHARTER_PUT, "charter")
    known = asked.version if if_match is None else None
    digests = expected(if_match)
    if if_match is not None and digests is None:
        digests = frozenset({services.guard.charter.ref.digest})
    kept = await asyncio.to_thread(
        services.charter.put, asked.yaml, replaces=known, expected=digests, deed=deed
    )
    return _out(kept, response)


@router.get("/v1/charter/versions", summary="List the charters that were in force")
def versions(_caller: Communicator, services: ServicesDep) -> list[CharterVersion]:
    """Return every version, newest first; the first one is in force."""
    return [CharterVersion.of(kept) for kept in services.charter.charters.all()]


def _out(kept: KeptCharter | None, response: Response) -> CharterOut:
    if kept is None:
        raise NotFound("there was never a charter")
    tagged(response, kept.digest)
    return CharterOut.of(kept)
