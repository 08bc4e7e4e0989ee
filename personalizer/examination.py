"""Examining one text: near-twins first, then the charter, and where each sentence comes from.

What cannot be examined has not passed. What is said of a text that did not pass names rules
and reasons, and quotes none of it.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.content import lack_alternative_text, questions_about
from domain.drafts import Draft, DraftRequest, GroundedSpan, Grounding, Withheld
from domain.language import Bilingual
from domain.organization import Organization
from domain.ports import Comparer, Grounder, Reviewer
from domain.review import (
    Circumstances,
    Finding,
    Fingerprint,
    Outcome,
    Severity,
    Source,
    Verdict,
)
from personalizer.writing import Written

log = logging.getLogger(__name__)

# Near-twins are not reviewed: so many of one request, and its content has nothing left to tell.
_MOST_TWINS = 60
# The offline engine leaves out no link: a first text and two revisions that fail by it tell that
# the charter refuses the content's own.
_MOST_REFUSED_BY_LINK = 3
# "You’ll find it here:" says nothing that another text would not.
_FEW_WORDS = 8
_REMARKS = frozenset({Severity.WARN})
_TOLD = frozenset({Grounding.SOURCE, Grounding.NOTE})
_OFF_CONTENT = Finding(
    rule="",
    check="off_content",
    severity=Severity.FIX,
    message=Bilingual(
        fr="Le texte ne dit rien de la source ni des notes : raconte le passage donné.",
        en="The text tells nothing of the source or the notes: tell the passage given.",
    ),
)

TOO_NEAR = Finding(
    rule="",
    check="too_near",
    severity=Severity.FIX,
    message=Bilingual(
        fr="Un autre texte sur cette source dit presque la même chose avec les mêmes mots : garde"
        " le passage et les notes, et dis-les autrement, dans un autre ordre, sans les autres faits"
        " de ce brouillon.",
        en="Another text about this source says nearly the same in the same words: keep the passage"
        " and the notes, and say them otherwise, in another order, without the other facts of"
        " this draft.",
    ),
)


class Reason(StrEnum):
    """Why a draft is withheld; a model's failure goes by the code of its error."""

    CHARTER = "charter"
    UNEXAMINED = "unexamined"
    NEAR_DUPLICATE = "near_duplicate"
    OFF_CONTENT = "off_content"
    ANGLES_EXHAUSTED = "angles_exhausted"
    NOT_LIVE = "not_live"
    HELD = "speaks_to_machine"


