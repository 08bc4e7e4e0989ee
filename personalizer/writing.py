"""What a writer is given and gives back; the offline engine and the language model are two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.drafts import DraftRequest, PromptRef, Provenance, Usage
from domain.language import Language
from domain.organization import Organization
from domain.placeholders import placeholder
from domain.review import CharterRef, Finding, Span
from domain.voice import VoiceCard


class Form(StrEnum):
    """The shape a post takes around what it says."""

    LESSON = "lesson"
    QUESTION = "question"
    BEHIND_THE_SCENES = "behind_the_scenes"
    FIGURE = "figure"
    QUOTATION = "quotation"
    DISAGREEMENT = "disagreement"
    THANKS = "thanks"
    HOW_TO = "how_to"


@dataclass(frozen=True, slots=True)
class Angle:
    """One thing a content says and one way to say it; colleagues never share one.

    `key` is stable for a content's text ("figure:412" names form and place). `focus` points
    at the sentence of the content's text that carries the post, or `of_whole` at all of it: then
    the post names the content, and what it says beyond that is its author's.
    """

    key: str
    form: Form
    focus: Span
    of_whole: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that did not pass, and the findings that it would have had to answer."""

    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything a writer needs for one draft.

    `exemplars` are the author's own posts nearest in topic, None where whoever writes looks for
    them; `card` is how they write where it is known already; `variant` counts the drafts of
    one request from 0, so that each opens and is built differently. `rewording` counts the other
    wordings tried because a colleague's text was too near. `refused` are the texts of the same
    request that did not pass, with what was objected to: what stands there passes nowhere else.
    """

    request: DraftRequest
    angle: Angle
    organization: Organization
    exemplars: tuple[str, ...] | None = ()
    card: VoiceCard | None = None
    variant: int = 0
    rewording: int = 0
    refused: tuple[Refused, ...] = ()

    @property
    def employer(self) -> str:
        """The employer as the author or the charter says it; a mark to fill where nobody does."""
        said = (self.request.ambassador.organization or "").strip()
        return said or self.organization.name.strip() or self.unknown_employer

    @property
    def unknown_employer(self) -> str:
        """The mark that stands where no employer is known."""
        language = self.request.language
        french = language is Language.FRENCH
        return placeholder("votre employeur" if french else "your employer", language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text as its writer gave it, before any review."""

    text: str
    engine: str
    model: str | None = None
    prompt: PromptRef | None = None

    def provenance(self, charter: CharterRef, now: datetime, paid: Usage | None) -> Provenance:
        """Return where a text comes from that passed a charter; nobody signed it yet."""
        return Provenance(
            engine=self.engine,
            generated_at=now,
            charter=f"{charter.id}@{charter.version}#{charter.digest[:12]}",
            model=self.model,
            prompt=self.prompt,
            usage=paid,
        )


class NothingToSay(Exception):
    """Nothing of the content can carry a draft on this angle; another one may do better."""


class Writer(Protocol):
    """Writes a first text, and another one when the review objects."""

    async def write(self, brief: Brief) -> Written:
        """Return a text for a brief.

        Raises ModelUnavailable, ModelMisbehaved or NothingToSay; a half text is never returned.
        """
        ...

    async def revise(self, brief: Brief, text: str, findings: Sequence[Finding]) -> Written:
        """Return a text that answers the findings; never the same text again."""
        ...
