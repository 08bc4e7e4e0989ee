"""What somebody playing the model answered to every prompt version, through the whole loop."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count

import pytest

from domain.drafts import Draft, DraftingResult
from domain.language import Language
from domain.review import Finding, Outcome
from guardrails.charter import load_charter
from guardrails.guard import Guard
from personalizer.adapters.recorded import RecordedModel, digest
from personalizer.drafting import Drafter
from personalizer.examination import circumstances_of
from personalizer.model_writer import ModelWriter
from personalizer.offline.engine import OfflineWriter
from personalizer.prompts import load_prompt
from personalizer.writing import Brief, Written
from tests.fakes import InMemoryReservations
from tests.personalizer.played.briefs import PROMPTS, REPLIES, Case, asked, cases, written

pytestmark = pytest.mark.anyio
DRAFTING = [prompt for prompt in PROMPTS if prompt[0] == "draft_post"]
ENOUGH = 6
"""Of ten cases in a language, how many a player's own text serves as it came."""


def recorded() -> RecordedModel:
    return RecordedModel.of(REPLIES)


class AsAsked:
    """The writer, given the case's own variant, which a request for one draft would not have."""

    def __init__(self, writer: ModelWriter, case: Case) -> None:
        self.writer, self.case = writer, case

    async def write(self, _brief: Brief) -> Written:
        return await self.writer.write(self.case.brief)

    async def revise(self, _brief: Brief, text: str, findings: Sequence[Finding]) -> Written:
        return await self.writer.revise(self.case.brief, text, findings)


async def drafted(case: Case, prompt: tuple[str, int]) -> DraftingResult:
    guard = Guard.of(load_charter(), key=b"a secret of the tests")
    numbers = count(1)
    drafter = Drafter(
        writer=AsAsked(ModelWriter(recorded(), draft_prompt=load_prompt(*prompt)), case),
        fallback=OfflineWriter(),
        reviewer=guard,
        grounder=guard,
        comparer=guard.comparer,
        reservations=InMemoryReservations(clock=lambda: datetime.now(UTC)),
        angles=lambda *_: [case.brief.angle],
        organization=case.brief.organization,
        clock=lambda: datetime.now(UTC),
        new_id=lambda: f"draft-{next(numbers)}",
    )
    return await drafter.draft(case.brief.request)


def test_there_are_twenty_cases_in_two_languages_on_every_kind_of_place() -> None:
    languages = Counter(case.brief.request.language for case in cases())
    assert languages == {Language.FRENCH: 10, Language.ENGLISH: 10}
    assert len({case.brief.request.platform for case in cases()}) == 5


def test_the_replies_say_who_gave_them() -> None:
    assert "playing the model" in json.loads(REPLIES.read_text(encoding="utf-8"))["given_by"]


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: f"{prompt[0]}.v{prompt[1]}")
async def test_every_case_of_every_version_was_answered(prompt: tuple[str, int]) -> None:
    replies = recorded().replies
    for case in cases():
        assert digest((await asked(case, prompt)).heard) in replies, case.case_id


@pytest.mark.parametrize("prompt", DRAFTING, ids=lambda prompt: f"{prompt[0]}.v{prompt[1]}")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.case_id)
async def test_only_what_the_charter_allows_comes_out(case: Case, prompt: tuple[str, int]) -> None:
    result = await drafted(case, prompt)
    assert len(result.drafts) + len(result.withheld) == 1
    for draft in result.drafts:
        assert draft.verdict.outcome is Outcome.ALLOW
        assert draft.grounding


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("prompt", DRAFTING, ids=lambda prompt: f"{prompt[0]}.v{prompt[1]}")
async def test_a_players_text_serves_in_most_cases(
    prompt: tuple[str, int], language: Language
) -> None:
    engines: Counter[str] = Counter()
    for case in cases():
        if case.brief.request.language is language:
            result = await drafted(case, prompt)
            engines.update(draft.provenance.engine for draft in result.drafts)
    assert engines["model"] >= ENOUGH, engines


@pytest.mark.parametrize("language", list(Language))
async def test_a_revision_answers_the_objections_in_most_cases(language: Language) -> None:
    guard = Guard.of(load_charter(), key=b"a secret of the tests")
    allowed = 0
    for case in cases():
        if case.brief.request.language is language:
            text = await written(case, ("revise_post", 1), recorded())
            assert text.strip() != case.flawed.strip()
            allowed += await _outcome(guard, case, text) is Outcome.ALLOW
    assert allowed >= ENOUGH


async def _outcome(guard: Guard, case: Case, text: str) -> Outcome:
    request = case.brief.request
    circumstances = circumstances_of(
        request, case.brief.organization, now=datetime.now(UTC), neighbours=()
    )
    draft = Draft(text, request.language, request.platform)
    return (await guard.review(draft, circumstances)).outcome
