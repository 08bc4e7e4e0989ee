"""The loop that makes drafts, and what it must never let out."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest

from domain.drafts import Draft, GroundedSpan, Nearness, Reservation
from domain.errors import (
    StorageUnavailable,
)
from domain.ports import Comparer
from domain.review import Circumstances, Finding, Outcome, Severity, Span
from tests.builders import NOW, ambassador, draft_request, item
from tests.fakes import (
    InMemoryReservations,
    ScriptedReviewer,
    ScriptedWriter,
)
from tests.personalizer.workshop import (
    BAD,
    BAD_TOO,
    GOOD,
    OTHER,
    Workshop,
    finding,
    objecting,
    passage,
    reasons,
)

pytestmark = pytest.mark.anyio


async def test_a_text_that_passes_is_returned_with_its_evidence() -> None:
    workshop = Workshop(ScriptedWriter([GOOD]))
    result = await workshop.draft()
    (draft,) = result.drafts
    assert draft.text == GOOD
    assert draft.verdict.outcome is Outcome.ALLOW
    assert draft.provenance.engine == "scripted"
    assert draft.provenance.charter == "tests@1#000000000000"
    assert draft.provenance.generated_at == NOW
    assert len(draft.grounding) == 2
    assert (draft.reserved, draft.nearness.compared) == ("yes", 0)
    (held,) = workshop.reservations.held
    assert (held.reservation_id, held.angle, held.owner) == ("draft-1", draft.angle, "owner-1")
    assert result.withheld == ()


async def test_the_verdict_is_on_exactly_the_characters_returned() -> None:
    reviewer = ScriptedReviewer(objecting)
    workshop = Workshop(ScriptedWriter([BAD, BAD_TOO, GOOD]), reviewer=reviewer)
    (draft,) = (await workshop.draft()).drafts
    assert reviewer.shown[-1][0] == draft.text == GOOD
    assert draft.verdict.findings == ()


async def test_the_review_is_told_everything_it_depends_on() -> None:
    reviewer = ScriptedReviewer()
    author = ambassador(posts=("Un ancien post.",))
    await Workshop(ScriptedWriter([GOOD]), reviewer=reviewer).draft(
        ambassador=author, notes=("Une note.",), consideration="une carte cadeau"
    )
    circumstances = reviewer.shown[0][1]
    assert circumstances.source is not None
    assert circumstances.source.text == item().text
    assert circumstances.notes == ("Une note.",)
    assert circumstances.posts == ("Un ancien post.",)
    assert circumstances.author == "Inès Caradec"
    assert circumstances.consideration == "une carte cadeau"
    assert circumstances.neighbours == ()
    assert circumstances.now == NOW


async def test_a_revision_is_given_the_objections_and_not_the_remarks() -> None:
    def findings(text: str) -> Sequence[Finding]:
        return (*objecting(text), finding(Severity.WARN))

    writer = ScriptedWriter([BAD, GOOD])
    workshop = Workshop(writer, reviewer=ScriptedReviewer(findings))
    (draft,) = (await workshop.draft()).drafts
    ((revised, objections),) = writer.revised
    assert revised == BAD
    assert [finding.severity for finding in objections] == [Severity.FIX]
    assert [finding.severity for finding in draft.verdict.findings] == [Severity.WARN]


@pytest.mark.parametrize("most", [0, 1, 2, 4])
async def test_revisions_are_bounded(most: int) -> None:
    numbers = count()
    writer = ScriptedWriter([lambda _brief: f"FORBIDDEN-CANARY {next(numbers)}"])
    drafter = Workshop(writer).drafter(max_revisions=most, max_angles=1)
    result = await drafter.draft(draft_request())
    assert reasons(result) == ["charter"]
    assert len(writer.revised) == most


async def test_a_text_already_judged_is_not_judged_again() -> None:
    writer = ScriptedWriter([BAD, BAD_TOO, f" {BAD} "])
    drafter = Workshop(writer).drafter(max_revisions=5, max_angles=1)
    assert reasons(await drafter.draft(draft_request())) == ["charter"]
    assert len(writer.revised) == 2


@pytest.mark.parametrize("severity", [Severity.BLOCK, Severity.FIX, Severity.ASK])
async def test_what_is_withheld_quotes_no_word_of_the_draft(severity: Severity) -> None:
    def findings(text: str) -> Sequence[Finding]:
        return (finding(severity, text, Span(0, 5)), finding(severity, text, Span(6, 9)))

    workshop = Workshop(ScriptedWriter([BAD, BAD_TOO]), reviewer=ScriptedReviewer(findings))
    result = await workshop.draft()
    assert result.drafts == ()
    (withheld,) = result.withheld
    assert [finding.rule for finding in withheld.findings] == ["CH-99"]
    assert "CANARY" not in repr(result)
    assert all(one.span is None and one.suggestion is None for one in withheld.findings)


class Raising:
    """A reviewer and grounder that fails, naming the text."""

    async def review(self, draft: Draft, circumstances: Circumstances) -> Any:
        raise RuntimeError(draft.text)

    def ground(self, draft: Draft, circumstances: Circumstances) -> tuple[GroundedSpan, ...]:
        raise RuntimeError(draft.text)


@pytest.mark.parametrize("part", ["reviewer", "grounder"])
async def test_a_check_that_fails_lets_no_text_out(
    part: str, caplog: pytest.LogCaptureFixture
) -> None:
    broken: dict[str, Any] = {part: Raising()}
    workshop = Workshop(ScriptedWriter([GOOD]), **broken)
    result = await workshop.draft()
    assert result.drafts == ()
    assert reasons(result) == ["unexamined"]
    assert workshop.reservations.held == []
    assert "12 minutes" not in caplog.text
    assert "12 minutes" not in repr(result)


async def test_a_rule_that_was_not_examined_is_not_revised_away() -> None:
    writer = ScriptedWriter([GOOD])
    workshop = Workshop(writer, reviewer=ScriptedReviewer(unexamined=("CH-05",)))
    assert reasons(await workshop.draft()) == ["unexamined"]
    assert writer.revised == []


async def test_each_draft_of_a_request_stands_on_a_passage_of_its_own() -> None:
    result = await Workshop(ScriptedWriter([passage])).draft(count=3)
    assert len({draft.angle for draft in result.drafts}) == 3
    assert len({draft.text for draft in result.drafts}) == 3


async def test_the_variants_of_a_request_are_numbered() -> None:
    writer = ScriptedWriter([passage])
    await Workshop(writer).draft(count=3)
    assert [brief.variant for brief in writer.briefs] == [0, 1, 2]


@pytest.mark.parametrize("stages", range(1, 10))
async def test_a_request_called_off_at_any_stage_leaves_nothing_half_done(stages: int) -> None:
    workshop = Workshop(ScriptedWriter([passage]))
    told: list[str] = []

    def call_off(stage: str) -> None:
        told.append(stage)
        if len(told) == stages:
            task.cancel()

    task = asyncio.create_task(workshop.drafter().draft(draft_request(count=3), call_off))
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(workshop.reservations.held) == stages // 3 - (stages % 3 == 0)
    again = await workshop.draft(owner="owner-2")
    assert len(again.drafts) == 1


async def test_what_cannot_be_reserved_is_not_returned() -> None:
    @dataclass
    class Full(InMemoryReservations):
        async def reserve(self, reservation: Reservation, comparer: Comparer) -> Nearness:
            raise StorageUnavailable("the disk is full")

    with pytest.raises(StorageUnavailable):
        await Workshop(ScriptedWriter([GOOD]), reservations=Full()).draft()


async def test_content_under_embargo_or_expired_is_not_written_about() -> None:
    writer = ScriptedWriter([GOOD])
    result = await Workshop(writer).draft(content=item(expires_at=NOW), count=2)
    assert reasons(result) == ["not_live", "not_live"]
    assert writer.briefs == []


async def test_progress_tells_stages_and_no_text() -> None:
    told: list[str] = []
    workshop = Workshop(ScriptedWriter([BAD, GOOD, OTHER]))
    await workshop.drafter().draft(draft_request(count=2), told.append)
    first = ["writing 1/2", "checking 1/2", "revising 1/2", "checking 1/2", "reserving 1/2"]
    assert told == [*first, "writing 2/2", "checking 2/2", "reserving 2/2"]


async def test_a_fingerprint_kept_only_shortly_is_told_so() -> None:
    result = await Workshop(ScriptedWriter([GOOD])).draft(keeps_fingerprint=False)
    assert result.drafts[0].reserved == "short"