# Another angle may do better, or the offline engine; nothing else changes what these are about.
RETRIED = frozenset(
    {Reason.NEAR_DUPLICATE, Reason.CHARTER, Reason.OFF_CONTENT, Reason.ANGLES_EXHAUSTED}
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A text with everything that was found out about it.

    `beside_notes` is its fingerprint without what the employee said themselves. `is_off_content`
    says that a model's text tells nothing of the content or the notes, whatever the charter says.
    `by_model` says that a model wrote it.
    """

    draft: Draft
    fingerprint: Fingerprint
    beside_notes: Fingerprint
    verdict: Verdict
    grounding: tuple[GroundedSpan, ...]
    is_off_content: bool = False
    by_model: bool = False

    @property
    def passes(self) -> bool:
        """Tell whether the charter lets it go, and it tells something."""
        return self.verdict.outcome is Outcome.ALLOW and not self.is_off_content

    @property
    def objections(self) -> tuple[Finding, ...]:
        """Return what a revision has to answer.

        A model that rewrites a text anyway is shown the places of mere remarks as well, last.
        """
        off = (_OFF_CONTENT,) if self.is_off_content else ()
        found = (*objections(self.verdict), *off)
        remarks = (one for one in self.verdict.findings if one.severity in _REMARKS and one.span)
        return (*found, *remarks) if found and self.by_model else found

    def refused(self) -> Withheld:
        """Say why it did not pass, without a word of it."""
        if self.verdict.outcome is Outcome.ALLOW:
            return Withheld(Reason.OFF_CONTENT)
        return refusal(self.verdict)


@dataclass(slots=True)
class Examiner:
    """Holds texts against colleagues' drafts and the charter.

    `ends_at` is when nobody waits for a judge any more, in the time of the running loop, and
    `most_reviews` how many texts it reviews: what is not reviewed by then is unexamined. Rules
    wait for nobody, and are not cut off. `grace_seconds` later no further angle is tried.
    """

    reviewer: Reviewer
    grounder: Grounder
    comparer: Comparer
    ends_at: float
    most_reviews: int
    grace_seconds: float
    _reviews: int = 0
    _twins: int = 0
    _refused_by_link: int = 0

    @property
    def is_spent(self) -> bool:
        """Tell whether no further angle or wording is tried.

        It is late, all are near-twins, or the charter refuses the link that each of them has.
        """
        late = asyncio.get_running_loop().time() > self.ends_at + self.grace_seconds
        is_hopeless = self._refused_by_link >= _MOST_REFUSED_BY_LINK
        return late or is_hopeless or self._twins >= _MOST_TWINS

    def twin(self) -> Withheld:
        """Count a text that is too near another one, and say so."""
        self._twins += 1
        return Withheld(Reason.NEAR_DUPLICATE)

    async def examine(
        self,
        draft: Draft,
        circumstances: Circumstances,
        own: Sequence[Fingerprint],
        *,
        by_model: bool = False,
    ) -> Examined | Withheld:
        """Return what was found out, or why no more can be: a near-twin, or a check that fails.

        `own` are the fingerprints of the drafts already made for the same request, beside the
        notes: one's own words may stand in each of one's drafts, in no colleague's. A text
        written `by_model` has to tell something of the content or the notes.
        """
        try:
            fingerprint = self.comparer.fingerprint(draft, circumstances)
            beside_notes = self._beside_notes(fingerprint, draft, circumstances)
            if self._is_near(fingerprint, circumstances.neighbours or ()) or self._is_near(
                beside_notes, own
            ):
                return self.twin()
            if self._reviews >= self.most_reviews:
                log.warning("a draft was left unexamined after %d reviews", self._reviews)
                return Withheld(Reason.UNEXAMINED)
            self._reviews += 1
            async with asyncio.timeout_at(self.ends_at):
                verdict = await self.reviewer.review(draft, circumstances)
            grounding = self.grounder.ground(draft, circumstances)
        except Exception as error:  # noqa: BLE001 - whatever fails, the text has not passed
            # The message of the error could quote the draft; its class cannot.
            log.error("a draft could not be examined: %s", type(error).__name__)  # noqa: TRY400 - the same of a traceback
            return Withheld(Reason.UNEXAMINED)
        is_by_link = not by_model and _is_by_link(draft.text, circumstances.source, verdict)
        self._refused_by_link = self._refused_by_link + 1 if is_by_link else 0
        is_off = by_model and _TOLD.isdisjoint(one.status for one in grounding)
        return Examined(draft, fingerprint, beside_notes, verdict, grounding, is_off, by_model)

    def _is_near(self, mine: Fingerprint, others: Sequence[Fingerprint]) -> bool:
        return self.comparer.nearness(mine, others).is_near

    def _beside_notes(
        self, fingerprint: Fingerprint, draft: Draft, circumstances: Circumstances
    ) -> Fingerprint:
        if not circumstances.notes:
            return fingerprint
        said = replace(draft, text="\n".join(circumstances.notes))
        runs = set(self.comparer.fingerprint(said, circumstances).shingles)
        # A 0 is a break, which no run crosses.
        shingles = tuple(0 if run in runs else run for run in fingerprint.shingles)
        return replace(fingerprint, shingles=shingles)


def may_be_told_apart(refusal: Withheld, written: Written) -> bool:
    """Tell whether whoever wrote a near-twin can be told so: the offline engine rewords it."""
    return written.prompt is not None and refusal.reason == Reason.NEAR_DUPLICATE


def circumstances_of(
    request: DraftRequest,
    organization: Organization,
    *,
    now: datetime,
    neighbours: tuple[Fingerprint, ...],
) -> Circumstances:
    """Return what the review of a draft for this request depends on."""
    content = request.content
    return Circumstances(
        now=now,
        organization=organization,
        platform=request.platform,
        source=Source(
            content.text,
            content.title,
            content.url,
            content.authors,
            is_public=not content.is_inline,
        ),
        notes=request.notes,
        posts=request.ambassador.posts,
        author=request.ambassador.name,
        consideration=request.consideration,
        draft_share=1.0,  # nobody but the writer has touched it yet
        neighbours=neighbours,
        lacks_alternative_text=lack_alternative_text(content.images),
        image_questions=questions_about(content.images),
        may_ask_model=request.allows_model,
    )


def refusal(verdict: Verdict) -> Withheld:
    """Say why a verdict lets nothing go, without a word of the text."""
    reason = Reason.UNEXAMINED if verdict.unexamined else Reason.CHARTER
    told = {(each.rule, each.check, each.severity): each for each in objections(verdict)}
    return Withheld(reason, tuple(_without_text(finding) for finding in told.values()))


def objections(verdict: Verdict) -> tuple[Finding, ...]:
    """Return what a revision has to answer: remarks may stay."""
    return tuple(finding for finding in verdict.findings if finding.severity not in _REMARKS)


def _is_by_link(text: str, source: Source | None, verdict: Verdict) -> bool:
    """Tell whether something in the source's link is objected to, or the few words around it."""
    url = source.url if source is not None else None
    if not url or (start := text.rfind(url)) < 0:
        return False
    end = start + len(url)
    spans = [finding.span for finding in objections(verdict) if finding.span is not None]
    near = [one for one in spans if one.start < end and start < one.end]
    return any(
        len(f"{text[one.start : start]} {text[end : one.end]}".split()) <= _FEW_WORDS
        for one in near
    )


def _without_text(finding: Finding) -> Finding:
    # A finding's own message may quote the place it objects to.
    return Finding(
        rule=finding.rule,
        check=finding.check,
        severity=finding.severity,
        message=Bilingual(
            fr=f"Le texte ne respectait pas la règle {finding.rule} de la charte.",
            en=f"The text did not keep rule {finding.rule} of the charter.",
        ),
    )
