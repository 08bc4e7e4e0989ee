"""What a person reads and writes of their own: drafts and signals."""

from datetime import datetime
from typing import Self

from pydantic import computed_field

from api.schemas.base import Answer, Body, Identifier, Said, with_example
from api.schemas.checks import FindingOut, VerdictOut
from api.withheld_words import kept_message
from domain.drafts import KeptDraft
from domain.language import Language
from domain.platforms import Platform
from domain.review import Verdict
from domain.signals import Signal


class OwnDraft(Answer):
    """One of one's own drafts, whose outcome is `allow` under the charter in force now."""

    id: str
    content_id: str
    text: str
    language: Language
    platform: Platform
    angle: str
    engine: str
    prepared: bool
    made_at: datetime
    ends_at: datetime
    verdict: VerdictOut

    @classmethod
    def of(cls, kept: KeptDraft, verdict: Verdict) -> Self:
        """Return a draft as it is sent to its owner."""
        return cls(
            id=kept.draft_id,
            content_id=kept.content_id,
            text=kept.text,
            language=kept.language,
            platform=kept.platform,
            angle=kept.angle,
            engine=kept.engine,
            prepared=kept.is_prepared,
            made_at=kept.made_at,
            ends_at=kept.ends_at,
            verdict=VerdictOut.of(verdict),
        )


class OwnDraftWithheld(Answer):
    """A draft that no longer passes, without a word of its text."""

    id: str
    content_id: str
    reason: str
    findings: list[FindingOut]

    @computed_field
    def message(self) -> Said:
        """Say the reason in words, and the remedy."""
        return Said.of(kept_message(self.reason))


class OwnDrafts(Answer):
    """One's own drafts, newest first, and those that no longer pass."""

    drafts: list[OwnDraft]
    withheld: list[OwnDraftWithheld]


class SignalIn(Body):
    """What one says of a content."""

    model_config = with_example({"content_id": "boucle-fermee-hall-essais", "signal": "kept"})

    content_id: Identifier
    signal: Signal


class Withdrawal(Body):
    """Which signal is taken back; `signal` may be sent along and changes nothing."""

    content_id: Identifier
    signal: Signal | None = None


class SignalsOut(Answer):
    """What one said of contents, by content id."""

    signals: dict[str, Signal]
