"""Changing the charter: another text is tried on its own examples, then put in force."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from api.identity import ServicesDep
from api.pages.contents import rule_names
from api.pages.forms import SentForm
from api.pages.messages import messages_in
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, Visitor
from api.wiring import Services
from domain.deeds import Action, Deed
from domain.errors import CharterInvalid, Conflict, NotFound, VersionStale
from guardrails.regression import Tried

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a text that was sent; `detail` says what is wrong with it, in their language."""

    key: str = ""
    detail: str = ""
    wrong: Sequence[Tried] = ()
    status: int = 200


@router.get("/charter/edit")
def editor(request: Request, visitor: Communicator, services: ServicesDep) -> Response:
    """Show the charter in force as it is written, and every version before it."""
    kept = services.charter.charters.newest()
    if kept is None:
        raise NotFound("there was never a charter")
    return _page(request, visitor, services, (kept.yaml, kept.digest), Told())


@router.post("/charter/edit")
def change(
    request: Request, visitor: Communicator, services: ServicesDep, form: SentForm
) -> Response:
    """Try a text on its own examples, or put it in force; nothing that was typed is lost."""
    written, replaces = f"{form.text('yaml')}\n", form.text("replaces")
    try:
        if form.text("act") == "put":
            _put(services, visitor, written, replaces)
            told = Told("charter_edit.put_done")
        else:
            wrong = services.charter.wrong_examples(written)
            told = Told("charter_edit.wrong" if wrong else "charter_edit.right", wrong=wrong)
    except CharterInvalid as error:
        told = Told("charter_edit.invalid", error.said.in_language(visitor.language), status=422)
    except (VersionStale, Conflict):
        told = Told("charter_edit.conflict", status=409)
    if told.key == "charter_edit.put_done":
        replaces = services.guard.charter.ref.digest
    return _page(request, visitor, services, (written, replaces), told)


def _put(services: Services, visitor: Visitor, written: str, replaces: str) -> None:
    if visitor.caller is None:
        raise NotFound("nobody is signed in")
    deed = Deed.of(visitor.caller, Action.CHARTER_PUT, "charter")
    services.charter.put(written, expected={replaces}, deed=deed)


def _page(
    request: Request,
    visitor: Visitor,
    services: Services,
    text: tuple[str, str],
    told: Told,
) -> Response:
    written, replaces = text
    return render(
        request,
        visitor,
        "charter_edit.html",
        status=told.status,
        told=told,
        message=messages_in(visitor.language)(told.key) if told.key else "",
        written=written,
        replaces=replaces,
        is_pinned=services.settings.charter is not None,
        versions=services.charter.charters.all(),
        rules=rule_names(services, visitor.language),
    )
