"""A guard with a judge beside it: rules first, and a model only for what they let pass."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.drafts import Draft
from domain.review import Circumstances, Finding, Outcome, Verdict
from guardrails.guard import Guard, by_weight
from guardrails.judging import Judge


@dataclass(frozen=True, slots=True)
class JudgedGuard:
    """Reviews drafts; a text that a rule blocks, or whose author keeps it here, costs no call."""

    guard: Guard
    judge: Judge

    async def review(self, draft: Draft, circumstances: Circumstances) -> Verdict:
        """Return a verdict on exactly these characters."""
        verdict = self.guard.inspect(draft, circumstances)
        if verdict.outcome is Outcome.BLOCK or not circumstances.may_ask_model:
            return verdict
        clauses = [one.clause for one in self.guard.clauses if one.clause.id in verdict.degraded]
        if not clauses:
            return verdict
        return _with(verdict, await self.judge.judge(clauses, draft, circumstances))


def _with(verdict: Verdict, judgements: Mapping[str, tuple[Finding, ...] | None]) -> Verdict:
    unexamined = tuple(clause for clause, found in judgements.items() if found is None)
    added = tuple(finding for found in judgements.values() for finding in found or ())
    return replace(
        verdict,
        findings=tuple(sorted(verdict.findings + added, key=by_weight)),
        degraded=tuple(one for one in verdict.degraded if one not in judgements),
        unexamined=verdict.unexamined + unexamined,
    )
