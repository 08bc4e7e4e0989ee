"""The loop that makes drafts, and what it must never let out."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.content import ContentItem
from domain.drafts import Draft, DraftingResult, GroundedSpan, Nearness, Reservation
from domain.errors import (
    ModelMisbehaved,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
    PorteVoixError,
    StorageUnavailable,
)
from domain.language import Bilingual, Language
from domain.people import Ambassador
from domain.ports import Comparer
from domain.review import Circumstances, Finding, Outcome, Severity, Span
from domain.segmentation import sentence_bounds
from guardrails.checks.near_duplicates import NearDuplicates
from personalizer.drafting import Drafter
from personalizer.writing import Angle, Brief, Form
from tests.builders import NOW, ambassador, draft_request, item, organization
from tests.fakes import InMemoryReservations, ScriptedReviewer, ScriptedWriter, SentenceGrounder

pytestmark = pytest.mark.anyio

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
    return (_finding(Severity.FIX, text, Span(at, at + 9)),)


def _finding(severity: Severity, text: str = "", span: Span | None = None) -> Finding:
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
        return (*objecting(text), _finding(Severity.WARN))

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
        return (_finding(severity, text, Span(0, 5)), _finding(severity, text, Span(6, 9)))

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


async def test_two_drafts_of_one_request_are_never_near_twins() -> None:
    workshop = Workshop(ScriptedWriter([GOOD]))
    result = await workshop.draft(count=2)
    assert len(result.drafts) == len(workshop.reservations.held) == 1
    assert reasons(result) == ["near_duplicate"]


async def test_ones_own_note_may_stand_in_each_of_ones_drafts_and_in_no_colleagues() -> None:
    note = "J’ai suivi l’essai pendant trois nuits, dans le froid, avec un casque sur la tête."
    workshop = Workshop(ScriptedWriter([lambda brief: f"{passage(brief)} {note}"]))
    mine = await workshop.draft(count=2, notes=(note,), owner="me")
    assert len(mine.drafts) == 2
    theirs = await workshop.draft(notes=(note,), owner="somebody else")
    assert reasons(theirs) == ["near_duplicate"]


async def test_a_near_twin_of_a_colleague_is_written_anew_on_another_angle() -> None:
    workshop = Workshop(ScriptedWriter([GOOD, GOOD, OTHER]))
    first = await workshop.draft(owner="owner-1")
    second = await workshop.draft(owner="owner-2")
    assert [draft.text for draft in first.drafts + second.drafts] == [GOOD, OTHER]
    assert second.drafts[0].nearness.compared == 1


async def test_no_angle_a_colleague_holds_is_given_again() -> None:
    workshop = Workshop(ScriptedWriter([passage]))
    results = [await workshop.draft(owner=f"owner-{number}") for number in range(6)]
    given = [draft.angle for result in results for draft in result.drafts]
    assert len(given) == len(set(given)) == 5
    assert reasons(results[-1]) == ["angles_exhausted"]


async def test_an_angle_taken_while_the_text_was_written_is_left() -> None:
    workshop = Workshop(ScriptedWriter([passage], pause_seconds=0.02))
    first, second = await asyncio.gather(
        workshop.draft(owner="owner-1"), workshop.draft(owner="owner-2")
    )
    assert first.drafts[0].angle != second.drafts[0].angle


async def test_the_angles_tried_for_one_draft_are_bounded() -> None:
    workshop = Workshop(ScriptedWriter([GOOD]))
    await workshop.draft(owner="owner-1")
    result = await workshop.drafter(max_angles=2).draft(draft_request(owner="owner-2"))
    assert reasons(result) == ["near_duplicate"]
    assert len(workshop.writer.briefs) == 3


@pytest.mark.parametrize("people", [2, 10])
async def test_a_text_given_to_everybody_at_once_is_kept_by_one(people: int) -> None:
    workshop = Workshop(ScriptedWriter([GOOD], pause_seconds=0.005))
    results = await asyncio.gather(
        *(workshop.draft(owner=f"owner-{number}") for number in range(people))
    )
    texts = [draft.text for result in results for draft in result.drafts]
    assert texts == [GOOD]
    assert len(workshop.reservations.held) == 1


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


FAILURES: list[Callable[[], PorteVoixError]] = [
    lambda: ModelUnavailable("down"),
    lambda: ModelMisconfigured("no such model"),
    lambda: ModelMisbehaved("not in shape"),
    lambda: ModelRefused("no"),
]


@pytest.mark.parametrize("failure", FAILURES)
async def test_what_the_model_cannot_write_the_offline_engine_does_and_says_so(
    failure: Callable[[], PorteVoixError],
) -> None:
    workshop = Workshop(ScriptedWriter([failure()]), ScriptedWriter([GOOD], engine="offline"))
    (draft,) = (await workshop.draft()).drafts
    assert draft.provenance.engine == "offline"


async def test_what_the_model_cannot_revise_the_offline_engine_writes() -> None:
    model = ScriptedWriter([BAD, ModelUnavailable("down")])
    workshop = Workshop(model, ScriptedWriter([GOOD], engine="offline"))
    (draft,) = (await workshop.draft()).drafts
    assert (draft.text, draft.provenance.engine) == (GOOD, "offline")


async def test_the_offline_engine_revises_its_own_texts() -> None:
    offline = ScriptedWriter([BAD, GOOD], engine="offline")
    workshop = Workshop(ScriptedWriter([ModelUnavailable("down")]), offline)
    (draft,) = (await workshop.draft()).drafts
    assert (draft.text, draft.provenance.engine) == (GOOD, "offline")
    assert len(workshop.writer.briefs) == 1


async def test_a_model_that_is_down_is_asked_once_per_request() -> None:
    model = ScriptedWriter([ModelUnavailable("down")])
    result = await Workshop(model, ScriptedWriter([passage])).draft(count=3)
    assert len(result.drafts) == 3
    assert len(model.briefs) == 1


@pytest.mark.parametrize("failure", FAILURES)
async def test_an_operator_who_wants_the_error_gets_it_typed(
    failure: Callable[[], PorteVoixError],
) -> None:
    workshop = Workshop(ScriptedWriter([failure()]), ScriptedWriter([GOOD], engine="offline"))
    drafter = workshop.drafter(on_model_failure="error")
    with pytest.raises(type(failure())):
        await drafter.draft(draft_request(count=2))


async def test_a_failure_after_a_draft_was_made_costs_only_the_others() -> None:
    model = ScriptedWriter([GOOD, ModelUnavailable("down")])
    drafter = Workshop(model, ScriptedWriter([OTHER])).drafter(on_model_failure="error")
    result = await drafter.draft(draft_request(count=3))
    assert [draft.text for draft in result.drafts] == [GOOD]
    assert reasons(result) == ["model_unavailable", "model_unavailable"]
    assert len(model.briefs) == 2


async def test_posts_and_notes_go_to_no_model_unless_their_author_allows_it() -> None:
    model = ScriptedWriter([OTHER])
    workshop = Workshop(model, ScriptedWriter([BAD, GOOD], engine="offline"))
    (draft,) = (await workshop.draft(allows_model=False)).drafts
    assert draft.provenance.engine == "offline"
    assert model.briefs == []


@pytest.mark.parametrize("mode", ["offline", "error"])
async def test_a_model_that_hangs_costs_the_deadline_and_no_more(mode: Any) -> None:
    model = ScriptedWriter([GOOD], pause_seconds=30)
    workshop = Workshop(model, ScriptedWriter([passage], engine="offline"))
    drafter = workshop.drafter(on_model_failure=mode, deadline_seconds=0.2)
    began = time.monotonic()
    if mode == "error":
        with pytest.raises(ModelUnavailable):
            await drafter.draft(draft_request(count=3))
    else:
        assert len((await drafter.draft(draft_request(count=3))).drafts) == 3
    assert time.monotonic() - began < 10


VERDICTS = st.lists(st.sampled_from([*Severity, None]), min_size=1, max_size=12)


@given(severities=VERDICTS, asked=st.integers(1, 3), most=st.integers(0, 3))
def test_whatever_the_reviews_say_only_what_they_allow_comes_out(
    severities: list[Severity | None], asked: int, most: int
) -> None:
    numbers = count()
    script = dict[str, Severity | None]()

    def text(_brief: Brief) -> str:
        number = next(numbers)
        words = " ".join(f"mot{number}x{place}" for place in range(9))
        script[words] = severities[number % len(severities)]
        return words

    def findings(shown: str) -> Sequence[Finding]:
        severity = script[shown]
        return () if severity is None else (_finding(severity, shown),)

    workshop = Workshop(ScriptedWriter([text]), reviewer=ScriptedReviewer(findings))
    drafter = workshop.drafter(max_revisions=most)
    result = asyncio.run(drafter.draft(draft_request(count=asked)))
    assert len(result.drafts) + len(result.withheld) == asked
    assert all(script[draft.text] in {None, Severity.WARN} for draft in result.drafts)
    assert len(script) <= asked * drafter.max_angles * (most + 1)
    assert len(workshop.reservations.held) == len(result.drafts)
    told = repr(result.withheld)
    assert not any(words in told for words in script)


def test_nothing_of_the_loop_imports_a_model_library() -> None:
    modules = "drafting model_writer prompts adapters.langchain_chat adapters.faults".split()
    heavy = {"langchain_core", "langchain_openai", "openai", "tiktoken", "langsmith"}
    code = f"""
import sys
{"".join(f"import personalizer.{module}{chr(10)}" for module in modules)}
print(*({heavy!r} & set(sys.modules)))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""
