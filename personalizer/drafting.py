"""Drafts: an angle nobody has taken, a text, its review, and revisions until it passes.

A text leaves here only with a verdict of `allow` on exactly its characters, and only after it
was held against every colleague's and kept for its owner, in one step. What does not get that
far is withheld, with a reason that quotes none of it.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from domain.drafts import (
    Draft,
    DraftingResult,
    DraftRequest,
    FinishedDraft,
    Provenance,
    Reservation,
    VoiceFit,
    Withheld,
    summed,
)
from domain.errors import ModelMisbehaved, ModelUnavailable
from domain.language import Language
from domain.organization import Organization
from domain.people import Ambassador
from domain.ports import Comparer, Grounder, Reservations, Reviewer
from domain.review import Fingerprint
from domain.voice import VoiceCard
from personalizer.allotment import Allotment, Angles
from personalizer.authorship import Authors
from personalizer.card import card_for
from personalizer.defects import is_same, opening
from personalizer.examination import RETRIED, Examined, Examiner, Reason, circumstances_of
from personalizer.exemplars import exemplars
from personalizer.tips import tip
from personalizer.writing import Angle, Brief, NothingToSay, Writer, Written

VoiceMeasure = Callable[[str, Ambassador, Language], VoiceFit | None]
Progress = Callable[[str], None]
Sign = Callable[[Provenance, Draft, str], Provenance]

# The model keeps the same deadline, and learns from its own; a caller that leaves teaches nothing.
_GRACE = 0.2


def _nobody(stage: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafter:
    """Answers requests for drafts.

    `fallback` is the offline engine beside a model; without one, `writer` is the offline
    engine itself. `sign` vouches for where a draft came from. `max_revisions` bounds the
    revisions of a text, `max_angles` the angles tried for one draft, `max_rewordings` how often
    one is told in other words because a text was too near, `deadline_seconds` the time a model
    has for a whole request.
    """

    writer: Writer
    reviewer: Reviewer
    grounder: Grounder
    comparer: Comparer
    reservations: Reservations
    angles: Angles
    organization: Organization
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    fallback: Writer | None = None
    on_model_failure: Literal["offline", "error"] = "offline"
    voice: VoiceMeasure | None = None
    sign: Sign | None = None
    max_revisions: int = 2
    max_angles: int = 3
    max_rewordings: int = 0
    deadline_seconds: float = 60.0

    async def draft(
        self, request: DraftRequest, progress: Progress | None = None
    ) -> DraftingResult:
        """Return up to as many drafts as asked for, and why the others were withheld.

        `progress` is told the stage and the draft's number, "checking 1/3", never any text.
        Raises ModelUnavailable or ModelMisbehaved when no draft was made and the operator
        chose to be told, StorageUnavailable when nothing can be reserved.
        """
        if not request.content.is_live(self.clock()):
            return DraftingResult((), (Withheld(Reason.NOT_LIVE),) * request.count)
        card = card_for(request.ambassador, request.language)
        allotment = Allotment(request, self.reservations, self.angles)
        authors = self._authors(request)
        sitting = _Sitting(self, request, authors, card, progress or _nobody, allotment)
        for number in range(request.count):
            await sitting.add_draft(number)
        if sitting.authors.failure and not sitting.drafts and self.on_model_failure == "error":
            raise sitting.authors.failure from None
        return DraftingResult(tuple(sitting.drafts), tuple(sitting.withheld))

    def _authors(self, request: DraftRequest) -> Authors:
        if self.fallback is None or not request.allows_model:
            return Authors(self.fallback or self.writer, None, None)
        ends_at = asyncio.get_running_loop().time() + self.deadline_seconds + _GRACE
        second = self.fallback if self.on_model_failure == "offline" else None
        return Authors(self.writer, second, ends_at)


@dataclass(slots=True)
class _Sitting:
    """One request being answered: what was made so far, and which angles it used."""

    drafter: Drafter
    request: DraftRequest
    authors: Authors
    card: VoiceCard | None
    progress: Progress
    allotment: Allotment
    drafts: list[FinishedDraft] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    _own: list[Fingerprint] = field(default_factory=list)
    _used_by_second: list[Angle] = field(default_factory=list)

    async def add_draft(self, number: int) -> None:
        """Make one more draft, or note why not."""
        made = await self._on_some_angle(number, self.authors, self.allotment.used)
        second = self.authors.without_first()
        if isinstance(made, Withheld) and made.reason in RETRIED and second:
            # An angle that the model could not use is free for whoever can.
            made = await self._on_some_angle(number, second, self._used_by_second)
        if isinstance(made, FinishedDraft):
            self.drafts.append(made)
        else:
            self.withheld.append(made)

    async def _on_some_angle(
        self, number: int, authors: Authors, used: list[Angle]
    ) -> FinishedDraft | Withheld:
        last = Withheld(Reason.ANGLES_EXHAUSTED)
        for _ in range(self.drafter.max_angles):
            angle = await self.allotment.free_angle(used, (draft.angle for draft in self.drafts))
            if angle is None:
                break
            used.append(angle)
            made = await self._on_angle(angle, number, authors)
            if isinstance(made, FinishedDraft) or made.reason not in RETRIED:
                return made
            # That an angle has nothing to say hides no refusal of another one.
            last = last if made.reason == Reason.ANGLES_EXHAUSTED else made
        return last

    async def _on_angle(
        self, angle: Angle, number: int, authors: Authors
    ) -> FinishedDraft | Withheld:
        brief = self._brief(angle, number)
        made = await self._on_brief(brief, authors)
        for rewording in range(1, self.drafter.max_rewordings + 1):
            if isinstance(made, FinishedDraft) or made.reason != Reason.NEAR_DUPLICATE:
                break
            made = await self._on_brief(replace(brief, rewording=rewording), authors)
        return made

    def _brief(self, angle: Angle, number: int) -> Brief:
        request = self.request
        return Brief(
            request=request,
            angle=angle,
            organization=self.drafter.organization,
            exemplars=exemplars(
                request.ambassador.posts, request.content, request.language, form=angle.form
            ),
            card=self.card,
            variant=number,
        )

    async def _on_brief(self, brief: Brief, authors: Authors) -> FinishedDraft | Withheld:
        try:
            return await self._written_and_examined(brief, authors)
        except NothingToSay:
            return Withheld(Reason.ANGLES_EXHAUSTED)
        except (ModelUnavailable, ModelMisbehaved) as error:
            return Withheld(error.code)

    async def _written_and_examined(
        self, brief: Brief, authors: Authors
    ) -> FinishedDraft | Withheld:
        self._tell("writing", brief)
        author, written = await authors.write(brief)
        used = written.usage
        refusals: list[Examined] = []
        while True:
            self._tell("checking", brief)
            examined = await self._examine(brief, written)
            if isinstance(examined, Withheld):
                return examined
            if examined.passes:
                self._tell("reserving", brief)
                return await self._reserved(brief.angle, replace(written, usage=used), examined)
            refusals.append(examined)
            if examined.verdict.unexamined or len(refusals) > self.drafter.max_revisions:
                return examined.refused()
            self._tell("revising", brief)
            author, written = await authors.revise(author, brief, written.text, examined.objections)
            used = summed(used, written.usage)
            if any(is_same(written.text, before.draft.text) for before in refusals):
                return examined.refused()

    async def _examine(self, brief: Brief, written: Written) -> Examined | Withheld:
        request, drafter = self.request, self.drafter
        held = await self.allotment.held_by_others()
        if any(each.angle == brief.angle.key for each in held):
            return Withheld(Reason.ANGLES_EXHAUSTED)  # taken meanwhile: no other words help
        if self._opens_again(written):
            return Withheld(Reason.NEAR_DUPLICATE)
        circumstances = circumstances_of(
            request,
            drafter.organization,
            now=drafter.clock(),
            neighbours=tuple(each.fingerprint for each in held),
        )
        draft = Draft(written.text, request.language, request.platform)
        examiner = Examiner(drafter.reviewer, drafter.grounder, drafter.comparer)
        asked = written.prompt is not None
        return await examiner.examine(draft, circumstances, self._own, by_model=asked)

    async def _reserved(
        self, angle: Angle, written: Written, examined: Examined
    ) -> FinishedDraft | Withheld:
        request, drafter = self.request, self.drafter
        draft_id = drafter.new_id()
        voice = self._voice(written.text)
        advice = tip(examined.verdict, voice, written.text, self.card)
        provenance = self._provenance(written, examined, draft_id)
        # Nothing that may fail comes after this: what is held is given.
        nearness = await drafter.reservations.reserve(
            Reservation(
                reservation_id=draft_id,
                content_key=request.content.content_id,
                angle=angle.key,
                fingerprint=examined.fingerprint,
                owner=request.owner,
                ends_at=request.reservation_ends_at,
                instead_of=self.allotment.held_before(angle),
            ),
            drafter.comparer,
        )
        if nearness.is_taken:  # by somebody who asked at the same instant: another one is free
            return Withheld(Reason.ANGLES_EXHAUSTED)
        if nearness.is_near:
            return Withheld(Reason.NEAR_DUPLICATE)
        self._own.append(examined.beside_notes)
        return FinishedDraft(
            draft_id=draft_id,
            text=examined.draft.text,
            platform=examined.draft.platform,
            angle=angle.key,
            verdict=examined.verdict,
            provenance=provenance,
            nearness=nearness,
            reserved="yes" if request.keeps_fingerprint else "short",
            grounding=examined.grounding,
            voice=voice,
            tip=advice,
        )

    def _opens_again(self, written: Written) -> bool:
        """Tell whether another draft of this request opens with the same words."""
        mine = opening(written.text)
        return any(mine == opening(draft.text) for draft in self.drafts)

    def _provenance(self, written: Written, examined: Examined, draft_id: str) -> Provenance:
        drafter = self.drafter
        provenance = written.provenance(examined.verdict.charter, drafter.clock())
        sign = drafter.sign
        return sign(provenance, examined.draft, draft_id) if sign else provenance

    def _voice(self, text: str) -> VoiceFit | None:
        measure, request = self.drafter.voice, self.request
        return measure(text, request.ambassador, request.language) if measure else None

    def _tell(self, stage: str, brief: Brief) -> None:
        self.progress(f"{stage} {brief.variant + 1}/{self.request.count}")
