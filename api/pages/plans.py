"""A campaign's plan for the communication team, and the seats an employee may take by asking."""

from collections.abc import Iterator

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api import planning
from api.identity import ServicesDep
from api.pages.forms import Form, SentForm
from api.pages.messages import messages_in
from api.pages.refusals import NOTHING, Refusal
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, EmployeeVisitor, Visitor, caller_of
from api.profile_types import PROFILE_TYPES
from api.schemas.plans import PlanIn, SeatGroupIn
from api.wiring import Services
from domain.errors import Conflict, NotFound
from domain.language import Language
from domain.people import ProfileType
from domain.plans import KeptPlan

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_MOST = 5_000
_DIGITS = 4


@router.get("/campaigns/{campaign_id}/plan")
def plan(
    campaign_id: str, request: Request, visitor: Communicator, services: ServicesDep
) -> Response:
    """Show a campaign's plan and the form that makes one."""
    services.campaigns.get(campaign_id)
    return _plan(request, visitor, services, campaign_id)


@router.post("/campaigns/{campaign_id}/plan")
def make(
    campaign_id: str,
    request: Request,
    visitor: Communicator,
    services: ServicesDep,
    form: SentForm,
) -> Response:
    """Plan the campaign over as many seats as the form says."""
    t = messages_in(visitor.language)
    groups = tuple(_groups(form))
    if not groups:
        refusal = Refusal((t("plan.no_seats"),), 422)
        return _plan(request, visitor, services, campaign_id, refusal=refusal)
    try:
        planning.plan(services, campaign_id, PlanIn(groups=groups), caller_of(visitor))
    except Conflict as error:
        refusal = Refusal.of(error, t, form="plan")
        return _plan(request, visitor, services, campaign_id, refusal=refusal, asked=groups)
    return RedirectResponse(f"/campaigns/{campaign_id}/plan", 303)


@router.get("/seats")
def seats(request: Request, visitor: EmployeeVisitor, services: ServicesDep) -> Response:
    """Show the campaigns one may take a seat of."""
    return _seats(request, visitor, services)


@router.post("/seats")
def take(
    request: Request, visitor: EmployeeVisitor, services: ServicesDep, form: SentForm
) -> Response:
    """Take a free seat, and open its content."""
    try:
        item = planning.take(services, form.text("campaign_id"), visitor.ambassador_id)
    except NotFound:
        refusal = Refusal((messages_in(visitor.language)("seats.none_free"),), 404)
        return _seats(request, visitor, services, refusal)
    return RedirectResponse(f"/contents/{item.content_id}", 303)


def _groups(form: Form) -> Iterator[SeatGroupIn]:
    for kind in ProfileType:
        for language in Language:
            count = _number(form.text(f"{kind}-{language}"))
            if count:
                yield SeatGroupIn(profile_type=kind, languages=(language,), seats=count)


def _number(written: str) -> int:
    readable = written.isascii() and written.isdigit() and len(written) <= _DIGITS
    return min(int(written), _MOST) if readable else 0


def _plan(  # noqa: PLR0913 - who asks, of what, and what came of it
    request: Request,
    visitor: Visitor,
    services: Services,
    campaign_id: str,
    *,
    refusal: Refusal = NOTHING,
    asked: tuple[SeatGroupIn, ...] = (),
) -> Response:
    """Show the plan as it is, with the seats that were asked for, else those it was made over."""
    try:
        kept = services.plans.get(campaign_id)
    except NotFound:
        kept = KeptPlan((), ())
    planned: dict[str, int] = {}
    for one in kept.seats:
        planned[one.content_id] = planned.get(one.content_id, 0) + one.planned
    items = services.contents.some(list(planned))
    return render(
        request,
        visitor,
        "plan.html",
        status=refusal.status,
        troubles=refusal.troubles,
        campaign=services.campaigns.get(campaign_id),
        planned=sorted(
            ((planned[one.content_id], one) for one in items),
            key=lambda pair: (-pair[0], pair[1].content_id),
        ),
        types=PROFILE_TYPES,
        languages=tuple(Language),
        wanted={
            (next(iter(one.profile.shares)), one.languages[0]): one.seats
            for one in (tuple(each.as_group() for each in asked) or kept.groups)
        },
    )


def _seats(
    request: Request, visitor: Visitor, services: Services, refusal: Refusal = NOTHING
) -> Response:
    return render(
        request,
        visitor,
        "seats.html",
        status=refusal.status,
        troubles=refusal.troubles,
        campaigns=planning.open_campaigns(services),
        held=planning.held_seats(services, visitor.ambassador_id),
    )
