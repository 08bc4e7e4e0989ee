"""Cases written apart from the charter: what each rule misses, and what it wrongly stops."""

from collections.abc import Iterator

from benchmarks.quality.figure import Figure
from benchmarks.sets.charter_cases import cases, company
from domain.language import Language
from guardrails.cases import Case
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import is_hit

_ASKED = 0.9


def figures() -> Iterator[Figure]:
    """Yield recall and the share of passes let pass, per language and for every rule."""
    guard = Guard.of(load_charter(), key=b"quality")
    author = company().as_organization()
    for language in Language:
        tried = [(case, is_hit(guard, case, author)) for case in cases(language)]
        for rule in sorted({case.rule for case, _ in tried}):
            yield from found_and_let(rule, language, [one for one in tried if one[0].rule == rule])
        yield from found_and_let("every rule", language, tried)


def found_and_let(rule: str, language: str, tried: list[tuple[Case, bool]]) -> Iterator[Figure]:
    """Yield the share of a rule's cases found, and of its near misses let pass."""
    hits = [found for case, found in tried if case.expected == "hit"]
    passes = [found for case, found in tried if case.expected == "pass"]
    yield Figure(f"{rule}: cases found, {language}", sum(hits) / len(hits), asked=_ASKED)
    let = 1 - sum(passes) / len(passes)
    yield Figure(f"{rule}: near misses let pass, {language}", let, asked=_ASKED)
