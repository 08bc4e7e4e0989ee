"""The card of one's voice: what was read from one's posts, in figures and words one can change."""

import asyncio
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api import own_voice
from api.identity import ServicesDep
from api.pages.forms import Form, SentForm, number_of, troubles, uploaded
from api.pages.messages import messages_in
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import EmployeeVisitor, Visitor
from api.schemas.voice import VoiceIn
from api.wiring import Services
from domain.errors import RequestInvalid
from domain.language import Language
from domain.purposes import Purpose

router = APIRouter(route_class=PageRoute, include_in_schema=False)

NUMBERS: Final = ("sentence_words", "characters", "line_breaks", "commas")
CHOICES: Final = ("says_tu", "says_we")
LISTS: Final = ("first_words", "last_lines", "connectors", "emojis", "vocabulary", "never")
_SAVED: Final = frozenset({"yes", "posts"})
_ANSWERS: Final = {"yes": True, "no": False, "": None}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the last change."""

    saved: str = ""
    troubles: tuple[str, ...] = ()
    status: int = 200


@router.get("/voice")
def voice(
    request: Request, visitor: EmployeeVisitor, services: ServicesDep, saved: str = ""
) -> Response:
    """Show the visitor's cards, one per language they have one in."""
    return _page(request, visitor, services, Outcome(saved=saved if saved in _SAVED else ""))


@router.post("/voice")
def correct(
    request: Request, visitor: EmployeeVisitor, services: ServicesDep, form: SentForm
) -> Response:
    """Keep a corrected card, or forget the corrections so that the posts tell again."""
    language = next((one for one in Language if one == form.text("language")), None)
    if language is None:
        raise RequestInvalid("there is no such language", field="language")
    kept = services.people.get(visitor.ambassador_id).ambassador.cards
    cards: list[object] = [one.as_data() for one in kept if one.language is not language]
    if form.text("do") != "forget":
        cards.append(_sent(form, language))
    try:
        own_voice.correct(services, visitor.ambassador_id, VoiceIn.model_validate({"cards": cards}))
    except ValidationError as error:
        told = tuple(troubles(error, messages_in(visitor.language)))
        return _page(request, visitor, services, Outcome(troubles=told, status=422))
    return RedirectResponse("/voice?saved=yes", 303)


@router.post("/voice/archive")
async def bring(request: Request, visitor: EmployeeVisitor, services: ServicesDep) -> Response:
    """Read the visitor's posts out of their LinkedIn archive; nothing else of it is kept."""
    most = own_voice.LARGEST_ARCHIVE
    archive = await uploaded(request, visitor, "archive", most_bytes=most)
    try:
        kept = await asyncio.to_thread(own_voice.bring, services, visitor.ambassador_id, archive)
    except RequestInvalid:
        return await _not_brought(request, visitor, services, "voice.archive_refused")
    if not kept.brought:
        return await _not_brought(request, visitor, services, "voice.archive_empty")
    return RedirectResponse("/voice?saved=posts", 303)


async def _not_brought(
    request: Request, visitor: Visitor, services: Services, message: str
) -> Response:
    outcome = Outcome(troubles=(messages_in(visitor.language)(message),), status=422)
    return await asyncio.to_thread(_page, request, visitor, services, outcome)


def _sent(form: Form, language: Language) -> dict[str, object]:
    numbers = {name: number_of(form.text(name)) for name in NUMBERS if form.text(name)}
    choices = {name: _ANSWERS.get(form.text(name)) for name in CHOICES}
    lists = {name: form.lines(name) for name in LISTS}
    return {"language": language.value, **numbers, **choices, **lists}


def _page(request: Request, visitor: Visitor, services: Services, outcome: Outcome) -> Response:
    person = services.people.get(visitor.ambassador_id)
    return render(
        request,
        visitor,
        "voice.html",
        status=outcome.status,
        outcome=outcome,
        cards=own_voice.read(services, visitor.ambassador_id).cards,
        posts=len(person.ambassador.posts),
        keeps_voice=person.purposes[Purpose.VOICE],
        numbers=NUMBERS,
        choices=CHOICES,
        lists=LISTS,
    )
