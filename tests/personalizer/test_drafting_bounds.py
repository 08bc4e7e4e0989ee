"""What one request may take: the time of judges, reviews, and what its calls cost."""

import asyncio
import contextlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest

from domain.drafts import Draft, Usage
from domain.errors import ModelMisbehaved, ModelUnavailable, PromptTooLong
from domain.metering import metered
from domain.review import Circumstances, Finding, Severity, Span, Verdict
from guardrails.charter import load_charter
from guardrails.facts.misuses import Facts
from guardrails.guard import Guard
from guardrails.judged import JudgedGuard
from guardrails.judging import Judge
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.authorship import Effort
from personalizer.model_writer import ModelWriter
from personalizer.offline.engine import OfflineWriter
from personalizer.writing import Brief
from tests.builders import draft_request, item, organization
from tests.fakes import ScriptedModel, ScriptedReviewer, ScriptedWriter
from tests.personalizer.workshop import (
    BAD,
    GOOD,
    OTHER,
    Workshop,
    finding,
    objecting,
    passage,
    reasons,
)

pytestmark = pytest.mark.anyio


@dataclass
class Judging:
    """A reviewer that waits for a judge, and counts how often it was asked."""

    seconds: float
    asked: int = 0

    async def review(self, draft: Draft, circumstances: Circumstances) -> Verdict:
        """Return what the rules say, after the judge."""
        self.asked += 1
        await asyncio.sleep(self.seconds)
        return await ScriptedReviewer(objecting).review(draft, circumstances)


def always_bad() -> ScriptedWriter:
    numbers = count()
    return ScriptedWriter([lambda _brief: f"{BAD} {next(numbers)}"])


async def test_a_judge_that_hangs_costs_one_deadline_and_what_it_did_not_read_is_withheld() -> None:
    workshop = Workshop(ScriptedWriter([passage]), reviewer=Judging(30))
    began = time.monotonic()
    result = await workshop.drafter(deadline_seconds=0.2).draft(draft_request(count=5))
    assert time.monotonic() - began < 5
    assert reasons(result) == ["unexamined"] * 5
    assert workshop.reservations.held == []


async def test_a_judge_in_time_lets_drafts_pass() -> None:
    workshop = Workshop(ScriptedWriter([passage]), reviewer=Judging(0.001))
    assert len((await workshop.drafter().draft(draft_request(count=3))).drafts) == 3


async def test_the_model_leaves_the_judge_time_to_read() -> None:
    model = ScriptedWriter([GOOD], pause_seconds=30)
    workshop = Workshop(model, ScriptedWriter([passage], engine="offline"), Judging(0.01))
    drafter = workshop.drafter(deadline_seconds=1.0, judging_seconds=0.5)
    (draft,) = (await drafter.draft(draft_request())).drafts
    assert draft.provenance.engine == "offline"


async def test_rules_that_wait_for_nobody_are_not_cut_off() -> None:
    model = ScriptedWriter([GOOD], pause_seconds=30)
    workshop = Workshop(model, ScriptedWriter([passage], engine="offline"))
    result = await workshop.drafter(deadline_seconds=0.05).draft(draft_request(count=3))
    assert len(result.drafts) == 3


async def test_reviews_are_bounded_for_each_draft_asked_for() -> None:
    judging = Judging(0.0)
    workshop = Workshop(always_bad(), always_bad(), judging)
    result = await workshop.drafter(max_reviews=4).draft(draft_request(count=3))
    assert judging.asked == 12
    assert "unexamined" in reasons(result)


ADDRESS = "https://ardemont.example/FORBIDDEN"


async def test_a_link_that_the_charter_refuses_ends_a_request_after_three_texts() -> None:
    judging = Judging(0.0)
    texts = (f"Un texte, {number} fois. {ADDRESS}" for number in count())
    offline = ScriptedWriter([lambda _brief: next(texts)], engine="offline")
    drafter = Workshop(offline, reviewer=judging).drafter(max_angles=20)
    request = draft_request(content=item(url=ADDRESS), allows_model=False)
    assert reasons(await drafter.draft(request)) == ["charter"]
    assert judging.asked == 3


