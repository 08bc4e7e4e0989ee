"""Handing a text over in Slack or Teams: the message is returned, and the caller sends it."""

import asyncio

from fastapi import APIRouter

from api import insights
from api.checking import checked
from api.handoffs import handoff
from api.identity import Requester, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.checks import VerdictOut
from api.schemas.handoffs import HandoffIn, HandoffOut
from api.schemas.usage import UsageOut
from domain.review import Outcome

router = APIRouter(tags=["drafts"], responses=PROBLEMS)


@router.post("/v1/handoffs", summary="Make a message that hands a text over")
async def hand_over(asked: HandoffIn, caller: Requester, services: ServicesDep) -> HandoffOut:
    """Return the verdict on exactly this text and, if it is `allow`, the message for the target.

    The service sends it to nobody.
    """
    found = await checked(services, caller, asked)
    verdict = found.verdict
    await asyncio.to_thread(insights.count_finished, services, caller, verdict)
    passes = verdict.outcome is Outcome.ALLOW
    payload = dict(handoff(asked.target, asked.text, asked.language)) if passes else None
    usage = UsageOut.of(found.usage)
    return HandoffOut(verdict=VerdictOut.of(verdict), payload=payload, usage=usage)
