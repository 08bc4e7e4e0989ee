"""Proposing content, and on the other side reading what was proposed; named or not."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api import proposing
from api.identity import ServicesDep
from api.pages.forms import Form, SentForm, troubles
from api.pages.messages import messages_in
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, EmployeeVisitor, Visitor, caller_of
from api.schemas.proposals import DecisionIn, ProposalIn, ProposalOut
from api.wiring import Services
from domain.errors import RequestInvalid
from domain.language import Language
from domain.proposals import ProposalState

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_IMAGE = ("url", "alt", "rights")
_TYPED = (
    *("title", "text", "language", "url", "note", "name", "named"),
    *(f"image_{name}" for name in (*_IMAGE, "people_agreed")),
)


@router.get("/propose")
def propose(request: Request, visitor: EmployeeVisitor, services: ServicesDep) -> Response:
    """Show the form, and what became of what the visitor proposed before."""
    name = services.people.get(visitor.ambassador_id).ambassador.name or ""
    typed = dict.fromkeys(_TYPED, "") | {"language": visitor.language.value, "name": name}
    return _page(request, visitor, services, typed)


@router.post("/propose")
def send(
    request: Request, visitor: EmployeeVisitor, services: ServicesDep, form: SentForm
) -> Response:
    """Keep a proposal; what cannot be is told, and nothing is lost."""
    t = messages_in(visitor.language)
    typed = {name: form.text(name) for name in _TYPED}
    try:
        asked = ProposalIn.model_validate(_asked(form))
        proposing.propose(services, visitor.ambassador_id, asked)
    except ValidationError as error:
        return _page(request, visitor, services, typed, troubles(error, t))
    except RequestInvalid as error:
        told = [t(f"propose.refused.{'name' if error.field == 'name' else 'many'}")]
        return _page(request, visitor, services, typed, told)
    return RedirectResponse("/propose", 303)


@router.post("/propose/{own_proposal_id}")
def take_back(
    own_proposal_id: str, visitor: EmployeeVisitor, services: ServicesDep, _form: SentForm
) -> Response:
    """Delete one of the visitor's proposals, and the content made of it."""
    services.proposals.take_back(visitor.ambassador_id, own_proposal_id)
    return RedirectResponse("/propose", 303)


@router.get("/proposals")
def proposals(request: Request, visitor: Communicator, services: ServicesDep) -> Response:
    """Show the communication team what is open."""
    found = services.proposals.in_state(ProposalState.OPEN)
    return render(
        request, visitor, "proposals.html", proposals=[ProposalOut.of(one) for one in found]
    )


@router.post("/proposals/{proposal_id}")
def decide(
    proposal_id: str, visitor: Communicator, services: ServicesDep, form: SentForm
) -> Response:
    """Put a proposal into the catalogue, or decline it."""
    decision = form.text("decision")
    if decision not in {"accept", "decline"}:
        raise RequestInvalid("there is no such decision", field="decision")
    asked = DecisionIn.model_validate({"decision": decision})
    decided = proposing.decide(services, proposal_id, asked, caller_of(visitor))
    place = f"/newsroom/{decided.content_id}" if decided.content_id else "/proposals"
    return RedirectResponse(place, 303)


def _asked(form: Form) -> dict[str, object]:
    image = {name: form.text(f"image_{name}") or None for name in _IMAGE}
    agreed = {"yes": True, "no": False}.get(form.text("image_people_agreed"))
    return {
        **{name: form.text(name) or None for name in ("url", "note", "name")},
        "title": form.text("title"),
        "text": form.text("text"),
        "language": form.text("language"),
        "named": form.text("named") == "yes",
        "images": [{**image, "people_agreed": agreed}] if image["url"] else [],
    }


def _page(
    request: Request,
    visitor: Visitor,
    services: Services,
    typed: Mapping[str, str],
    told: list[str] | None = None,
) -> Response:
    found = services.proposals.of(visitor.ambassador_id)
    return render(
        request,
        visitor,
        "propose.html",
        status=422 if told else 200,
        typed=typed,
        troubles=told or [],
        languages=tuple(Language),
        proposals=[ProposalOut.of(one) for one in found],
    )
