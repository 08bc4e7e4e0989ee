"""Correcting or ending a campaign, for the communication team."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api import campaigning
from api.identity import ServicesDep
from api.pages.campaigns import TYPED, asked_of, choices
from api.pages.forms import Form, SentForm, troubles
from api.pages.messages import messages_in
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, Visitor, caller_of
from domain.campaigns import Campaign
from domain.errors import Conflict, VersionStale

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Typed:
    """What the fields hold, and the version of the campaign that it is to replace."""

    replaces: str
    fields: Mapping[str, str]
    types: tuple[str, ...]
    trouble: tuple[Sequence[str], int] = ((), 200)


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
    t = messages_in(visitor.language)
    try:
        campaigning.replace_campaign(
            services,
            campaign_id,
            asked_of(form),
            caller_of(visitor),
            expected={form.text("replaces")},
        )
    except ValidationError as error:
        told = troubles(error, t, form="campaigns"), 422
        return _page(request, visitor, campaign_id, _as_typed(form, told))
    except VersionStale:
        told = [t("campaigns.stale")], 409
        return _page(request, visitor, campaign_id, _as_typed(form, told))
    except Conflict:
        told = [t("campaigns.rename_conflict")], 409
        return _page(request, visitor, campaign_id, _as_typed(form, told))
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


def _as_typed(form: Form, trouble: tuple[Sequence[str], int]) -> Typed:
    fields = {name: form.text(name) for name in TYPED}
    return Typed(form.text("replaces"), fields, form.texts("profile_type"), trouble)


def _page(request: Request, visitor: Visitor, campaign_id: str, shown: Typed) -> Response:
    return render(
        request,
        visitor,
        "campaign_edit.html",
        status=shown.trouble[1],
        troubles=shown.trouble[0],
        campaign_id=campaign_id,
        replaces=shown.replaces,
        typed=shown.fields,
        chosen=shown.types,
        **choices(visitor),
    )
