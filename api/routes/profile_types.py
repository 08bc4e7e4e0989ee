"""The four profile types, for whoever builds a form."""

from fastapi import APIRouter

from api.identity import AnyCaller
from api.profile_types import PROFILE_TYPES
from api.routes.described import PROBLEMS
from api.schemas.people import ProfileTypeOut

router = APIRouter(tags=["profile types"], responses=PROBLEMS)


@router.get("/v1/profile-types", summary="List the four profile types")
def profile_types(_caller: AnyCaller) -> list[ProfileTypeOut]:
    """Return the four profile types; a person is a mix of them."""
    return list(PROFILE_TYPES)
