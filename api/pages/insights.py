"""Figures for the communication team: over at least five people, in whole weeks, of nobody."""

from dataclasses import dataclass, field
from typing import Final

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from api import insights as figures
from api.identity import ServicesDep
from api.pages.contents import rule_names
from api.pages.forms import SentForm, number_of, troubles
from api.pages.messages import messages_in
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.titles import Titles
from api.pages.visitor import Communicator, Visitor
from api.schemas.insights import OutcomeIn
from api.wiring import Services
from domain.errors import NotFound

router = APIRouter(route_class=PageRoute, include_in_schema=False)

AMOUNTS: Final = ("people", "reach", "engagements", "clicks", "conversions")
_TEXTS: Final = ("content_id", "campaign_id", "from", "to")
_WEEKS: Final = 12
_OFFERED: Final = 100
_BLANK: Final = dict.fromkeys((*_TEXTS, *AMOUNTS), "")


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the last report, and what was typed."""

    message: str = ""
    troubles: tuple[str, ...] = ()
    typed: dict[str, str] = field(default_factory=_BLANK.copy)


@router.get("/insights")
def insights(
    request: Request, visitor: Communicator, services: ServicesDep, content_id: str = ""
) -> Response:
    """Show the figures, and the form to report what posts brought."""
    return _page(request, visitor, services, Told(typed=_BLANK | {"content_id": content_id}))


@router.post("/insights")
def report(
    request: Request, visitor: Communicator, services: ServicesDep, form: SentForm
) -> Response:
    """Take a report; the answer says what became of it."""
    if visitor.caller is None:
        raise NotFound("nobody is signed in")
    typed = {name: form.text(name) for name in (*_TEXTS, *AMOUNTS)}
    t = messages_in(visitor.language)
    try:
        asked = OutcomeIn.model_validate(
            {
                name: number_of(said) if name in AMOUNTS else said
                for name, said in typed.items()
                if said
            }
        )
        told = figures.report(services, asked, visitor.caller)
    except ValidationError as error:
        return _page(
            request, visitor, services, Told(troubles=tuple(troubles(error, t)), typed=typed)
        )
    except NotFound:
        return _page(
            request, visitor, services, Told(troubles=(t("insights.no_content"),), typed=typed)
        )
    message = getattr(told.message, visitor.language.value)
    return _page(request, visitor, services, Told(message=message))


def _page(request: Request, visitor: Visitor, services: Services, told: Told) -> Response:
    return render(
        request,
        visitor,
        "insights.html",
        status=422 if told.troubles else 200,
        told=told,
        found=figures.insights(services, _WEEKS),
        amounts=AMOUNTS,
        titles=Titles(services.contents),
        contents=_choice(services, told.typed["content_id"]),
        campaigns=services.campaigns.all(),
        rules=rule_names(services, visitor.language),
    )


def _choice(services: Services, chosen: str) -> list[tuple[str, str]]:
    """Return ids and titles to choose from: the newest contents, and what is chosen already."""
    found, _ = services.contents.page(limit=_OFFERED)
    offered = {item.content_id: item.title for item in found}
    if chosen and chosen not in offered:
        item = Titles(services.contents)(chosen)
        offered = {chosen: item.title if item else chosen} | offered
    return list(offered.items())
