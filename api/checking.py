"""Checking a text: the rules in a thread of their own, then the judge where one is set."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from api import asking
from domain.drafts import Draft, Usage
from domain.metering import metered
from domain.review import Circumstances, Verdict
from guardrails.judged import JudgedGuard

if TYPE_CHECKING:
    from api.schemas.checks import TextIn
    from api.wiring import Services
    from domain.roles import Caller


@dataclass(frozen=True, slots=True)
class Checked:
    """A text, the verdict on it, and what the judge's replies took; None where no endpoint told."""

    draft: Draft
    verdict: Verdict
    usage: Usage | None = None


async def checked(
    services: "Services", caller: "Caller", asked: "TextIn", *, live: bool = False
) -> Checked:
    """Return the verdict on exactly these characters.

    A text that is still being typed (`live`) is sent to nobody: what needs meaning is degraded.
    """
    draft = Draft(asked.text, asked.language, asked.platform)
    # Another charter may come in force meanwhile: what judges is what examined.
    verdict, circumstances, reviewer = await services.computing.run(
        _inspected, services, caller, asked, draft
    )
    if live or reviewer is None:
        return Checked(draft, verdict)
    with metered() as meter:
        judged = await reviewer.judged(verdict, draft, circumstances)
    return Checked(draft, judged, meter.paid)


def _inspected(
    services: "Services", caller: "Caller", asked: "TextIn", draft: Draft
) -> tuple[Verdict, Circumstances, JudgedGuard | None]:
    circumstances = asking.circumstances(services, caller, asked)
    guard, judge = services.guard, services.judge
    reviewer = JudgedGuard(guard, judge) if judge else None
    return guard.inspect(draft, circumstances), circumstances, reviewer
