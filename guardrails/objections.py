"""What a check tells the author, in both languages, and how to repair it in theirs."""

from dataclasses import dataclass

from domain.language import Bilingual
from domain.review import Finding, Repair, Severity, Span
from guardrails.checks.base import Rule
from guardrails.reading import Reading


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing a check objects to; `repair` is what to do instead, `kind` how to read it."""

    message: Bilingual
    repair: Bilingual | None = None
    kind: Repair = Repair.ADVISE

    def at(
        self, span: Span | None, *, by: Rule, reading: Reading, severity: Severity | None = None
    ) -> Finding:
        """Return it as a finding at a place or, without one, on the whole.

        The clause gives the severity unless one is given.
        """
        return Finding(
            rule=by.clause,
            check=by.kind,
            severity=severity or by.severity,
            message=self.message,
            span=span,
            suggestion=self.repair.in_language(reading.language) if self.repair else None,
            repair=self.kind,
        )
