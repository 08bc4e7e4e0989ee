"""Drafts: an angle nobody has taken, a text, its review, and revisions until it passes.

A text leaves here only with a verdict of `allow` on exactly its characters, and only after it
was held against every colleague's and kept for its owner, in one step. What does not get that
far is withheld, with a reason that quotes none of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from domain.drafts import Draft, DraftingResult, DraftRequest, FinishedDraft, Remark, Withheld
from domain.errors import ModelMisbehaved, ModelUnavailable
from domain.metering import Meter, metered
from domain.organization import Organization
from domain.ports import Comparer, Grounder, Reservations, Reviewer
from domain.review import Finding, Fingerprint
from domain.voice import VoiceCard
from personalizer.allotment import Allotment, Angles
from personalizer.authorship import EFFORT_OFFLINE, Authors, Effort, model_ends, request_ends
from personalizer.card import card_for
from personalizer.defects import is_same, opening
from personalizer.examination import (
    RETRIED,
    TOO_NEAR,
    Examined,
    Examiner,
    Reason,
    circumstances_of,
    may_be_told_apart,
)
from personalizer.finishing import Ready, Sign, VoiceMeasure
from personalizer.instructions import as_wished, understood
from personalizer.remarks import of_left_out, of_wishes
from personalizer.tips import tip, turn_of
from personalizer.writing import Angle, Brief, NothingToSay, Refused, Writer, Written

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafter:
    """Answers requests for drafts.

    `fallback` is the offline engine beside a model; without one, `writer` is the offline
    engine itself. `sign` vouches for where a draft came from. `max_revisions` bounds the
    revisions of a text, `max_angles` the angles tried for one draft, `max_rewordings` how often
    one is told in other words because a text was too near: by `writer`, and by `fallback`
    `fallback_effort`. `deadline_seconds` is the time that a model and judges have for a whole
    request, of which the model leaves the judges `judging_seconds`; `max_reviews` bounds the
    texts reviewed for each draft asked for. `grace_seconds` after the deadline no other angle is
    begun.
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
    fallback_effort: Effort = EFFORT_OFFLINE
    max_reviews: int = 30
    judging_seconds: float = 0.0
    deadline_seconds: float = 60.0
    grace_seconds: float = 10.0

    async def draft(
        self, request: DraftRequest, progress: Progress | None = None
    ) -> DraftingResult:
        """Return up to as many drafts as asked for, and why others were withheld.

        `progress` is told the stage and the draft's number, "checking 1/3", never any text.
        Raises ModelUnavailable or ModelMisbehaved when no draft was made and the operator
        chose to be told, StorageUnavailable when nothing can be reserved.
        """
        if request.is_held or not request.content.is_live(self.clock()):
            why = Reason.HELD if request.is_held else Reason.NOT_LIVE
            return DraftingResult((), (Withheld(why),) * request.count)
        request = understood(request)
        card = as_wished(card_for(request.ambassador, request.language), request.wishes)
        allotment = Allotment(request, self.reservations, self.angles)
        authors = self._authors(request)
        most, ends_at = self.max_reviews * request.count, request_ends(self.deadline_seconds)
        examiner = Examiner(
            self.reviewer, self.grounder, self.comparer, ends_at, most, self.grace_seconds
        )
        tell = progress or (lambda _: None)
        with metered() as meter:
            sitting = _Sitting(self, request, authors, card, tell, allotment, examiner, meter)
            for number in range(request.count):
                await sitting.add_draft(number)
        if authors.failure and self.on_model_failure == "error" and sitting.holds_failures_alone:
            raise authors.failure from None
        texts = [one.text for one in sitting.drafts]
        remarks = (*of_wishes(request, texts), *sitting.left_out)
        return DraftingResult(tuple(sitting.drafts), tuple(sitting.withheld), remarks)

    def _authors(self, request: DraftRequest) -> Authors:
        efforts = (Effort(self.max_angles, self.max_rewordings), self.fallback_effort)
        ends_at = model_ends(self.deadline_seconds, self.judging_seconds)
        authors = Authors.of(self.writer, self.fallback, efforts, ends_at, request)
        return authors if self.on_model_failure == "offline" else replace(authors, second=None)


