"""A case's kept reply through the whole loop, as the product would run it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import count

from domain.drafts import Draft, DraftingResult
from domain.review import Finding, Verdict
from guardrails.charter import load_charter
from guardrails.facts.misuses import Facts
from guardrails.guard import Guard
from guardrails.platform_rules import length_on
from personalizer.adapters.recorded import RecordedModel
from personalizer.drafting import Drafter
from personalizer.examination import circumstances_of
from personalizer.model_writer import ModelWriter
from personalizer.offline.engine import OfflineWriter
from personalizer.prompts import load_prompt
from personalizer.writing import Brief, Written
from tests.fakes import InMemoryReservations
from tests.personalizer.played.briefs import REPLIES, Case


@cache
def recorded() -> RecordedModel:
    """Return the model that answers what was answered once."""
    return RecordedModel.of(REPLIES)


@cache
def default_guard() -> Guard:
    """Return the guard of the charter that everybody starts with."""
    return Guard.of(load_charter(), key=b"a secret of the tests")


class AsAsked:
    """The writer, given the case's own variant, which a request for one draft would not have."""

    def __init__(self, writer: ModelWriter, case: Case) -> None:
        self.writer, self.case = writer, case

    async def write(self, _brief: Brief) -> Written:
        """Write the case's own brief."""
        return await self.writer.write(self.case.brief)

    async def revise(self, _brief: Brief, text: str, findings: Sequence[Finding]) -> Written:
        """Revise within the case's own brief."""
        return await self.writer.revise(self.case.brief, text, findings)


KEPT: dict[tuple[str, tuple[str, int]], DraftingResult] = {}


async def drafted(
    case: Case, prompt: tuple[str, int], model: RecordedModel | None = None
) -> DraftingResult:
    """Return what the loop makes of a case, as the kept replies have it or those of `model`.

    What it makes of the kept replies is looked at by a test of each and by the gate: once made.
    """
    if model is not None and model is not recorded():
        return await _drafted(case, prompt, model)
    made = (case.case_id, prompt)
    if made not in KEPT:
        KEPT[made] = await _drafted(case, prompt, recorded())
    return KEPT[made]


async def _drafted(case: Case, prompt: tuple[str, int], model: RecordedModel) -> DraftingResult:
    writer = AsAsked(ModelWriter(model, Facts(), draft_prompt=load_prompt(*prompt)), case)
    return await drafter(writer, case, default_guard()).draft(case.brief.request)


def drafter(writer: AsAsked, case: Case, guard: Guard) -> Drafter:
    """Return the loop of the product around a writer, for one case."""
    numbers = count(1)
    return Drafter(
        writer=writer,
        fallback=OfflineWriter(length_on),
        reviewer=guard,
        grounder=guard,
        comparer=guard.comparer,
        reservations=InMemoryReservations(clock=lambda: datetime.now(UTC)),
        angles=lambda *_: [case.brief.angle],
        organization=case.brief.organization,
        clock=lambda: datetime.now(UTC),
        new_id=lambda: f"draft-{next(numbers)}",
    )


async def judged(case: Case, text: str, guard: Guard) -> Verdict:
    """Return what the charter says of a text for a case."""
    request = case.brief.request
    circumstances = circumstances_of(
        request, case.brief.organization, now=datetime.now(UTC), neighbours=()
    )
    return await guard.review(Draft(text, request.language, request.platform), circumstances)
