"""Checks: what the charter says of a text, with places and repairs."""

import asyncio

from fastapi import APIRouter

from api import asking, insights
from api.identity import Checker, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.checks import CheckIn, VerdictOut
from api.wiring import Services
from domain.drafts import Draft
from domain.review import Verdict
from domain.roles import Caller

router = APIRouter(tags=["checks"], responses=PROBLEMS)


@router.post("/v1/checks", summary="Check a text against the charter")
async def check(asked: CheckIn, caller: Checker, services: ServicesDep) -> VerdictOut:
    """Return the verdict on exactly these characters; nothing of the text is kept."""
    verdict = await services.computing.run(_inspected, asked, caller, services)
    if asked.finished:
        await asyncio.to_thread(insights.count_finished, services, caller, verdict)
    return VerdictOut.of(verdict)


def _inspected(asked: CheckIn, caller: Caller, services: Services) -> Verdict:
    circumstances = asking.circumstances(services, caller, asked)
    draft = Draft(asked.text, asked.language, asked.platform)
    return services.guard.inspect(draft, circumstances)
