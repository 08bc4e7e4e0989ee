"""Embargo: nothing about an announcement before its hour."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.mentions import Families, mentions
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.unpublished import told_of

# Not until when: that is told by the content itself, to those who may read it.
_UNPUBLISHED = Objection(
    Bilingual(
        fr="Ce texte parle d'un contenu qui attend son annonce publique.",
        en="This text speaks of a content that waits for its public announcement.",
    ),
    Bilingual(
        fr="Attendez l'annonce publique, puis citez-la.",
        en="Wait for the public announcement, then cite it.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderEmbargo:
    """Report each mention of a topic or a content that is still under embargo.

    `families` are groups of words, of both languages, that name the same thing.
    """

    kind: ClassVar[str] = "embargo"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    families: Families = ()

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per sentence and topic, and per trace of a content that waits."""
        embargoes = circumstances.organization.embargoes
        until = {one.topic: one.until for one in embargoes if circumstances.now < one.until}
        spans: dict[Span, datetime] = {}
        for topic, span in mentions(reading, tuple(until), self.families):
            # One topic may be listed in both languages: the place is told of once.
            spans[span] = max(until[topic], spans.get(span, until[topic]))
        for span, instant in spans.items():
            zone = circumstances.organization.time_zone
            yield _objection(instant, zone).at(span, by=self, reading=reading)
        for place in dict.fromkeys(told_of(reading, circumstances, self.families)):
            yield _UNPUBLISHED.at(place, by=self, reading=reading)


def _objection(until: datetime, zone: str | None) -> Objection:
    until = until.astimezone(ZoneInfo(zone)) if zone else until
    told = f"({zone})" if zone else "UTC"
    return Objection(
        Bilingual(
            fr=f"Ce sujet est sous embargo jusqu'au {until:%d/%m/%Y à %H:%M} {told}.",
            en=f"This topic is under embargo until {until:%Y-%m-%d %H:%M} {told}.",
        ),
        Bilingual(
            fr=f"Attendez le {until:%d/%m/%Y à %H:%M} {told}, puis citez l'annonce publique.",
            en=f"Wait until {until:%Y-%m-%d %H:%M} {told}, then cite the public announcement.",
        ),
    )
