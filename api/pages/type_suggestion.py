"""Which profile type one's posts sound like: asked by pasting them, decided by oneself."""

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from api.identity import ServicesDep
from api.pages.forms import SentForm, troubles
from api.pages.messages import messages_in
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import EmployeeVisitor
from api.profile_types import PROFILE_TYPES
from api.schemas.type_suggestions import TypeSuggestionIn, TypeSuggestionOut
from recommender.suggestion import suggest_type

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/me/type")
def ask(request: Request, visitor: EmployeeVisitor) -> Response:
    """Show where to paste posts."""
    return render(request, visitor, "type.html", posts=(), found=None, troubles=())


@router.post("/me/type")
def suggest(
    request: Request, visitor: EmployeeVisitor, services: ServicesDep, form: SentForm
) -> Response:
    """Say which type the posts sound like; neither they nor the answer are kept."""
    posts = form.texts("posts")
    try:
        asked = TypeSuggestionIn(posts=posts)
    except ValidationError as error:
        told = troubles(error, messages_in(visitor.language))
        return render(
            request, visitor, "type.html", status=422, posts=posts, found=None, troubles=told
        )
    found = TypeSuggestionOut.of(suggest_type(asked.posts, services.live.encoder))
    return render(
        request,
        visitor,
        "type.html",
        posts=posts,
        found=found,
        troubles=(),
        profile_types=PROFILE_TYPES,
    )
