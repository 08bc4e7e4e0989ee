"""Sensitive data in texts that were written to measure it: read as figures, never learned from."""

from collections.abc import Iterator

from benchmarks.quality.charter_cases import found_and_let
from benchmarks.quality.figure import Figure
from benchmarks.sets.charter_cases import cases, company
from domain.language import Language
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import is_hit


def figures() -> Iterator[Figure]:
    """Yield recall and the share of near misses let pass, lists and scorer together."""
    guard = Guard.of(load_charter(), key=b"quality")
    author = company().as_organization()
    for language in Language:
        tried = [(one, is_hit(guard, one, author)) for one in cases(language, "sensitive")]
        yield from found_and_let("CH-14, apart", language, tried)
