"""Changing one clause of the charter: its words, its weight, its checks and its examples."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from api.identity import ServicesDep
from api.pages.charter_editor import LeavesClausesError, Told, in_force, put_in_force
from api.pages.forms import Form, SentForm
from api.pages.messages import messages_in
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, Visitor
from api.wiring import Services
from domain.errors import CharterInvalid, Conflict, NotFound, VersionStale
from domain.language import Language
from domain.review import Severity
from guardrails.clause_text import BLOCKS, SAID, ClauseText

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_SAID = tuple(f"{key}.{language.value}" for key in SAID for language in Language)


@dataclass(frozen=True, slots=True)
class Edited:
    """A clause as somebody has it before them, and the digest of the charter it came from."""

    clause: ClauseText
    typed: Mapping[str, str]
    replaces: str


@router.get("/charter/edit/{clause_id}")
def clause(
    clause_id: str, request: Request, visitor: Communicator, services: ServicesDep
) -> Response:
    """Show one clause of the charter in force, to be changed."""
    kept = in_force(services)
    found = _clause(kept.yaml, clause_id)
    said = {f"{key}.{one}": text for key in SAID for one, text in found.said(key).items()}
    typed = said | {key: found.source(key) for key in ("severity", *BLOCKS)}
    return _page(request, visitor, services, Edited(found, typed, kept.digest), Told())


@router.post("/charter/edit/{clause_id}")
def change(
    clause_id: str, request: Request, visitor: Communicator, services: ServicesDep, form: SentForm
) -> Response:
    """Try the clause on its own examples, or put the charter with it in force."""
    kept = in_force(services)
    replaces = form.text("replaces")
    edited = Edited(_clause(kept.yaml, clause_id), _typed(form), replaces)
    if kept.digest != replaces:
        told = Told("charter_edit.clause.conflict", status=409)
        return _page(request, visitor, services, edited, told)
    told = _told(services, visitor, edited, form)
    if told.key == "charter_edit.put_done":
        edited = Edited(edited.clause, edited.typed, in_force(services).digest)
    return _page(request, visitor, services, edited, told)


def _told(services: Services, visitor: Visitor, edited: Edited, form: Form) -> Told:
    clause_id = edited.clause.clause_id
    try:
        written = edited.clause.changed(edited.typed)
        if form.text("act") == "put":
            lost = put_in_force(services, visitor, written, edited.replaces, form.text("leave"))
            return Told("charter_edit.put_done", lost=lost)
        wrong = services.charter.wrong_examples(written, only=clause_id)
    except LeavesClausesError as error:
        return Told("charter_edit.leaves", lost=error.lost, status=422)
    except CharterInvalid as error:
        return Told("charter_edit.invalid", error.said.in_language(visitor.language), status=422)
    except (VersionStale, Conflict):
        return Told("charter_edit.clause.conflict", status=409)
    return Told("charter_edit.wrong" if wrong else "charter_edit.clause.right", wrong=wrong)


def _clause(text: str, clause_id: str) -> ClauseText:
    found = ClauseText(text, clause_id)
    if not found.parts:
        raise NotFound(f"there is no rule {clause_id!r} of the charter's own")
    return found


def _typed(form: Form) -> dict[str, str]:
    typed = {name: form.text(name) for name in (*_SAID, *BLOCKS)}
    return typed | {"severity": form.text("severity")}


def _shown_severity(edited: Edited) -> str:
    """Return the choice that was made, or the one in force where what was sent is none."""
    sent = edited.typed["severity"]
    return sent if sent in set(Severity) else edited.clause.source("severity")


def _page(
    request: Request, visitor: Visitor, services: Services, edited: Edited, told: Told
) -> Response:
    t = messages_in(visitor.language)
    return render(
        request,
        visitor,
        "charter_clause.html",
        status=told.status,
        told=told,
        message=t(told.key) if told.key else "",
        clause_id=edited.clause.clause_id,
        can_be_changed=edited.clause.can_be_changed,
        hindrance=edited.clause.hindrance,
        typed=edited.typed,
        severity=_shown_severity(edited),
        replaces=edited.replaces,
        said=SAID,
        blocks=BLOCKS,
        languages=tuple(Language),
        severities=tuple(Severity),
        is_pinned=services.settings.charter is not None,
    )
