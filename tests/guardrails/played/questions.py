"""What the prompts of guardrails ask in fixed cases, for somebody who plays the model.

Whoever plays it reads the rendered prompts and nothing else. `python -m tests.guardrails.played
FOLDER` writes those that nobody answered yet; `… FOLDER --take WHO` takes the answers in.
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from domain.drafts import Draft
from domain.errors import CharterInvalid, ModelUnavailable
from domain.language import Language
from domain.ports import Answer, Message, StructuredModel
from domain.review import Circumstances, Source
from guardrails.charter import load_charter
from guardrails.judging import Judge
from guardrails.proposing import Paragraph, Proposal, propose_with, read_policy

FOLDER = Path(__file__).parent
REPLIES = FOLDER / "replies.json"
# Some of the questions again, as they are asked now: by ids with a mark behind them.
MARKED = FOLDER / "replies_marked.json"
CHARTER = load_charter().charter
JUDGED = [clause for clause in CHARTER.clauses if clause.needs_judgement]


@dataclass(frozen=True, slots=True)
class Case:
    """A post, what is known of it, and the clauses it breaks."""

    case_id: str
    draft: Draft
    circumstances: Circumstances
    breaks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """A short policy: each sentence with the clause it belongs to.

    A clause "-" examines nothing of it; None means that it asks nothing of posts.
    """

    policy_id: str
    language: Language
    lines: tuple[tuple[str | None, str], ...]

    def on(self, *topics: str | None) -> set[str]:
        """Return the sentences that belong to these clauses."""
        return {text for topic, text in self.lines if topic in topics}

    @property
    def demands(self) -> dict[str, str]:
        """Return the sentences that a clause examines, and which."""
        return {text: topic for topic, text in self.lines if topic and topic != "-"}


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


@cache
def policies() -> tuple[Policy, ...]:
    """Return the policies to be read line by line."""
    data = yaml.safe_load((FOLDER / "policies.yaml").read_text(encoding="utf-8"))
    return tuple(
        Policy(one["id"], Language(one["language"]), tuple((t, said) for t, said in one["lines"]))
        for one in data
    )


async def judged(case: Case, model: StructuredModel, mark: str = "") -> Mapping[str, Any]:
    """Return what a judge says of a post, by clause, asked by ids with that mark behind them."""
    judge = Judge(model=model, name="played", mark=mark)
    return await judge.judge(JUDGED, case.draft, case.circumstances)


async def proposed(language: Language, model: StructuredModel) -> Proposal:
    """Return what a model makes of our invented policy in one language."""
    policy = read_policy(FOLDER / f"policy.{language}.md")
    return await propose_with(model, policy, name="policy", language=language)


async def read_by(policy: Policy, model: StructuredModel) -> Proposal:
    """Return what a model makes of one of the short policies."""
    lines = [Paragraph(text, f"line {at}") for at, (_, text) in enumerate(policy.lines, start=1)]
    return await propose_with(model, lines, name=policy.policy_id, language=policy.language)


def asked() -> Iterator[tuple[str, tuple[Message, ...], type[Any]]]:
    """Yield every question: a name, what is asked, and the shape of the answer."""
    for case in cases():
        yield from _named(case.case_id, judged(case, listening := Listening()), listening)
    for language in Language:
        listening = Listening()
        yield from _named(f"policy-{language}", proposed(language, listening), listening)
    for policy in policies():
        listening = Listening()
        yield from _named(policy.policy_id, read_by(policy, listening), listening)


def _named(
    name: str, asking: Any, listening: Listening
) -> Iterator[tuple[str, tuple[Message, ...], type[Any]]]:
    with suppress(CharterInvalid):  # our lists alone may see nothing in a policy
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
