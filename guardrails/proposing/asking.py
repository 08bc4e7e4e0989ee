"""Asking a model what a written policy demands: a released prompt, a few passages at a time.

What it answers is a suggestion like any other text from outside: `vetting` believes none of it.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from domain.errors import ModelMisbehaved, ModelUnavailable
from domain.language import Language
from domain.ports import Message, StructuredModel
from domain.segmentation import sentences
from guardrails.charter import Charter
from guardrails.injection import scan_words
from guardrails.prompting import fenced, read_prompt
from guardrails.proposing.documents import Paragraph

PROMPT = Path(__file__).parent / "prompts" / "propose_clauses.v1.md"

_MOST_CHARACTERS = 4_000  # of one question's passages
_AT_ONCE = 4


class Wire(BaseModel):
    """A part of the model's answer."""

    model_config = ConfigDict(extra="forbid")


class InBoth(Wire):
    """One text in both languages."""

    fr: str
    en: str


class SuggestedClause(Wire):
    """What the model says of one sentence."""

    sentence: str
    topic: str
    terms: list[str]
    name: InBoth
    translation: str
    breaks: InBoth
    keeps: InBoth


class SuggestedClauses(Wire):
    """The shape of a model's answer."""

    clauses: list[SuggestedClause]


@dataclass(frozen=True, slots=True)
class Heard:
    """Some paragraphs, and what the model suggests for them; None when it did not answer."""

    paragraphs: tuple[Paragraph, ...]
    suggested: tuple[SuggestedClause, ...] | None


async def suggestions(
    model: StructuredModel, paragraphs: Sequence[Paragraph], default: Charter, language: Language
) -> list[Heard]:
    """Ask about all paragraphs, in order; whatever fails is told by a None, never raised."""
    places = asyncio.Semaphore(_AT_ONCE)

    async def ask(some: tuple[Paragraph, ...]) -> Heard:
        messages = question(some, default, language)
        try:
            async with places:
                answer = await model.answer(messages, SuggestedClauses, temperature=0.0, seed=0)
        except (ModelUnavailable, ModelMisbehaved):
            return Heard(some, None)
        return Heard(some, tuple(answer.value.clauses))

    return await asyncio.gather(*(ask(some) for some in groups(paragraphs)))


def question(
    paragraphs: Sequence[Paragraph], default: Charter, language: Language
) -> tuple[Message, ...]:
    """Return the messages that ask about these paragraphs."""
    topics = (
        fenced(f"{one.id}: {one.statement.as_bilingual().in_language(language)}", "topic")
        for one in default.clauses
    )
    passages = (fenced(text, "passage") for one in paragraphs if (text := readable(one)))
    values = {"topics": "\n".join(topics), "passages": "\n".join(passages)}
    return read_prompt(PROMPT).filled(language, values)


def readable(paragraph: Paragraph) -> str:
    """Return a paragraph without the sentences that speak to a machine."""
    return " ".join(one for one in sentences(paragraph.text) if not scan_words(one))


def groups(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """Yield paragraphs that go into one question, in order; one too long goes alone."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and sum(len(one.text) for one in (*group, paragraph)) > _MOST_CHARACTERS:
            yield tuple(group)
            group = []
        group.append(paragraph)
    if group:
        yield tuple(group)
