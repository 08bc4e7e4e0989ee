"""A drafter with everything it needs, and what it left behind."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from domain.content import ContentItem
from domain.drafts import DraftingResult
from domain.language import Bilingual, Language
from domain.people import Ambassador
from domain.review import Finding, Severity, Span
from domain.segmentation import sentence_bounds
from guardrails.checks.near_duplicates import NearDuplicates
from personalizer.drafting import Drafter
from personalizer.writing import Angle, Brief, Form
from tests.builders import NOW, draft_request, organization
from tests.fakes import InMemoryReservations, ScriptedReviewer, ScriptedWriter, SentenceGrounder

COMPARER = NearDuplicates(key=b"a secret of the tests")
GOOD = "Je travaille chez Ardemont. Le réglage prend désormais 12 minutes au lieu de 40."
OTHER = "Trois équipes ont suivi la formation, deux jours durant. Je travaille chez Ardemont."
BAD = "Je travaille chez Ardemont. FORBIDDEN-CANARY, et rien que cela."
BAD_TOO = "Encore FORBIDDEN-CANARY, tourné autrement, par quelqu’un d’Ardemont."


def angles(content: ContentItem, _author: Ambassador, _language: Language) -> Sequence[Angle]:
    """Return one angle per sentence of the content."""
    bounds = sentence_bounds(content.text)
    return [Angle(f"lesson:{start}", Form.LESSON, Span(start, end)) for start, end in bounds]


def passage(brief: Brief) -> str:
    """Write what the brief's own angle stands on."""
    focus = brief.angle.focus
    return f"Je travaille chez Ardemont. {brief.request.content.text[focus.start : focus.end]}"


def objecting(text: str) -> Sequence[Finding]:
    """Object to one word, and quote the text in doing so."""
    at = text.find("FORBIDDEN")
    if at < 0:
        return ()
    return (finding(Severity.FIX, text, Span(at, at + 9)),)


def finding(severity: Severity, text: str = "", span: Span | None = None) -> Finding:
    message = Bilingual(fr=f"Non : {text}", en=f"No: {text}")
    return Finding(
        rule="CH-99", check="tests", severity=severity, message=message, span=span, suggestion=text
    )


@dataclass
class Workshop:
    """Everything a drafter needs, with what it left behind."""

    writer: ScriptedWriter
    fallback: ScriptedWriter | None = None
    reviewer: Any = field(default_factory=lambda: ScriptedReviewer(objecting))
    grounder: Any = field(default_factory=SentenceGrounder)
    reservations: Any = field(default_factory=InMemoryReservations)

    def drafter(self, **settings: Any) -> Drafter:
        numbers = count(1)
        return Drafter(
            writer=self.writer,
            fallback=self.fallback,
            reviewer=self.reviewer,
            grounder=self.grounder,
            comparer=COMPARER,
            reservations=self.reservations,
            organization=organization(),
            clock=lambda: NOW,
            new_id=lambda: f"draft-{next(numbers)}",
            **{"angles": angles} | settings,
        )

    async def draft(self, **fields: Any) -> DraftingResult:
        return await self.drafter().draft(draft_request(**fields))


def reasons(result: DraftingResult) -> list[str]:
    return [str(withheld.reason) for withheld in result.withheld]
