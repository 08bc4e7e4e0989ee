"""Which profile type pasted posts sound like: a suggestion, nothing is kept of it."""

import asyncio

from fastapi import APIRouter

from api.identity import Requester, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.type_suggestions import TypeSuggestionIn, TypeSuggestionOut
from recommender.suggestion import suggest_type

router = APIRouter(tags=["profile types"], responses=PROBLEMS)


@router.post("/v1/profile-types/suggestions", summary="Suggest a profile type from posts")
async def suggest(
    asked: TypeSuggestionIn, _caller: Requester, services: ServicesDep
) -> TypeSuggestionOut:
    """Return the type that posts sound like, or none where it is not sure.

    The posts are read and forgotten; whoever wrote them decides what they are.
    """
    found = await asyncio.to_thread(suggest_type, asked.posts, services.live.encoder)
    return TypeSuggestionOut.of(found)