async def test_a_sentence_that_only_brings_in_a_refused_link_ends_a_request_as_well() -> None:
    def whole(text: str) -> Sequence[Finding]:
        at = text.index("À lire ici")
        return (finding(Severity.FIX, text, Span(at, len(text))),)

    texts = (f"Un texte, {number} fois. À lire ici : {ADDRESS}" for number in count())
    offline = ScriptedWriter([lambda _brief: next(texts)], engine="offline")
    reviewer = ScriptedReviewer(whole)
    drafter = Workshop(offline, reviewer=reviewer).drafter(max_angles=20)
    request = draft_request(content=item(url=ADDRESS), allows_model=False)
    assert reasons(await drafter.draft(request)) == ["charter"]
    assert len(offline.briefs) == 1, "no other angle was begun"


async def test_what_is_refused_beside_the_link_is_told_on_another_angle() -> None:
    judging = Judging(0.0)
    workshop = Workshop(always_bad(), reviewer=judging)
    drafter = workshop.drafter(max_angles=3)
    await drafter.draft(draft_request(content=item(url=ADDRESS)))
    assert judging.asked == 9


TRIED = Effort(angles=20, rewordings=20)


async def test_near_twins_are_bounded_for_a_whole_request() -> None:
    workshop = Workshop(ScriptedWriter([GOOD]), ScriptedWriter([GOOD], engine="offline"))
    await workshop.draft(owner="a colleague", allows_model=False)
    assert workshop.fallback is not None
    workshop.fallback.briefs.clear()
    drafter = workshop.drafter(fallback_effort=TRIED)
    result = await drafter.draft(draft_request(owner="me", count=2, allows_model=False))
    assert reasons(result) == ["near_duplicate"] * 2
    assert len(workshop.fallback.briefs) == 61


async def test_past_its_time_a_request_tries_one_text_for_each_draft() -> None:
    workshop = Workshop(ScriptedWriter([GOOD]), ScriptedWriter([GOOD], engine="offline"))
    await workshop.draft(owner="a colleague", allows_model=False)
    assert workshop.fallback is not None
    workshop.fallback.briefs.clear()
    workshop.fallback.pause_seconds = 0.3
    drafter = workshop.drafter(fallback_effort=TRIED, deadline_seconds=0.01, grace_seconds=0.0)
    result = await drafter.draft(draft_request(owner="me", count=3, allows_model=False))
    assert reasons(result) == ["near_duplicate"] * 3
    assert len(workshop.fallback.briefs) == 3


async def test_others_are_answered_while_the_offline_engine_writes() -> None:
    request = draft_request()
    angle = angles_of(request.content, request.ambassador, request.language)[0]
    asked = Brief(request=request, angle=angle, organization=organization())
    writing = asyncio.ensure_future(OfflineWriter(length_on).write(asked))
    await asyncio.sleep(0)
    assert not writing.done()
    assert "Ardemont" in (await writing).text


USAGE = Usage(10, 5)


def by_model(*answers: Any) -> ModelWriter:
    answered = [each if isinstance(each, Exception) else {"text": each} for each in answers]
    return ModelWriter(ScriptedModel(answered), Facts())


async def test_what_a_model_took_for_nothing_is_told_with_the_offline_draft() -> None:
    workshop = Workshop(by_model(" ", " "), ScriptedWriter([GOOD], engine="offline"))  # type: ignore[arg-type]  # a writer
    result = await workshop.draft()
    (draft,) = result.drafts
    assert (draft.provenance.engine, draft.provenance.usage) == ("offline", USAGE + USAGE)
    assert result.usage == USAGE + USAGE


async def test_what_was_paid_before_a_model_went_down_is_told() -> None:
    workshop = Workshop(by_model(" ", ModelUnavailable("down")), ScriptedWriter([GOOD]))  # type: ignore[arg-type]  # a writer
    assert (await workshop.draft()).usage == USAGE


async def test_what_was_paid_before_a_prompt_was_too_long_is_told() -> None:
    asked = draft_request()
    angle = angles_of(asked.content, asked.ambassador, asked.language)[0]
    brief = Brief(request=asked, angle=angle, organization=organization())
    for last, paid in ((GOOD, USAGE + USAGE), (ModelUnavailable("down"), USAGE)):
        with contextlib.suppress(ModelUnavailable), metered() as meter:
            await by_model(" ", PromptTooLong("too long"), last).write(brief)
        assert meter.paid == paid


