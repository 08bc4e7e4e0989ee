"""A guard with a judge beside it: rules first, and a model only for what they let pass."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.drafts import Draft
from domain.language import Bilingual
from domain.review import Circumstances, Finding, Outcome, Severity, Span, Verdict
from guardrails.guard import Guard, by_weight
from guardrails.injection import scan_words
from guardrails.judging import Judge

_ORDER = Bilingual(
    fr="Ce passage semble s’adresser à une machine : la relecture par un modèle n’a pas eu lieu.",
    en="This passage seems to speak to a machine: no model has read the text again.",
)
_KIND = "orders"


@dataclass(frozen=True, slots=True)
class JudgedGuard:
    """Reviews drafts; a text that a rule blocks, or whose author keeps it here, costs no call."""

    guard: Guard
    judge: Judge

    async def review(self, draft: Draft, circumstances: Circumstances) -> Verdict:
        """Return a verdict on exactly these characters."""
        return await self.judged(self.guard.inspect(draft, circumstances), draft, circumstances)

    async def judged(self, verdict: Verdict, draft: Draft, circumstances: Circumstances) -> Verdict:
        """Return what the guard's rules said of a draft, with what the judge says beside it."""
        if verdict.outcome is Outcome.BLOCK or not circumstances.may_ask_model:
            return verdict
        clauses = [one.clause for one in self.guard.clauses if one.clause.id in verdict.degraded]
        if not clauses:
            return verdict
        # Beside the loop: a long text takes a while to read.
        orders = [one.span for one in await asyncio.to_thread(scan_words, draft.text)]
        if orders:
            # A model that obeys them would approve of anything: it is not asked.
            return _unread(verdict, [clause.id for clause in clauses], orders)
        return _with(verdict, await self.judge.judge(clauses, draft, circumstances))


def _unread(verdict: Verdict, clauses: Sequence[str], orders: Sequence[Span]) -> Verdict:
    said = tuple(
        Finding(rule=clauses[0], check=_KIND, severity=Severity.FIX, message=_ORDER, span=span)
        for span in orders
    )
    unread = _with(verdict, dict.fromkeys(clauses))
    return replace(unread, findings=tuple(sorted(unread.findings + said, key=by_weight)))


def _with(verdict: Verdict, judgements: Mapping[str, tuple[Finding, ...] | None]) -> Verdict:
    unexamined = tuple(clause for clause, found in judgements.items() if found is None)
    added = tuple(finding for found in judgements.values() for finding in found or ())
    return replace(
        verdict,
        findings=tuple(sorted(verdict.findings + added, key=by_weight)),
        degraded=tuple(one for one in verdict.degraded if one not in judgements),
        unexamined=verdict.unexamined + unexamined,
    )
