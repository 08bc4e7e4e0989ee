"""Sensitive data in texts that were written to measure it: read as figures, never learned from.

Of the fifth writer's, the first half and the people at work were looked at while the check was
widened, the other half was not; they are of the hand that widened it.
"""

from collections.abc import Iterator

from benchmarks.quality.charter_cases import found_and_let
from benchmarks.quality.figure import Figure
from benchmarks.sets.charter_cases import cases, company
from domain.language import Language
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import is_hit

_SETS = {
    "sensitive": "apart",
    "sensitive_fourth": "a fourth writer",
    "sensitive_fifth": "a fifth writer, looked at",
    "sensitive_held": "a fifth writer, not looked at",
}


def figures() -> Iterator[Figure]:
    """Yield recall and the share of near misses let pass, lists and scorer together."""
    guard = Guard.of(load_charter(), key=b"quality")
    author = company().as_organization()
    for name, called in _SETS.items():
        for language in Language:
            tried = [(one, is_hit(guard, one, author)) for one in cases(language, name)]
            yield from found_and_let(f"CH-14, {called}", language, tried)
