"""Drafts: returned only when the charter allows exactly these characters."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response

from api.asking import release_for_platform
from api.drafting import draft_for
from api.idempotency import Once
from api.identity import Platform, Requester, ServicesDep
from api.routes.described import MODEL_PROBLEMS, PROBLEMS
from api.schemas.drafts import DraftsIn, DraftsOut
from api.streaming import MEDIA_TYPE, streamed, wants_stream
from personalizer.drafting import Progress

router = APIRouter(tags=["drafts"], responses=PROBLEMS)

IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        description="For 24 hours, the same request with the same key gets the first answer again.",
    ),
]


_EVENTS = "`progress` events with the stage alone; the last event is `result`, or `problem`"
ANSWERS: dict[int | str, dict[str, Any]] = {
    **MODEL_PROBLEMS,
    200: {"content": {MEDIA_TYPE: {"schema": {"type": "string", "description": _EVENTS}}}},
}


@router.post(
    "/v1/drafts",
    summary="Draft posts in the ambassador's voice",
    response_model=DraftsOut,
    responses=ANSWERS,
)
async def draft(
    request: Request,
    asked: DraftsIn,
    caller: Requester,
    services: ServicesDep,
    idempotency_key: IdempotencyKey = None,
) -> DraftsOut | Response:
    """Return up to n drafts that passed, and why any others were withheld.

    With `Accept: text/event-stream` the same comes as events.
    """

    async def make(progress: Progress | None = None) -> DraftsOut:
        if idempotency_key is not None:
            return await Once(services, caller, asked, idempotency_key).answer(progress)
        return DraftsOut.of(await draft_for(services, caller, asked, progress))

    if wants_stream(request):
        return await streamed(make, request.is_disconnected)
    return await make()


@router.delete("/v1/drafts/{draft_id}", status_code=204, summary="Release a draft that is not used")
def release(draft_id: str, caller: Platform, services: ServicesDep) -> Response:
    """Let go of what is held for a draft that this key asked for: its angle is free for others.

    Again, it is 404, the same as for a draft of somebody else. What was drafted for a person's
    own record is released by that person (`DELETE /v1/me/drafts/{draft_id}`).
    """
    release_for_platform(services, caller, draft_id)
    return Response(status_code=204)
