"""What the prompts of guardrails ask in fixed cases, for somebody who plays the model.

Whoever plays it reads the rendered prompts and nothing else. `python -m tests.guardrails.played
FOLDER` writes them; `… FOLDER --take WHO` takes the answers in.
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from domain.drafts import Draft
from domain.errors import ModelUnavailable
from domain.language import Language
from domain.ports import Answer, Message, StructuredModel
from domain.review import Circumstances, Source
from guardrails.charter import load_charter
from guardrails.judging import Judge
from guardrails.proposing import Proposal, propose_with, read_policy

FOLDER = Path(__file__).parent
REPLIES = FOLDER / "replies.json"
CHARTER = load_charter().charter
JUDGED = [clause for clause in CHARTER.clauses if clause.needs_judgement]


@dataclass(frozen=True, slots=True)
class Case:
    """A post, what is known of it, and the clauses it breaks."""

    case_id: str
    draft: Draft
    circumstances: Circumstances
    breaks: tuple[str, ...]


class Listening:
    """A model that keeps what it is asked, and answers nothing."""

    def __init__(self) -> None:
        self.heard: list[tuple[tuple[Message, ...], type[Any]]] = []

    async def answer(self, messages: Any, shape: Any, **options: Any) -> Answer[Any]:
        """Keep the question, and be away."""
        self.heard.append((tuple(messages), shape))
        raise ModelUnavailable("it only listens")


@cache
def cases() -> tuple[Case, ...]:
    """Return the posts to be judged."""
    data = json.loads((FOLDER / "cases.json").read_text(encoding="utf-8"))
    return tuple(_case(one) for one in data)


async def judged(case: Case, model: StructuredModel) -> Mapping[str, Any]:
    """Return what a judge says of a post, by clause."""
    return await Judge(model=model, name="played").judge(JUDGED, case.draft, case.circumstances)


async def proposed(language: Language, model: StructuredModel) -> Proposal:
    """Return what a model makes of our invented policy in one language."""
    policy = read_policy(FOLDER / f"policy.{language}.md")
    return await propose_with(model, policy, name="policy", language=language)


def asked() -> Iterator[tuple[str, tuple[Message, ...], type[Any]]]:
    """Yield every question: a name, what is asked, and the shape of the answer."""
    for case in cases():
        yield from _named(case.case_id, judged(case, listening := Listening()), listening)
    for language in Language:
        listening = Listening()
        yield from _named(f"policy-{language}", proposed(language, listening), listening)


def _named(
    name: str, asking: Any, listening: Listening
) -> Iterator[tuple[str, tuple[Message, ...], type[Any]]]:
    asyncio.run(asking)
    for number, (messages, shape) in enumerate(listening.heard, start=1):
        yield f"{name}.{number}", messages, shape


def _case(data: dict[str, Any]) -> Case:
    language = Language(data["language"])
    circumstances = Circumstances(
        now=datetime(2026, 11, 28, tzinfo=UTC),
        organization=CHARTER.company.as_organization(),
        source=Source(data["source"]),
        notes=tuple(data["notes"]),
        may_ask_model=True,
    )
    return Case(data["id"], Draft(data["text"], language), circumstances, tuple(data["breaks"]))
