"""Campaigns, for the communication team: their list, a form, and how far drafts are prepared."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api import campaigning
from api.identity import ServicesDep
from api.pages.forms import Form, SentForm
from api.pages.messages import messages_in
from api.pages.refusals import NOTHING, Refusal
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, Visitor, caller_of
from api.profile_types import PROFILE_TYPES
from api.schemas.campaigns import CampaignIn
from api.wiring import Services
from domain.content import Objective
from domain.errors import Conflict

router = APIRouter(route_class=PageRoute, include_in_schema=False)

TYPED = ("name", "objective", "from", "to", "consideration")
_NOTHING: Mapping[str, str] = dict.fromkeys(TYPED, "")


@router.get("/campaigns")
def campaigns(request: Request, visitor: Communicator, services: ServicesDep) -> Response:
    """Show the campaigns, newest first, and the form."""
    return _page(request, visitor, services)


@router.post("/campaigns")
def add(request: Request, visitor: Communicator, services: ServicesDep, form: SentForm) -> Response:
    """Keep a campaign; what cannot be is told, and nothing is lost."""
    try:
        campaigning.add_campaign(services, asked_of(form), caller_of(visitor))
    except (ValidationError, Conflict) as error:
        refusal = Refusal.of(error, messages_in(visitor.language), form="campaigns")
        return _page(request, visitor, services, form, refusal)
    return RedirectResponse("/campaigns", 303)


@router.post("/campaigns/{campaign_id}/drafts")
def prepare(
    campaign_id: str,
    request: Request,
    visitor: Communicator,
    services: ServicesDep,
    _form: SentForm,
) -> Response:
    """Ask for a campaign's drafts to be prepared."""
    try:
        campaigning.prepare_drafts(services, campaign_id, caller_of(visitor))
    except Conflict as error:
        refusal = Refusal.of(error, messages_in(visitor.language), form="campaigns")
        return _page(request, visitor, services, None, refusal)
    return RedirectResponse("/campaigns", 303)


@router.post("/jobs/{job_id}")
def cancel(job_id: str, visitor: Communicator, services: ServicesDep, _form: SentForm) -> Response:
    """Stop a job."""
    campaigning.cancel(services, job_id, caller_of(visitor))
    return RedirectResponse("/campaigns", 303)


def asked_of(form: Form) -> CampaignIn:
    """Return the campaign that a form describes."""
    said = {name: form.text(name) or None for name in TYPED}
    return CampaignIn.model_validate({**said, "profile_types": form.texts("profile_type")})


def _page(
    request: Request,
    visitor: Visitor,
    services: Services,
    form: Form | None = None,
    refusal: Refusal = NOTHING,
) -> Response:
    found = services.campaigns.all()
    today = datetime.now(UTC).date()
    return render(
        request,
        visitor,
        "campaigns.html",
        status=refusal.status,
        troubles=refusal.troubles,
        campaigns=[
            (one, next(iter(services.jobs.of(one.campaign_id)), None), one.is_over(today))
            for one in found
        ],
        typed={name: form.text(name) for name in TYPED} if form else _NOTHING,
        chosen=form.texts("profile_type") if form else (),
        **choices(visitor),
    )


def choices(visitor: Visitor) -> dict[str, Any]:
    """Return what the fields of a campaign let choose."""
    types = {one.id: one.name.model_dump()[visitor.language] for one in PROFILE_TYPES}
    return {"objectives": tuple(Objective), "types": types}
