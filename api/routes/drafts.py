"""Drafts: returned only when the charter allows exactly these characters."""

from typing import Annotated

from fastapi import APIRouter, Header

from api.drafting import draft_for
from api.idempotency import Once
from api.identity import Requester, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.drafts import DraftsIn, DraftsOut

router = APIRouter(tags=["drafts"], responses=PROBLEMS)

IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        description="For 24 hours, the same request with the same key gets the first answer again.",
    ),
]


@router.post("/v1/drafts", summary="Draft posts in the ambassador's voice")
async def draft(
    asked: DraftsIn,
    caller: Requester,
    services: ServicesDep,
    idempotency_key: IdempotencyKey = None,
) -> DraftsOut:
    """Return up to n drafts that passed, and why any others were withheld."""
    if idempotency_key is not None:
        return await Once(services, caller, asked, idempotency_key).answer()
    return DraftsOut.of(await draft_for(services, caller, asked))
