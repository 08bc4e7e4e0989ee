"""How long a source says that something lasts, written like a time of day: "dure 1 h 45"."""

import re
from fractions import Fraction

from guardrails.facts.evidence import Evidence

_MINUTES = 60
_LASTS = re.compile(
    r"(?<!\w)(?:dure|durent|durait|prend|prennent|lasts?|lasted|takes?|took)"
    r" (\d{1,2}) ?h ?([0-5]\d)(?!\w)",
    re.IGNORECASE,
)


def lasting(evidence: Evidence) -> frozenset[Fraction]:
    """Return the hours and minutes that come behind a verb of lasting, and are no time of day."""
    return frozenset(
        int(match[1]) + Fraction(int(match[2]), _MINUTES)
        for text in evidence.originals
        for match in _LASTS.finditer(text)
    )
