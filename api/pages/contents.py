"""One content for an employee: read it, ask for drafts, edit them, copy."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from api.drafting import draft_for
from api.identity import ServicesDep
from api.pages.drafting_form import COUNTS, DraftingForm
from api.pages.forms import SentForm, troubles
from api.pages.messages import Messages, messages_in
from api.pages.route import PageRoute, status_of
from api.pages.shell import render
from api.pages.typography import typeset
from api.pages.visitor import EmployeeVisitor, Visitor, caller_of
from api.schemas.drafts import DraftsOut
from api.wiring import Services
from domain.content import ContentItem
from domain.errors import ModelMisbehaved, ModelUnavailable, NotFound, RequestInvalid
from domain.language import Language
from domain.links import tagged_link
from domain.platforms import Platform
from domain.purposes import Purpose
from storage.people import Person

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_OK: Final = 200


@dataclass(frozen=True, slots=True)
class Drafting:
    """A content and the person who is about to speak of it."""

    item: ContentItem
    person: Person
    form: DraftingForm


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking: drafts, or why there are none."""

    drafts: DraftsOut | None = None
    troubles: tuple[str, ...] = ()
    status: int = _OK


@router.get("/contents/{content_id}")
async def content(
    content_id: str, request: Request, visitor: EmployeeVisitor, services: ServicesDep
) -> Response:
    """Show a content and the form to ask for drafts."""
    drafting = await asyncio.to_thread(_open, services, visitor, content_id)
    return await asyncio.to_thread(_page, request, visitor, services, drafting, Answer())


@router.post("/contents/{content_id}")
async def ask(
    content_id: str,
    request: Request,
    visitor: EmployeeVisitor,
    services: ServicesDep,
    form: SentForm,
) -> Response:
    """Draft, and show what passed; what was typed is still there."""
    opened = await asyncio.to_thread(_open, services, visitor, content_id)
    drafting = Drafting(opened.item, opened.person, opened.form.filled(form))
    answer = await _answer(services, visitor, drafting)
    return await asyncio.to_thread(_page, request, visitor, services, drafting, answer)


async def _answer(services: Services, visitor: Visitor, drafting: Drafting) -> Answer:
    t = messages_in(visitor.language)
    try:
        asked = drafting.form.asked(drafting.item.content_id)
    except ValidationError as error:
        return Answer(troubles=tuple(troubles(error, t)), status=422)
    try:
        result = await draft_for(services, caller_of(visitor), asked)
    except (ModelUnavailable, ModelMisbehaved, RequestInvalid) as error:
        return Answer(troubles=(t(f"drafts.error.{error.code}"),), status=status_of(error))
    return Answer(DraftsOut.of(result))


def _open(services: Services, visitor: Visitor, content_id: str) -> Drafting:
    person = services.people.get(visitor.ambassador_id)
    item = services.contents.get(content_id)
    if not item.is_live(datetime.now(UTC)):
        raise NotFound(f"there is no content {content_id!r} to speak about now")
    return Drafting(item, person, DraftingForm.at_first(item, person.ambassador))


def _page(
    request: Request, visitor: Visitor, services: Services, drafting: Drafting, answer: Answer
) -> Response:
    rules = rule_names(services, visitor.language)
    return render(
        request,
        visitor,
        "content.html",
        status=answer.status,
        item=drafting.item,
        link=tagged_link(drafting.item),
        form=drafting.form,
        counted=drafting.person.purposes[Purpose.COLLECTIVE],
        answer=answer,
        languages=tuple(Language),
        platforms=tuple(Platform),
        counts=COUNTS,
        rules=rules,
        words=_words(messages_in(visitor.language)) | {"rules": rules},
    )


def rule_names(services: Services, language: Language) -> dict[str, str]:
    """Return what each clause is called, by its id."""
    clauses = services.guard.charter.charter.clauses
    said = {one.id: one.name.as_bilingual().in_language(language) for one in clauses}
    return {clause_id: typeset(name, language) for clause_id, name in said.items()}


def _words(t: Messages) -> dict[str, dict[str, str]]:
    """Return what the page's script says while somebody edits."""
    return {part: t.under(part) for part in ("drafts", "verdict", "severity", "grounding")}
