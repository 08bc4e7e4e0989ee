"""An employee's own page: what is kept of them, what for, and how to take it along."""

import asyncio
import json
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api.identity import ServicesDep
from api.pages.forms import SentForm, troubles
from api.pages.messages import messages_in
from api.pages.profile_form import ProfileForm
from api.pages.purposes import described
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import EmployeeVisitor, Visitor
from api.profile_types import PROFILE_TYPES
from api.wiring import Services
from domain.errors import Conflict, RequestInvalid
from domain.purposes import Purpose
from storage.people import Person

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_SAVED = frozenset({"profile", "purposes"})


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody's record, the form over it, and what came of the last change."""

    person: Person
    form: ProfileForm
    saved: str = ""
    troubles: tuple[str, ...] = ()
    status: int = 200


@router.get("/me")
def me(
    request: Request, visitor: EmployeeVisitor, services: ServicesDep, saved: str = ""
) -> Response:
    """Show what is kept of the visitor."""
    person = services.people.get(visitor.ambassador_id)
    told = saved if saved in _SAVED else ""
    return _page(request, visitor, services, Record(person, ProfileForm.of(person), told))


@router.post("/me")
def save(
    request: Request, visitor: EmployeeVisitor, services: ServicesDep, sent: SentForm
) -> Response:
    """Keep what the visitor says of themselves; what cannot be is told, and nothing is lost."""
    person = services.people.get(visitor.ambassador_id)
    form = ProfileForm.sent(sent, person)
    t = messages_in(visitor.language)
    try:
        ambassador = form.described().as_ambassador(ambassador_id=visitor.ambassador_id)
        services.people.save(ambassador, expected={str(form.version)})
    except ValidationError as error:
        told = tuple(troubles(error, t))
        record = Record(person, form, troubles=told, status=422)
        return _page(request, visitor, services, record)
    except Conflict:
        # A second press of the button carries the newer record's version, and keeps this form.
        newer = replace(form, version=person.version)
        record = Record(person, newer, troubles=(t("me.conflict"),), status=409)
        return _page(request, visitor, services, record)
    return RedirectResponse("/me?saved=profile", 303)


@router.post("/me/purposes")
async def turn(visitor: EmployeeVisitor, services: ServicesDep, form: SentForm) -> Response:
    """Turn one purpose on or off; off, what was kept for it is deleted at once."""
    purpose = next((one for one in Purpose if one == form.text("purpose")), None)
    wanted = {"on": True, "off": False}.get(form.text("turn"))
    if purpose is None or wanted is None:
        raise RequestInvalid("there is no such purpose", field="purpose")
    await asyncio.to_thread(services.people.turn, visitor.ambassador_id, {purpose: wanted})
    return RedirectResponse(f"/me?saved=purposes#purpose-{purpose}", 303)


@router.get("/me/export")
def export(visitor: EmployeeVisitor, services: ServicesDep) -> Response:
    """Hand over everything kept of the visitor as a file."""
    kept = services.export.of(visitor.ambassador_id)
    return Response(
        json.dumps(kept, ensure_ascii=False, indent=2),
        media_type="application/json",
        headers={
            "Content-Disposition": 'attachment; filename="porte-voix-export.json"',
            "Cache-Control": "no-store",
        },
    )


def _page(request: Request, visitor: Visitor, services: Services, record: Record) -> Response:
    person = record.person
    return render(
        request,
        visitor,
        "me.html",
        status=record.status,
        form=record.form,
        saved=record.saved,
        troubles=record.troubles,
        profile_types=PROFILE_TYPES,
        purposes=described(person.purposes, services.settings),
        keeps_profile=person.purposes[Purpose.PROFILE],
        keeps_voice=person.purposes[Purpose.VOICE],
    )
