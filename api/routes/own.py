"""One's own voice, drafts and signals. There is no route to anybody else's."""

import asyncio
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request, Response

from api import own_drafts, own_voice
from api.identity import Employee, ServicesDep
from api.routes.described import PROBLEMS
from api.routes.me import own
from api.schemas.own import (
    OwnDrafts,
    SignalIn,
    SignalsOut,
    Withdrawal,
)
from api.schemas.voice import VoiceBrought, VoiceIn, VoiceKept

router = APIRouter(prefix="/v1/me", tags=["me"], responses=PROBLEMS)

_ARCHIVE: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "description": "LinkedIn's zip, or the Shares.csv in it; 20 MB at most.",
        "content": {
            kind: {"schema": {"type": "string", "format": "binary"}}
            for kind in ("application/zip", "text/csv", "application/octet-stream")
        },
    }
}

ContentId = Annotated[str | None, Query(max_length=100)]


@router.get("/voice", summary="Read what is kept of one's voice")
def voice(caller: Employee, services: ServicesDep) -> VoiceKept:
    """Return the caller's own posts, and a card per language: as edited, or read from them."""
    return own_voice.read(services, own(caller))


@router.put("/voice", summary="Correct what is kept of one's voice")
def correct_voice(asked: VoiceIn, caller: Employee, services: ServicesDep) -> VoiceKept:
    """Keep the caller's posts and edited cards, if the purpose `voice` is on.

    What is left out stays as it is; a card that is no longer sent is read from the posts again.
    """
    return own_voice.correct(services, own(caller), asked)


@router.post("/voice/archive", summary="Bring one's own posts", openapi_extra=_ARCHIVE)
async def bring_archive(request: Request, caller: Employee, services: ServicesDep) -> VoiceBrought:
    """Read the caller's posts out of their LinkedIn data archive, if the purpose `voice` is on.

    Of the archive nothing but their own posts is read, and nothing else is kept: at most 50, the
    newest first, before those that are here already.
    """
    ambassador_id, archive = own(caller), await request.body()
    return await asyncio.to_thread(own_voice.bring, services, ambassador_id, archive)


@router.get("/drafts", summary="Find one's own drafts again")
def drafts(caller: Employee, services: ServicesDep) -> OwnDrafts:
    """Return the drafts of the last 30 days that the charter in force still allows.

    They are kept only while the purpose `drafts` is on (`prepared_drafts` for those a campaign
    prepared); each is reviewed anew before it is shown.
    """
    return own_drafts.own_drafts(services, own(caller))


@router.delete("/drafts/{draft_id}", status_code=204, summary="Let a draft go")
def discard(draft_id: str, caller: Employee, services: ServicesDep) -> Response:
    """Forget one of the caller's drafts and release its angle, used or not."""
    own_drafts.discard(services, own(caller), draft_id)
    return Response(status_code=204)


@router.get("/signals", summary="Read one's own signals")
def signals(caller: Employee, services: ServicesDep) -> SignalsOut:
    """Return what the caller said of contents."""
    return SignalsOut(signals=dict(services.signals.of(own(caller))))


@router.post("/signals", status_code=201, summary="Say something of a content")
def give(asked: SignalIn, caller: Employee, services: ServicesDep) -> SignalsOut:
    """Keep what the caller says of a content; saying nothing is never noted."""
    services.signals.give(own(caller), asked.content_id, asked.signal)
    return signals(caller, services)


@router.delete("/signals", status_code=204, summary="Take signals back")
def withdraw(
    caller: Employee,
    services: ServicesDep,
    content_id: ContentId = None,
    asked: Withdrawal | None = None,
) -> Response:
    """Delete what the caller said of one content, by query or body, or of all of them."""
    services.signals.withdraw(own(caller), asked.content_id if asked else content_id)
    return Response(status_code=204)
