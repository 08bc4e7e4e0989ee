"""A text to check, and the verdict on it."""

from typing import Annotated

from pydantic import Field

from api.schemas.base import (
    Answer,
    Body,
    Identifier,
    LongText,
    Note,
    Number,
    Said,
    Truth,
    Url,
    Word,
    with_example,
)
from api.schemas.presentation import PresentationOut
from api.schemas.usage import UsageOut
from domain.drafts import Draft, Usage
from domain.language import Language
from domain.platforms import Platform
from domain.review import Finding, Outcome, Repair, Severity, Source, Verdict

SourceBody = Annotated[str, Field(max_length=200_000)]


class SourceIn(Body):
    """The published content a text speaks about."""

    text: SourceBody
    title: Annotated[str, Field(max_length=1_000)] = ""
    url: Url | None = None
    authors: Annotated[tuple[Word, ...], Field(max_length=20)] = ()

    def as_source(self) -> Source:
        """Return it as the domain's own type."""
        return Source(self.text, self.title, self.url, self.authors)


class TextIn(Body):
    """A text and what its review depends on.

    `consideration` is what the author receives for posting, if anything; `draft_share` the
    share of an AI draft left unchanged, from 0 to 1; `draft_id` leaves the text's own
    reservation out of the comparison with colleagues' drafts, and says which content of the
    catalogue the text is held against where neither `content_id` nor `source` does.
    `ambassador_id` says whose text it is, and needs that person's grant: what they chose about
    language models holds for it, and their name and posts are theirs. `model` is the purpose
    of that name for this text alone: false, and no language model reads it, whatever anybody
    chose.
    """

    model_config = with_example(
        {
            "text": "I work at Tessonde. Registration for the workshop is on the public page.",
            "language": "en",
            "platform": "linkedin",
            "notes": [],
        }
    )

    text: LongText
    language: Language
    platform: Platform = Platform.LINKEDIN
    source: SourceIn | None = None
    content_id: Identifier | None = None
    draft_id: Identifier | None = None
    notes: Annotated[tuple[Note, ...], Field(max_length=20)] = ()
    consideration: Annotated[str, Field(max_length=500)] | None = None
    draft_share: Annotated[Number, Field(ge=0, le=1)] | None = None
    ambassador_id: Identifier | None = None
    model: Truth = True


class CheckIn(TextIn):
    """A text to check, and whether it is still being typed, or its author has finished it.

    A `live` text is read by rules alone, within milliseconds: no judge is asked, and what needs
    meaning is `degraded`. Send it without `live` when the author stops, where a judge is set.

    Of an employee who turned `collective` on, the rules that a `finished` text meets are counted
    for the insights, once a week each. What is still being typed is counted nowhere. A place to
    complete that a `finished` text still holds is a finding; before that it is where one goes on.
    """

    finished: Truth = False
    live: Truth = False


class FindingOut(Answer):
    """One place in the text (code points) that a clause objects to, or something missing.

    `repair` says what the suggestion is: a text to put in place of the span (`replace`), one to
    begin the post with (`add`), or what to do (`advise`); null without a suggestion.
    """

    rule: str
    check: str
    severity: Severity
    start: int | None
    end: int | None
    message: Said
    suggestion: str | None
    repair: Repair | None = None

    @classmethod
    def of(cls, finding: Finding) -> "FindingOut":
        """Return a finding as it is sent."""
        span = finding.span
        return cls(
            rule=finding.rule,
            check=finding.check,
            severity=finding.severity,
            start=span.start if span else None,
            end=span.end if span else None,
            message=Said.of(finding.message),
            suggestion=finding.suggestion,
            repair=finding.repair if finding.suggestion else None,
        )


class CharterOut(Answer):
    """Which charter a verdict was computed under."""

    id: str
    version: str
    digest: str


class VerdictOut(Answer):
    """What the charter says of a text, and how completely it was examined."""

    outcome: Outcome
    findings: list[FindingOut]
    degraded: list[str]
    unexamined: list[str]
    skipped: list[str]
    charter: CharterOut

    @classmethod
    def of(cls, verdict: Verdict) -> "VerdictOut":
        """Return a verdict as it is sent."""
        charter = verdict.charter
        return cls(
            outcome=verdict.outcome,
            findings=[FindingOut.of(finding) for finding in verdict.findings],
            degraded=list(verdict.degraded),
            unexamined=list(verdict.unexamined),
            skipped=list(verdict.skipped),
            charter=CharterOut(id=charter.id, version=charter.version, digest=charter.digest),
        )


class CheckOut(VerdictOut):
    """The verdict on a text, how its platform takes it, and what the judge's replies took.

    `usage` is null where none was paid for.
    """

    presentation: PresentationOut
    usage: UsageOut | None = None

    @classmethod
    def paid(cls, draft: Draft, verdict: Verdict, usage: Usage | None) -> "CheckOut":
        """Return the verdict on a text as it is sent, with what it took."""
        return cls(
            **dict(VerdictOut.of(verdict)),
            presentation=PresentationOut.of(draft.platform, draft.text),
            usage=UsageOut.of(usage),
        )