@dataclass(slots=True)
class _Sitting:
    """One request being answered: what was made so far, and which angles it used."""

    drafter: Drafter
    request: DraftRequest
    authors: Authors
    card: VoiceCard | None
    progress: Progress
    allotment: Allotment
    examiner: Examiner
    meter: Meter
    drafts: list[FinishedDraft] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    _own: list[Fingerprint] = field(default_factory=list)
    _used_by_second: list[Angle] = field(default_factory=list)
    _refused: list[Refused] = field(default_factory=list)

    @property
    def holds_failures_alone(self) -> bool:
        """Tell whether nothing came of the request, and only because a model failed."""
        return not self.drafts and {one.reason for one in self.withheld}.isdisjoint(Reason)

    @property
    def left_out(self) -> tuple[Remark, ...]:
        """Return what of the notes no draft says because it was objected to."""
        return of_left_out(self.request, [one.text for one in self.drafts], self._refused)

    async def add_draft(self, number: int) -> None:
        """Make one more draft, or note why not."""
        made = await self._on_some_angle(number, self.authors, self.allotment.used)
        second = self.authors.without_first()
        if isinstance(made, Withheld) and made.reason in RETRIED and second:
            # An angle that the model could not use is free for whoever can.
            made = await self._on_some_angle(number, second, self._used_by_second)
        failed = self.authors.replaced()
        if isinstance(made, FinishedDraft):
            self.drafts.append(made)
        else:
            is_near = made.reason == Reason.NEAR_DUPLICATE and not self.drafts
            if is_near and await self.allotment.is_told_enough(self._used_by_second):
                made = Withheld(Reason.ANGLES_EXHAUSTED)
            account = self.meter.account()
            self.withheld.append(replace(made, usage=account, model_failure=failed))

    async def _on_some_angle(
        self, number: int, authors: Authors, used: list[Angle]
    ) -> FinishedDraft | Withheld:
        last = Withheld(Reason.ANGLES_EXHAUSTED)
        for tried in range(authors.effort.angles):
            angle = await self.allotment.free_angle(used, (draft.angle for draft in self.drafts))
            if angle is None or (tried and self.examiner.is_spent):
                break
            used.append(angle)
            made = await self._on_angle(angle, number, authors)
            if isinstance(made, FinishedDraft):
                return made
            if made.reason not in RETRIED:
                # What the charter said of another one tells more than that a model failed.
                return last if last.reason == Reason.CHARTER else made
            # That an angle has nothing to say hides no refusal of another one.
            last = last if made.reason == Reason.ANGLES_EXHAUSTED else made
        return last

    async def _on_angle(
        self, angle: Angle, number: int, authors: Authors
    ) -> FinishedDraft | Withheld:
        brief = self._brief(angle, number)
        made = await self._on_brief(brief, authors)
        for rewording in range(1, authors.effort.rewordings + 1):
            is_twin = isinstance(made, Withheld) and made.reason == Reason.NEAR_DUPLICATE
            if not is_twin or self.examiner.is_spent:
                break
            made = await self._on_brief(replace(brief, rewording=rewording), authors)
        return made

    def _brief(self, angle: Angle, number: int) -> Brief:
        return Brief(
            request=self.request,
            angle=angle,
            organization=self.drafter.organization,
            exemplars=None,  # the offline engine needs none
            card=self.card,
            variant=number,
            refused=tuple(self._refused),
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
        refusals: list[Examined] = []
        objections: tuple[Finding, ...]
        is_told_apart = False
        while True:
            self._tell("checking", brief)
            examined = await self._examine(brief, written)
            if isinstance(examined, Withheld):
                if is_told_apart or not may_be_told_apart(examined, written):
                    return examined
                is_told_apart, refusal, objections = True, examined, (TOO_NEAR,)
            elif examined.passes:
                self._tell("reserving", brief)
                return await self._reserved(brief.angle, written, examined)
            else:
                refusals.append(examined)
                refusal, objections = examined.refused(), examined.objections
                self._refused.append(Refused(written.text, objections))
                if examined.verdict.unexamined or len(refusals) > self.drafter.max_revisions:
                    return refusal
            self._tell("revising", brief)
            try:
                author, written = await authors.revise(author, brief, written.text, objections)
            except ModelMisbehaved:
                return refusal  # what was held against the text tells more
            if any(is_same(written.text, before.draft.text) for before in refusals):
                return refusal

    async def _examine(self, brief: Brief, written: Written) -> Examined | Withheld:
        request, drafter = self.request, self.drafter
        held = await self.allotment.held_by_others()
        if any(each.angle == brief.angle.key for each in held):
            return Withheld(Reason.ANGLES_EXHAUSTED)  # taken meanwhile: no other words help
        mine = opening(written.text, request.notes)
        if any(mine == opening(each.text, request.notes) for each in self.drafts):
            return self.examiner.twin()  # two of one request never open alike
        circumstances = circumstances_of(
            request,
            drafter.organization,
            now=drafter.clock(),
            neighbours=tuple(each.fingerprint for each in held),
        )
        draft = Draft(written.text, request.language, request.platform)
        asked = written.prompt is not None
        return await self.examiner.examine(draft, circumstances, self._own, by_model=asked)

    async def _reserved(
        self, angle: Angle, written: Written, examined: Examined
    ) -> FinishedDraft | Withheld:
        ready = self._ready(angle, written, examined)
        # Nothing that may fail comes after this: what is held is given.
        nearness = await self.drafter.reservations.reserve(
            ready.reservation(instead_of=self.allotment.held_before(angle), beside=self.drafts),
            self.drafter.comparer,
        )
        if nearness.is_taken:  # by somebody who asked at the same instant: another one is free
            return Withheld(Reason.ANGLES_EXHAUSTED)
        if nearness.is_near:
            return self.examiner.twin()
        self.meter.account()
        self._own.append(examined.beside_notes)
        return ready.finished(nearness)

    def _ready(self, angle: Angle, written: Written, examined: Examined) -> Ready:
        request, drafter = self.request, self.drafter
        draft_id, measure, sign = drafter.new_id(), drafter.voice, drafter.sign
        charter, paid = examined.verdict.charter, self.meter.paid
        provenance = written.provenance(charter, drafter.clock(), paid)
        voice = measure(written.text, request.ambassador, request.language) if measure else None
        return Ready(
            draft_id=draft_id,
            request=request,
            angle=angle,
            examined=examined,
            provenance=sign(provenance, examined.draft, draft_id) if sign else provenance,
            voice=voice,
            tip=tip(examined.verdict, voice, written.text, self.card, turn=turn_of(angle, request)),
        )

    def _tell(self, stage: str, brief: Brief) -> None:
        self.progress(f"{stage} {brief.variant + 1}/{self.request.count}")
