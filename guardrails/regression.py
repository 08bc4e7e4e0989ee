"""The regression suite a charter carries: every example run, every wrong verdict named."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.drafts import Draft
from domain.organization import Organization
from domain.review import Circumstances, Fingerprint, Outcome, Verdict
from guardrails.cases import Case, Circumstanced, Example
from guardrails.charter import Charter
from guardrails.guard import Guard


@dataclass(frozen=True, slots=True)
class Tried:
    """One example, what was said of it, and whether that was right."""

    clause: str
    number: int
    example: Example
    verdict: Verdict
    is_right: bool


def run_examples(guard: Guard, *, only: str | None = None) -> Iterator[Tried]:
    """Yield each example of the charter, or of one clause `only`, with its verdict.

    A violating example must be found by its own clause; the others must be allowed by all.
    """
    charter: Charter = guard.charter.charter
    company = charter.company.as_organization()
    for clause in (one for one in charter.clauses if only in {None, one.id}):
        for number, example in enumerate(clause.examples, start=1):
            verdict = judge(guard, example, company)
            yield Tried(clause.id, number, example, verdict, _is_right(clause.id, example, verdict))


def is_hit(guard: Guard, case: Case, company: Organization) -> bool:
    """Tell whether the case's rule finds anything in its text."""
    return finds(judge(guard, case, company), case.rule)


def judge(guard: Guard, case: Circumstanced, company: Organization) -> Verdict:
    """Review a case in its own circumstances; `company` stands in when it names none."""
    organization = case.company.as_organization() if case.company else company
    circumstances = _circumstances(case, organization)
    if case.other_text is not None:
        other = Draft(case.other_text, case.language, case.platform)
        neighbours = (guard.comparer.fingerprint(other, circumstances),)
        circumstances = _circumstances(case, organization, neighbours=neighbours)
    return guard.inspect(Draft(case.text, case.language, case.platform), circumstances)


def finds(verdict: Verdict, rule: str) -> bool:
    """Tell whether a rule found anything, or could not look."""
    return rule in verdict.unexamined or any(f.rule == rule for f in verdict.findings)


def _circumstances(
    case: Circumstanced, organization: Organization, *, neighbours: tuple[Fingerprint, ...] = ()
) -> Circumstances:
    return Circumstances(
        now=case.instant,
        organization=organization,
        platform=case.platform,
        source=case.published(),
        notes=case.notes,
        posts=case.posts,
        author=case.author,
        consideration=case.consideration,
        draft_share=case.draft_share,
        neighbours=neighbours,
    )


def _is_right(clause: str, example: Example, verdict: Verdict) -> bool:
    if example.kind == "violating":
        return any(finding.rule == clause for finding in verdict.findings)
    return verdict.outcome is Outcome.ALLOW
