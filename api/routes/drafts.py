"""Drafts: returned only when the charter allows exactly these characters."""

from fastapi import APIRouter

from api.drafting import draft_for
from api.identity import Requester, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.drafts import DraftsIn, DraftsOut

router = APIRouter(tags=["drafts"], responses=PROBLEMS)


@router.post("/v1/drafts", summary="Draft posts in the ambassador's voice")
async def draft(asked: DraftsIn, caller: Requester, services: ServicesDep) -> DraftsOut:
    """Return up to n drafts that passed, and why any others were withheld."""
    return DraftsOut.of(await draft_for(services, caller, asked))
