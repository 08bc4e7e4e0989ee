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
from api.pages.visitor import Communicator, Visitor, caller_of
from api.wiring import Services
from domain.deeds import Action, Deed
from domain.errors import CharterInvalid, Conflict, NotFound, VersionStale
from guardrails.charter import Clause
from guardrails.clause_text import clause_ids
from guardrails.problems import saying
from guardrails.regression import Tried
from storage.charters import KeptCharter

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a text that was sent; `detail` says what is wrong with it, in their language.

    `lost` are the clauses of the default charter that would be examined no more.
    """

    key: str = ""
    detail: str = ""
    wrong: Sequence[Tried] = ()
    lost: Sequence[Clause] = ()
    status: int = 200


def in_force(services: Services) -> KeptCharter:
    """Return the charter in force as it is kept. Raises NotFound when there never was one."""
    kept = services.charter.charters.newest()
    if kept is None:
        raise NotFound("there was never a charter")
    return kept


@router.get("/charter/edit")
def editor(
    request: Request, visitor: Communicator, services: ServicesDep, whole: str = ""
) -> Response:
    """Show the clauses to change, every version, and the `whole` text where it is asked for."""
    kept = in_force(services)
    return _page(request, visitor, services, (kept.yaml if whole else None, kept.digest), Told())


@router.get("/charter/file")
def file(_visitor: Communicator, services: ServicesDep, digest: str = "") -> Response:
    """Give the charter in force, or the version of that digest, as a file, to the byte."""
    versions = services.charter.charters.all()
    kept = next((one for one in versions if one.digest.startswith(digest)), None)
    if kept is None:
        raise NotFound("there was never such a charter")
    disposition = {"Content-Disposition": 'attachment; filename="charter.yaml"'}
    return Response(kept.yaml, media_type="application/yaml", headers=disposition)


@router.post("/charter/edit")
def change(
    request: Request, visitor: Communicator, services: ServicesDep, form: SentForm
) -> Response:
    """Try a text on its own examples, or put it in force; nothing that was typed is lost."""
    sent, replaces = form.uploaded("file"), form.text("replaces")
    typed = form.text("yaml")
    shown = f"{typed}\n" if "yaml" in form.data else None
    if not typed and not sent:
        told = Told("charter_edit.nothing", status=422)
        return _page(request, visitor, services, (shown, replaces), told)
    try:
        written = f"{typed}\n" if typed else _decoded(sent)
        if form.text("act") == "put":
            lost = put_in_force(services, visitor, written, replaces, form.text("leave"))
            told = Told("charter_edit.put_done", lost=lost)
        else:
            wrong = services.charter.wrong_examples(written)
            said = "charter_edit.wrong" if wrong else "charter_edit.right"
            told = Told(said, wrong=wrong, lost=services.charter.lost_by(written))
    except LeavesClausesError as error:
        # A file cannot be chosen for them again: its text stands in the page.
        told, shown = Told("charter_edit.leaves", lost=error.lost, status=422), written
    except CharterInvalid as error:
        told = Told("charter_edit.invalid", error.said.in_language(visitor.language), status=422)
    except (VersionStale, Conflict):
        told = Told("charter_edit.conflict", status=409)
    if told.key == "charter_edit.put_done":
        replaces = services.guard.charter.ref.digest
    return _page(request, visitor, services, (shown, replaces), told)


def _decoded(sent: bytes) -> str:
    try:
        return sent.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise CharterInvalid(saying("not_utf8", path="charter.yaml", error=error)) from error


class LeavesClausesError(Exception):
    """A text would leave clauses of the default charter unexamined that nobody agreed to leave."""

    def __init__(self, lost: Sequence[Clause]) -> None:
        super().__init__(", ".join(one.id for one in lost))
        self.lost = lost


def put_in_force(
    services: Services, visitor: Visitor, written: str, replaces: str, agreed: str
) -> Sequence[Clause]:
    """Put a text in force by somebody's deed, and return the clauses that it leaves behind.

    `agreed` are the ids of those that they know of. Raises LeavesClausesError when there are more,
    CharterInvalid, or VersionStale or Conflict when another one came first.
    """
    lost = services.charter.lost_by(written)
    if not {one.id for one in lost} <= {*agreed.split()}:
        raise LeavesClausesError(lost)
    deed = Deed.of(caller_of(visitor), Action.CHARTER_PUT, "charter")
    services.charter.put(written, expected={replaces}, deed=deed)
    return lost


def _page(
    request: Request,
    visitor: Visitor,
    services: Services,
    text: tuple[str | None, str],
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
        own=clause_ids(in_force(services).yaml),
        is_pinned=services.settings.charter is not None,
        versions=services.charter.charters.all(),
        rules=rule_names(services, visitor.language),
    )
