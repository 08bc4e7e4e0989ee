"""Contents by hand, for the communication team: add one, say until when, end it, withdraw it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api import keeping
from api.identity import ServicesDep
from api.pages.campaigns import caller_of
from api.pages.forms import Form, SentForm, troubles
from api.pages.messages import messages_in
from api.pages.newsroom import content_page
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, Visitor
from api.schemas.contents import ContentIn, ContentOut
from api.wiring import Services
from domain.content import ContentItem
from domain.deeds import Action, Deed
from domain.errors import NotFound, RequestInvalid, VersionStale
from domain.language import Language

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_INSTANTS: Final = ("published_at", "embargo_until", "expires_at")
SHOWN: Final = "%Y-%m-%dT%H:%M"
"""An instant as a field of the page holds it."""
_TYPED: Final = ("title", "text", "summary", "language", "url", "tags", "campaign", *_INSTANTS)


@router.get("/add-content")
def adding(request: Request, visitor: Communicator, services: ServicesDep) -> Response:
    """Show the form of a new content."""
    typed = dict.fromkeys(_TYPED, "") | {"language": visitor.language.value}
    return _form(request, visitor, services, typed, [])


@router.post("/add-content")
def add(request: Request, visitor: Communicator, services: ServicesDep, form: SentForm) -> Response:
    """Keep a content; what cannot be is told, and nothing is lost."""
    typed = {name: form.text(name) for name in _TYPED}
    try:
        asked = ContentIn.model_validate(_asked(typed))
        item = keeping.keep(services, asked, caller_of(visitor))
    except (ValidationError, RequestInvalid) as error:
        return _form(request, visitor, services, typed, _told(error, visitor))
    return RedirectResponse(f"/newsroom/{item.content_id}", 303)


@router.post("/newsroom/{content_id}")
def change(
    content_id: str, request: Request, visitor: Communicator, services: ServicesDep, form: SentForm
) -> Response:
    """Set until when a content waits and lives, end it now, or withdraw it altogether."""
    item = services.contents.get(content_id)
    known = {form.text("version")}
    try:
        if form.text("act") == "withdraw":
            return _withdraw(services, visitor, content_id, known)
        _keep_changed(services, visitor, item, form)
    except (ValidationError, RequestInvalid) as error:
        told = _told(error, visitor)
        return content_page(request, visitor, item, troubles=told, status=422)
    except VersionStale:
        told = [messages_in(visitor.language)("newsroom_content.stale")]
        return content_page(request, visitor, item, troubles=told, status=409)
    return RedirectResponse(f"/newsroom/{content_id}", 303)


def _withdraw(
    services: Services, visitor: Visitor, content_id: str, known: set[str]
) -> RedirectResponse:
    deed = Deed.of(caller_of(visitor), Action.CONTENT_DELETED, content_id)
    services.contents.delete(content_id, expected=known, deed=deed)
    return RedirectResponse("/newsroom", 303)


def _keep_changed(services: Services, visitor: Visitor, item: ContentItem, form: Form) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    ends = {"embargo_until": None, "expires_at": now}
    days = {
        "embargo_until": _instant(form.text("embargo_until"), item.embargo_until),
        "expires_at": _instant(form.text("expires_at"), item.expires_at),
    }
    kept = ContentOut.of(item).model_dump(exclude={"content_id", "source"}, mode="json")
    asked = {**kept, **(ends if form.text("act") == "end" else days)}
    keeping.replace(
        services,
        item.content_id,
        ContentIn.model_validate(asked),
        caller_of(visitor),
        expected={form.text("version")},
    )


def _instant(sent: str, before: datetime | None) -> str | None:
    """Return what a field says; one that was left as it stood keeps its seconds."""
    if before is not None and sent == before.strftime(SHOWN):
        return before.isoformat()
    return sent or None


def _asked(typed: Mapping[str, str]) -> dict[str, object]:
    tags = [tag.strip() for tag in typed["tags"].split(",") if tag.strip()]
    return {**{name: said or None for name, said in typed.items()}, "tags": tags}


def _told(error: ValidationError | RequestInvalid, visitor: Visitor) -> list[str]:
    t = messages_in(visitor.language)
    if isinstance(error, ValidationError):
        return troubles(error, t, form="newsroom_edit")
    named = f"newsroom_edit.refused.{error.field}"
    return [t(named if t.has(named) else "newsroom_edit.refused.other")]


def _form(
    request: Request,
    visitor: Visitor,
    services: Services,
    typed: Mapping[str, str],
    told: list[str],
) -> Response:
    if visitor.caller is None:
        raise NotFound("nobody is signed in")
    return render(
        request,
        visitor,
        "newsroom_add.html",
        status=422 if told else 200,
        typed=typed,
        troubles=told,
        languages=tuple(Language),
        instants=_INSTANTS,
        campaigns=services.campaigns.all(),
    )
