"""Checks: what the charter says of a text, with places and repairs."""

import asyncio

from fastapi import APIRouter

from api import insights
from api.checking import checked
from api.identity import Checker, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.checks import CheckIn, CheckOut

router = APIRouter(tags=["checks"], responses=PROBLEMS)


@router.post("/v1/checks", summary="Check a text against the charter")
async def check(asked: CheckIn, caller: Checker, services: ServicesDep) -> CheckOut:
    """Return the verdict on exactly these characters; nothing of the text is kept.

    Where a judge is set, it reads what needs meaning, unless the text is `live`.
    """
    found = await checked(services, caller, asked, live=asked.live)
    if asked.finished:
        await asyncio.to_thread(insights.count_finished, services, caller, found.verdict)
    return CheckOut.paid(found.draft, found.verdict, found.usage)
