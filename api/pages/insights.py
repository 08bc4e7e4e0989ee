"""Figures for the communication team: over at least five people, in whole weeks, of nobody."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from api import insights as figures
from api.identity import ServicesDep
from api.pages.contents import rule_names
from api.pages.forms import SentForm, number_of
from api.pages.messages import messages_in
from api.pages.refusals import NOTHING, Refusal
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.titles import Titles
from api.pages.visitor import Communicator, Visitor, caller_of
from api.schemas.insights import Insights, OutcomeIn
from api.wiring import Services
from domain.errors import Conflict, NotFound

router = APIRouter(route_class=PageRoute, include_in_schema=False)

AMOUNTS: Final = ("people", "reach", "engagements", "clicks", "conversions")
_TEXTS: Final = ("content_id", "campaign_id", "from", "to")
_WEEKS: Final = 12
_OFFERED: Final = 100
_BLANK: Final = dict.fromkeys((*_TEXTS, *AMOUNTS), "")


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the last report, by which id it can be withdrawn, and what was typed."""

    message: str = ""
    report_id: str | None = None
    refusal: Refusal = NOTHING
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
        kept = figures.report(services, asked, caller_of(visitor))
    except ValidationError as error:
        told = Told(refusal=Refusal.of(error, t, form="insights"), typed=typed)
        return _page(request, visitor, services, told)
    except NotFound:
        told = Told(refusal=Refusal((t("insights.no_content"),), 422), typed=typed)
        return _page(request, visitor, services, told)
    message = getattr(kept.message, visitor.language.value)
    return _page(request, visitor, services, Told(message=message, report_id=kept.id))


@router.post("/insights/withdraw")
def withdraw(
    request: Request, visitor: Communicator, services: ServicesDep, form: SentForm
) -> Response:
    """Take a report back; what was shown goes for good, so somebody has to be sure."""
    t = messages_in(visitor.language)
    if form.text("sure") != "yes":
        told = Told(refusal=Refusal((t("insights.unsure"),), 422))
        return _page(request, visitor, services, told)
    try:
        said = figures.withdraw(services, form.text("report_id"), caller_of(visitor))
    except (NotFound, Conflict) as error:
        told = Told(refusal=Refusal.of(error, t, form="insights"))
        return _page(request, visitor, services, told)
    return _page(request, visitor, services, Told(message=said.in_language(visitor.language)))


def _page(request: Request, visitor: Visitor, services: Services, told: Told) -> Response:
    found = figures.insights(services, _WEEKS)
    return render(
        request,
        visitor,
        "insights.html",
        status=told.refusal.status,
        told=told,
        found=found,
        amounts=AMOUNTS,
        titles=Titles.of(services.contents, _named(found)),
        contents=_choice(services, told.typed["content_id"]),
        campaigns=services.campaigns.all(),
        rules=rule_names(services, visitor.language),
    )


def _named(found: Insights) -> Iterator[str | None]:
    """Yield the id of each content that the figures name."""
    yield from (one.content_id for week in found.weeks for one in week.contents)
    yield from (one.content_id for one in found.outcomes)


def _choice(services: Services, chosen: str) -> list[tuple[str, str]]:
    """Return ids and titles to choose from: the newest contents, and what is chosen already."""
    found, _ = services.contents.page(limit=_OFFERED)
    offered = {item.content_id: item.title for item in found}
    if chosen and chosen not in offered:
        item = Titles.of(services.contents, [chosen])(chosen)
        offered = {chosen: item.title if item else chosen} | offered
    return list(offered.items())
