"""Correcting or ending a campaign, for the communication team."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api import campaigning
from api.identity import ServicesDep
from api.pages.campaigns import TYPED, asked_of, choices
from api.pages.forms import Form, SentForm
from api.pages.messages import messages_in
from api.pages.refusals import NOTHING, Refusal
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, Visitor, caller_of
from domain.campaigns import Campaign
from domain.errors import Conflict

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Typed:
    """What the fields hold, and the version of the campaign that it is to replace."""

    replaces: str
    fields: Mapping[str, str]
    types: tuple[str, ...]
    refusal: Refusal = NOTHING


@router.get("/campaigns/{campaign_id}")
def campaign(
    campaign_id: str, request: Request, visitor: Communicator, services: ServicesDep
) -> Response:
    """Show a campaign in its form."""
    return _page(request, visitor, campaign_id, _as_kept(services.campaigns.get(campaign_id)))


@router.post("/campaigns/{campaign_id}")
def replace(
    campaign_id: str,
    request: Request,
    visitor: Communicator,
    services: ServicesDep,
    form: SentForm,
) -> Response:
    """Replace a campaign; what cannot be is told, and nothing that was typed is lost."""
    try:
        campaigning.replace_campaign(
            services,
            campaign_id,
            asked_of(form),
            caller_of(visitor),
            expected={form.text("replaces")},
        )
    except (ValidationError, Conflict) as error:
        refusal = Refusal.of(error, messages_in(visitor.language), form="campaigns")
        return _page(request, visitor, campaign_id, _as_typed(form, refusal))
    return RedirectResponse("/campaigns", 303)


def _as_kept(kept: Campaign) -> Typed:
    fields = {
        "name": kept.name,
        "objective": kept.objective.value,
        "from": str(kept.starts or ""),
        "to": str(kept.ends or ""),
        "consideration": kept.consideration or "",
    }
    return Typed(kept.version, fields, tuple(one.value for one in kept.profile_types))


def _as_typed(form: Form, refusal: Refusal) -> Typed:
    fields = {name: form.text(name) for name in TYPED}
    return Typed(form.text("replaces"), fields, form.texts("profile_type"), refusal)


def _page(request: Request, visitor: Visitor, campaign_id: str, shown: Typed) -> Response:
    return render(
        request,
        visitor,
        "campaign_edit.html",
        status=shown.refusal.status,
        troubles=shown.refusal.troubles,
        campaign_id=campaign_id,
        replaces=shown.replaces,
        typed=shown.fields,
        chosen=shown.types,
        **choices(visitor),
    )