@dataclass
class Hanging:
    """A model that answers once with nothing, and never again."""

    scripted: ScriptedModel = field(default_factory=lambda: ScriptedModel([{"text": " "}]))

    async def answer(self, *asked: Any, **options: Any) -> Any:
        """Answer, or hang."""
        if self.scripted.asked:
            await asyncio.sleep(30)
        return await self.scripted.answer(*asked, **options)


async def test_what_was_paid_for_a_text_that_the_deadline_cut_off_is_told() -> None:
    workshop = Workshop(ModelWriter(Hanging(), Facts()), ScriptedWriter([GOOD], engine="offline"))  # type: ignore[arg-type]  # a writer
    result = await workshop.drafter(deadline_seconds=0.3).draft(draft_request())
    assert [one.provenance.usage for one in result.drafts] == [USAGE]


@pytest.mark.parametrize("verdict", ["keeps", "breaks"])
async def test_what_a_judge_took_is_told_with_the_draft_or_with_what_is_withheld(
    verdict: str,
) -> None:
    guard = Guard.of(load_charter(), key=b"a secret of the tests")
    said = [{"clause": one.clause.id, "verdict": verdict, "quote": ""} for one in guard.clauses]
    judging = ScriptedModel([{"verdicts": said}])
    judged = JudgedGuard(guard, Judge(model=judging, name="scripted", mark=""))
    workshop = Workshop(ScriptedWriter([passage]), reviewer=judged)
    result = await workshop.drafter(max_revisions=0, max_angles=1).draft(draft_request())
    assert [bool(result.drafts), bool(result.withheld)] == [verdict == "keeps", verdict == "breaks"]
    assert judging.asked
    assert result.usage is not None
    assert result.usage.prompt_tokens == 10 * len(judging.asked)


async def test_a_draft_withheld_says_what_it_took() -> None:
    bad = f"{BAD} Le réglage de la presse est plus court pour nous tous."
    worse = f"{BAD} Le réglage de la presse dure moins pour nous tous."
    workshop = Workshop(by_model(bad, worse))  # type: ignore[arg-type]  # a writer
    drafter = workshop.drafter(max_revisions=1, max_angles=1)
    result = await drafter.draft(draft_request(count=2))
    assert reasons(result) == ["charter", "charter"]
    assert [one.usage is not None for one in result.withheld] == [True, True]
    assert result.usage is not None
    assert result.usage.prompt_tokens == 10 * len(workshop.writer.model.asked)  # type: ignore[attr-defined]  # the script


async def test_nothing_is_told_of_cost_where_nobody_counted() -> None:
    assert (await Workshop(ScriptedWriter([GOOD])).draft()).usage is None


async def test_with_errors_wanted_a_text_the_charter_refused_is_told_by_its_rules() -> None:
    model = ScriptedWriter([BAD, ModelMisbehaved("the same text again")])
    drafter = Workshop(model, ScriptedWriter([GOOD])).drafter(on_model_failure="error")
    result = await drafter.draft(draft_request())
    assert reasons(result) == ["charter"]
    assert [finding.rule for finding in result.withheld[0].findings] == ["CH-99"]


async def test_with_errors_wanted_a_model_that_goes_down_is_still_an_error() -> None:
    model = ScriptedWriter([BAD, ModelUnavailable("down")])
    drafter = Workshop(model, ScriptedWriter([GOOD])).drafter(on_model_failure="error")
    with pytest.raises(ModelUnavailable):
        await drafter.draft(draft_request())


async def test_behind_a_model_the_offline_engine_tries_as_hard_as_alone() -> None:
    """A near-twin on every angle but the last, in every wording but the last."""

    def last(brief: Brief) -> str:
        is_last = brief.rewording == 2 and brief.angle.focus.end == len(
            brief.request.content.text.rstrip()
        )
        return OTHER if is_last else GOOD

    effort = Effort(angles=20, rewordings=2)
    for allows in (True, False):
        workshop = Workshop(ScriptedWriter([ModelUnavailable("down")]), ScriptedWriter([last]))
        await workshop.draft(owner="a colleague", allows_model=False)
        drafter = workshop.drafter(max_angles=1, fallback_effort=effort)
        result = await drafter.draft(draft_request(owner="me", allows_model=allows))
        assert [draft.text for draft in result.drafts] == [OTHER], allows
