"""An employee's desk: drafts found again, contents kept, and what their posts helped with."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api import own_drafts
from api.helped import helped
from api.identity import ServicesDep
from api.pages.forms import SentForm
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.titles import Titles
from api.pages.visitor import EmployeeVisitor
from domain.errors import RequestInvalid
from domain.purposes import Purpose
from domain.signals import Signal

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/desk")
def desk(request: Request, visitor: EmployeeVisitor, services: ServicesDep) -> Response:
    """Show what the visitor let the service keep for them, each draft reviewed anew."""
    person = services.people.get(visitor.ambassador_id)
    found = own_drafts.own_drafts(services, visitor.ambassador_id)
    said = services.signals.of(visitor.ambassador_id)
    told = {one.content_id for one in found.drafts} | {one.content_id for one in found.withheld}
    titles = Titles.of(services.contents, told | said.keys())
    signals = ((titles(content_id), signal) for content_id, signal in said.items())
    return render(
        request,
        visitor,
        "desk.html",
        found=found,
        titles=titles,
        signals=[(item, signal) for item, signal in signals if item is not None],
        notes=helped(services, visitor.ambassador_id).notes,
        keeps={one: person.purposes[one] for one in Purpose},
    )


@router.post("/desk/drafts/{draft_id}")
def discard(
    draft_id: str, visitor: EmployeeVisitor, services: ServicesDep, _form: SentForm
) -> Response:
    """Forget one of the visitor's drafts; its angle goes to others."""
    own_drafts.discard(services, visitor.ambassador_id, draft_id)
    return RedirectResponse("/desk", 303)


@router.post("/signals")
def signal(visitor: EmployeeVisitor, services: ServicesDep, form: SentForm) -> Response:
    """Keep what the visitor says of a content, or take it back."""
    content_id, said = form.text("content_id"), form.text("signal")
    if said == "back":
        services.signals.withdraw(visitor.ambassador_id, content_id)
    else:
        given = next((one for one in Signal if one == said), None)
        if given is None:
            raise RequestInvalid("there is no such signal", field="signal")
        services.signals.give(visitor.ambassador_id, content_id, given)
    return RedirectResponse("/desk" if form.text("from") == "desk" else "/", 303)
