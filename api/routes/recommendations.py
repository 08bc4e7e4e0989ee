"""Suggestions: which content for whom, and why."""

from fastapi import APIRouter, Request

from api import asking
from api.identity import Requester, services_of
from api.routes.described import PROBLEMS
from api.schemas.recommendations import (
    RecommendationOut,
    RecommendationsIn,
    RecommendationsOut,
)

router = APIRouter(tags=["recommendations"], responses=PROBLEMS)


@router.post("/v1/recommendations", summary="Suggest content for an ambassador")
async def recommend(
    asked: RecommendationsIn, caller: Requester, request: Request
) -> RecommendationsOut:
    """Return up to k contents that may be spoken about now, best first, each with its reasons."""
    services = services_of(request)
    found = await services.computing.run(asking.recommend, services, caller, asked)
    return RecommendationsOut(
        items=[RecommendationOut.of(one) for one in found.items],
        cold_start=found.cold_start,
        encoder=found.encoder,
    )
