"""What becomes of a text that passed: held for its owner first, then given with all known of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.drafts import (
    Draft,
    DraftRequest,
    FinishedDraft,
    Nearness,
    Provenance,
    Reservation,
    VoiceFit,
)
from domain.language import Bilingual, Language
from domain.people import Ambassador
from personalizer.examination import Examined
from personalizer.writing import Angle

VoiceMeasure = Callable[[str, Ambassador, Language], VoiceFit | None]
Sign = Callable[[Provenance, Draft, str], Provenance]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A text that passed, with what is told of it once it is held."""

    draft_id: str
    request: DraftRequest
    angle: Angle
    examined: Examined
    provenance: Provenance
    voice: VoiceFit | None
    tip: Bilingual | None

    def reservation(
        self, *, instead_of: str | None, beside: Sequence[FinishedDraft]
    ) -> Reservation:
        """Return what is to be held: `instead_of` ends with it, `beside` stays."""
        return Reservation(
            reservation_id=self.draft_id,
            content_key=self.request.content.content_id,
            angle=self.angle.key,
            fingerprint=self.examined.fingerprint,
            owner=self.request.owner,
            ends_at=self.request.reservation_ends_at,
            instead_of=instead_of,
            beside=tuple(one.draft_id for one in beside),
        )

    def finished(self, nearness: Nearness) -> FinishedDraft:
        """Return the draft, once it is held."""
        return FinishedDraft(
            draft_id=self.draft_id,
            text=self.examined.draft.text,
            platform=self.examined.draft.platform,
            angle=self.angle.key,
            verdict=self.examined.verdict,
            provenance=self.provenance,
            nearness=nearness,
            reserved="yes" if self.request.keeps_fingerprint else "short",
            grounding=self.examined.grounding,
            voice=self.voice,
            tip=self.tip,
        )
