"""What posts brought, and figures over at least five people; nobody stands in them."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import helped, insights
from api.identity import Communicator, Employee, ServicesDep
from api.routes.described import PROBLEMS
from api.routes.me import own
from api.schemas.insights import HelpedOut, Insights, OutcomeIn, OutcomeOut

router = APIRouter(tags=["insights"], responses=PROBLEMS)

Weeks = Annotated[int, Query(ge=1, le=52)]


@router.post("/v1/outcomes", status_code=201, summary="Report what posts brought")
def report(asked: OutcomeIn, caller: Communicator, services: ServicesDep) -> OutcomeOut:
    """Take figures on a content or a campaign; below five people they are pooled or withheld."""
    return insights.report(services, asked, caller)


@router.delete("/v1/outcomes/{report_id}", status_code=204, summary="Withdraw a report")
def withdraw(report_id: str, caller: Communicator, services: ServicesDep) -> Response:
    """Take a report back by its id; figures that were shown go whole, and their weeks stay closed.

    Otherwise a second report of the same weeks, of one person more, would tell of that person.
    """
    insights.withdraw(services, report_id, caller)
    return Response(status_code=204)


@router.get("/v1/insights", summary="Read figures over at least five people")
async def read(_caller: Communicator, services: ServicesDep, weeks: Weeks = 12) -> Insights:
    """Return whole weeks, each published once, and what posts brought.

    Only people who turned the purpose `collective` on are counted, each once a week and rule.
    Numbers of people are multiples of five, rounded by chance; what fewer than five people
    did is not there, and no figure is a part of another.
    """
    return await asyncio.to_thread(insights.insights, services, weeks)


@router.get("/v1/me/helped", summary="Read what one's posts helped with")
def mine(caller: Employee, services: ServicesDep) -> HelpedOut:
    """Return a private note per content the caller spoke about; with `collective` on alone."""
    return helped.helped(services, own(caller))
