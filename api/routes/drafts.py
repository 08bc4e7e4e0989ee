"""Drafts: returned only when the charter allows exactly these characters."""

import asyncio

from fastapi import APIRouter

from api import asking
from api.identity import Requester, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.drafts import DraftsIn, DraftsOut

router = APIRouter(tags=["drafts"], responses=PROBLEMS)


@router.post("/v1/drafts", summary="Draft posts in the ambassador's voice")
async def draft(asked: DraftsIn, caller: Requester, services: ServicesDep) -> DraftsOut:
    """Return up to n drafts that passed, and why any others were withheld."""
    request = await asyncio.to_thread(asking.draft_request, services, caller, asked)
    return DraftsOut.of(await services.drafter.draft(request))
