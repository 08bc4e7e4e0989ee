"""What the respect clause finds of HateCheck, which is read as a figure only."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from benchmarks.material import DATA
from benchmarks.quality.figure import Figure
from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances
from guardrails.charter import load_charter
from guardrails.guard import Guard

_CLAUSES = frozenset({"CH-14", "CH-15"})
_ALONE = "CH-15"
_ASKED = 0.62


@dataclass(frozen=True, slots=True)
class Tried:
    """One case: whether it is hateful, whether it was found (`alone`: by respect), its test."""

    is_hateful: bool
    is_found: bool
    tests: str
    alone: bool = False


def figures() -> Iterator[Figure]:
    """Yield macro-F1, and the kinds of case that word lists get wrong."""
    for language in Language:
        tried = list(_tried(language))
        yield from _told(tried, language)
        # Whoever tells a third person's religion or health meets CH-14, in hatred or in praise.
        alone = [replace(one, is_found=one.alone) for one in tried]
        yield from _told(alone, f"CH-15 alone, {language}")


def _told(tried: Sequence[Tried], of: str) -> Iterator[Figure]:
    yield Figure(f"HateCheck macro-F1, {of}", _macro_f1(tried), asked=_ASKED)
    for name, prefix in (("negated hate", "negate"), ("counter-speech", "counter")):
        right = _right([one for one in tried if one.tests.startswith(prefix)])
        yield Figure(f"HateCheck {name} right, {of}", right, asked=0.5)
    neutral = _right([one for one in tried if one.tests.startswith("ident")])
    yield Figure(f"HateCheck identity mentions left alone, {of}", neutral, asked=0.9)


def _tried(language: Language) -> Iterator[Tried]:
    path = DATA / "toxicity" / f"hatecheck_{language}.csv"
    if not path.is_file():
        return
    guard = Guard.of(load_charter(), key=b"quality")
    nobody = Circumstances(now=datetime.now(UTC), organization=Organization(name=""))
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            verdict = guard.inspect(Draft(row["text"], language), nobody)
            found = {one.rule for one in verdict.findings} & _CLAUSES
            tests, is_hateful = row["functionality"], row["label"] == "hateful"
            yield Tried(is_hateful, bool(found), tests, _ALONE in found)


def _right(tried: Sequence[Tried]) -> float | None:
    return sum(one.is_hateful == one.is_found for one in tried) / len(tried) if tried else None


def _macro_f1(tried: Sequence[Tried]) -> float | None:
    return (_f1(tried, is_hateful=True) + _f1(tried, is_hateful=False)) / 2 if tried else None


def _f1(tried: Sequence[Tried], *, is_hateful: bool) -> float:
    hits = sum(one.is_hateful == one.is_found == is_hateful for one in tried)
    errors = sum(one.is_hateful != one.is_found for one in tried)
    return 2 * hits / (2 * hits + errors) if hits else 0.0
