"""Cases that never change, rendered as each prompt version renders them.

Twenty are every version's; twenty more are disagreements, for the versions that know that form.
Most of them have a voice card, for the versions that are told one; the fifth drafting and the third
revising version are told all of it, and more of their authors' posts. What a revision is given is
a text of stock phrases, or, to the third version, for ten cases a draft spoiled at one place.
The seventh drafting and the fifth revising version are asked for forms that the content carries.

Whoever plays the model reads the rendered prompts and nothing else. `python -m
tests.personalizer.played FOLDER` writes them; `… FOLDER --take WHO` takes the answers in.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from domain.content import ContentItem
from domain.drafts import DraftRequest
from domain.language import Bilingual, Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.platforms import Platform
from domain.ports import Answer, Message
from domain.review import Finding, Severity, Span
from domain.voice import VoiceCard
from guardrails.facts.misuses import Facts
from personalizer.carried_forms import carried
from personalizer.model_writer import ModelWriter
from personalizer.prompts import load_prompt
from personalizer.writing import Angle, Brief, Form
from tests.builders import NOW, item, organization

FOLDER = Path(__file__).parent
REPLIES = FOLDER / "replies.json"
PROMPTS = (
    ("draft_post", 1),
    ("draft_post", 2),
    ("draft_post", 3),
    ("draft_post", 4),
    ("draft_post", 5),
    ("draft_post", 6),
    ("draft_post", 7),
    ("revise_post", 1),
    ("revise_post", 2),
    ("revise_post", 3),
    ("revise_post", 4),
    ("revise_post", 5),
)
CANDIDATES: tuple[tuple[str, int], ...] = ()
"""Versions that nobody has answered yet, or not often enough to be released."""


@dataclass(frozen=True, slots=True)
class Case:
    """One request that a model is asked to answer, with a draft of it that was objected to."""

    case_id: str
    brief: Brief
    flawed: str
    findings: tuple[Finding, ...]


@cache
def cases() -> tuple[Case, ...]:
    """Return the twenty cases of every version."""
    return tuple(_case(one) for one in _data("cases"))


@cache
def cases_of(prompt: tuple[str, int]) -> tuple[Case, ...]:
    """Return the cases of one version: with the forms it knows, and with cards if it is told."""
    front = load_prompt(*prompt).front
    own = (*cases(), *(_disagreements() if Form.DISAGREEMENT in front.also_knows else ()))
    if "habits" not in front.inputs:
        return own
    if "usual_words" not in front.inputs:
        return tuple(map(_with_card, own))
    voiced = tuple(_spoiled(_with_card(case, _read("voices"))) for case in own)
    if "manner" not in front.inputs:
        return voiced
    return tuple(replace(case, brief=carried(case.brief)) for case in voiced)


@cache
def mediocre_cases() -> tuple[Case, ...]:
    """Return the cases of the mediocre player, whose author has neither card nor old posts."""
    return tuple(_case(one) for one in _data("cases_mediocre"))


def _disagreements() -> Iterator[Case]:
    known = {one["id"]: one for one in _data("cases")}
    return (_case(known[one["of"]] | one) for one in _data("cases_disagreement"))


def _with_card(case: Case, voices: Mapping[str, Any] = MappingProxyType({})) -> Case:
    """Return a case with its author's card; `voices` have the rest of the card and more posts."""
    kept = _read("cards").get(case.case_id)
    if kept is None:
        return case
    request = case.brief.request
    kept |= voices.get("cards", {}).get(case.case_id, {})
    card = VoiceCard.from_data(kept | {"language": request.language})
    posts = (*request.ambassador.posts, *voices.get("posts", {}).get(case.case_id, ()))
    person = replace(request.ambassador, cards=(card,), posts=posts)
    request = replace(request, ambassador=person)
    return replace(case, brief=replace(case.brief, card=card, request=request, exemplars=posts))


def _spoiled(case: Case) -> Case:
    """Return a case with a draft in its author's voice that is wrong at a place, if one is kept."""
    kept = next((one for one in _data("cases_voiced") if one["id"] == case.case_id), None)
    if kept is None:
        return case
    return replace(case, flawed=kept["flawed"], findings=tuple(_findings(kept)))


def _data(name: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = _read(name)
    return data


def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


async def written(case: Case, prompt: tuple[str, int], model: Any) -> str:
    """Return the text that a model's answer to one case gives."""
    name, version = prompt
    loaded = load_prompt(name, version)
    if name == "revise_post":
        writer = ModelWriter(model, Facts(), revise_prompt=loaded)
        return (await writer.revise(case.brief, case.flawed, case.findings)).text
    return (await ModelWriter(model, Facts(), draft_prompt=loaded).write(case.brief)).text


class Listening:
    """A model that keeps what it is asked, and answers nothing."""

    def __init__(self) -> None:
        self.heard: tuple[Message, ...] = ()
        self.shape: type[Any] = object

    async def answer(self, messages: Any, shape: type[Any], **_options: Any) -> Answer[Any]:
        """Keep the question and leave."""
        self.heard, self.shape = tuple(messages), shape
        raise StopAsking


class StopAsking(Exception):
    """Nothing more needs to be asked."""


async def asked(case: Case, prompt: tuple[str, int]) -> Listening:
    """Return what a model is asked for one case."""
    model = Listening()
    try:
        await written(case, prompt, model)
    except StopAsking:
        return model
    raise AssertionError("nobody asked the model")


def _case(data: dict[str, Any]) -> Case:
    language = Language(data["language"])
    content = item(
        content_id=data["id"],
        title=data["title"],
        text=data["text"],
        url=data["url"],
        language=language,
    )
    start = content.text.index(data["focus"])
    focus = Span(start, start + len(data["focus"]))
    angle = Angle(f"{data['form']}:{start}", Form(data["form"]), focus)
    brief = Brief(
        request=_request(data, content, language),
        angle=angle,
        organization=organization(name="Tessonde"),
        exemplars=tuple(data["posts"]),
        variant=data["variant"],
    )
    return Case(data["id"], brief, data["flawed"], tuple(_findings(data)))


def _request(data: dict[str, Any], content: ContentItem, language: Language) -> DraftRequest:
    return DraftRequest(
        content=content,
        ambassador=Ambassador(
            languages=(language,),
            profile=ProfileMix.only(ProfileType(data["profile_type"])),
            never=tuple(data["never"]),
            posts=tuple(data["posts"]),
            name=data["author"],
            organization=data["organization"],
        ),
        language=language,
        platform=Platform(data["platform"]),
        notes=tuple(data["notes"]),
        owner=data["id"],
        consideration=data["consideration"],
        reservation_ends_at=NOW,
    )


def _findings(data: dict[str, Any]) -> Iterator[Finding]:
    for told in data["objections"]:
        message, passage = told["message"], told["passage"]
        start = data["flawed"].index(passage) if passage else 0
        yield Finding(
            rule="CH-00",
            check=told.get("check", "played"),
            severity=Severity.FIX,
            message=Bilingual(fr=message, en=message),
            span=Span(start, start + len(passage)) if passage else None,
            suggestion=told["suggestion"],
        )
