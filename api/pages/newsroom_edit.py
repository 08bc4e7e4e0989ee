"""Contents by hand, for the communication team: add one, say until when, end it, withdraw it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BeforeValidator, ValidationError
from pydantic_core import PydanticKnownError

from api import keeping
from api.identity import ServicesDep
from api.pages.forms import Form, SentForm
from api.pages.messages import messages_in
from api.pages.newsroom import as_field, content_page
from api.pages.refusals import NOTHING, Refusal
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, Visitor, caller_of
from api.schemas.base import Body
from api.schemas.contents import ContentIn
from api.wiring import Services
from domain.content import ContentItem
from domain.deeds import Action, Deed
from domain.errors import PorteVoixError, RequestInvalid, VersionStale
from domain.language import Language
from storage.content_rows import AlreadyKept

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_INSTANTS: Final = ("published_at", "embargo_until", "expires_at")
_WRITTEN: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
_TYPED: Final = ("title", "text", "summary", "language", "url", "tags", "campaign", *_INSTANTS)


def _moment(sent: object) -> object:
    """Read a date with its time, in UTC unless it says otherwise; no number, no day alone."""
    if not isinstance(sent, str):
        return sent
    try:
        found = datetime.fromisoformat(sent) if _WRITTEN.fullmatch(sent) else None
        if found is not None:
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        pass
    raise PydanticKnownError("datetime_type")


Moment = Annotated[datetime, BeforeValidator(_moment)]


class _Times(Body):
    embargo_until: Moment | None = None
    expires_at: Moment | None = None


class _Added(ContentIn):
    published_at: Moment | None = None
    embargo_until: Moment | None = None
    expires_at: Moment | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a content is not added: what cannot be of it, or the one that is there already."""

    refusal: Refusal = NOTHING
    there: ContentItem | None = None


@router.get("/add-content")
def adding(request: Request, visitor: Communicator, services: ServicesDep) -> Response:
    """Show the form of a new content."""
    typed = dict.fromkeys(_TYPED, "") | {"language": visitor.language.value}
    return _form(request, visitor, services, typed, Refused())


@router.post("/add-content")
def add(request: Request, visitor: Communicator, services: ServicesDep, form: SentForm) -> Response:
    """Keep a content that is new; what cannot be is told, and nothing is lost or overwritten."""
    typed = {name: form.text(name) for name in _TYPED}
    try:
        asked = _Added.model_validate(_asked(typed))
        item = keeping.add(services, asked, caller_of(visitor))
    except AlreadyKept as error:
        there = services.contents.get(error.content_id)
        return _form(request, visitor, services, typed, Refused(Refusal(status=409), there))
    except (ValidationError, RequestInvalid) as error:
        refused = Refused(_refusal(error, visitor))
        return _form(request, visitor, services, typed, refused)
    return RedirectResponse(f"/newsroom/{item.content_id}", 303)


@router.post("/newsroom/{content_id}")
def change(
    content_id: str, request: Request, visitor: Communicator, services: ServicesDep, form: SentForm
) -> Response:
    """Set until when a content waits and lives, end it now, or withdraw it altogether."""
    item = services.contents.get(content_id)
    try:
        page = _done(services, visitor, item, form)
    except (ValidationError, RequestInvalid, VersionStale) as error:
        refusal = _refusal(error, visitor)
        return content_page(
            request, visitor, item, troubles=refusal.troubles, status=refusal.status
        )
    return RedirectResponse(page, 303)


def _done(services: Services, visitor: Visitor, item: ContentItem, form: Form) -> str:
    """Do what a button says, and return the page to go on with."""
    caller, known = caller_of(visitor), {form.text("version")}
    match form.text("act"):
        case "when":
            times = _times(item, form)
            keeping.set_times(services, item, caller, **dict(times), expected=known)
        case "end":
            keeping.end(services, item, caller, expected=known)
        case "withdraw":
            if form.text("sure") != "yes":
                raise RequestInvalid("nobody said that they are sure", field="sure")
            deed = Deed.of(caller, Action.CONTENT_DELETED, item.content_id)
            services.contents.delete(item.content_id, expected=known, deed=deed)
            return "/newsroom"
        case _:
            raise RequestInvalid("there is no such act", field="act")
    return f"/newsroom/{item.content_id}"


def _times(item: ContentItem, form: Form) -> _Times:
    before = {"embargo_until": item.embargo_until, "expires_at": item.expires_at}
    sent = {name: _instant(form.text(name), at) for name, at in before.items()}
    return _Times.model_validate(sent)


def _instant(sent: str, before: datetime | None) -> datetime | str | None:
    """Return what a field says; one that was left as it stood keeps its seconds."""
    if sent == as_field(before):
        return before
    return sent or None


def _asked(typed: Mapping[str, str]) -> dict[str, object]:
    tags = [tag.strip() for tag in typed["tags"].split(",") if tag.strip()]
    return {**{name: said or None for name, said in typed.items()}, "tags": tags}


def _refusal(error: ValidationError | PorteVoixError, visitor: Visitor) -> Refusal:
    return Refusal.of(error, messages_in(visitor.language), form="newsroom_edit")


def _form(
    request: Request,
    visitor: Visitor,
    services: Services,
    typed: Mapping[str, str],
    refused: Refused,
) -> Response:
    return render(
        request,
        visitor,
        "newsroom_add.html",
        status=refused.refusal.status,
        there=refused.there,
        typed=typed,
        troubles=refused.refusal.troubles,
        languages=tuple(Language),
        instants=_INSTANTS,
        campaigns=services.campaigns.all(),
    )
