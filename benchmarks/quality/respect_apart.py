"""Respect on texts of another writer than those it learned from: lists and scorer together.

It chose between ways of training, so it is a development set; HateCheck (topic `respect`) is not.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.quality.figure import Figure
from benchmarks.sets.respect import Told, tried
from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances
from guardrails.charter import load_charter
from guardrails.guard import Guard

_NAMED = frozenset({"identity_neutral", "identity_positive", "inclusion"})


def figures() -> Iterator[Figure]:
    """Yield the shares of hateful texts found and of harmless ones let pass."""
    guard = Guard.of(load_charter(), key=b"quality")
    for language in Language:
        own = [(one, _is_found(guard, one)) for one in tried() if one.language == language]
        hateful = [is_found for one, is_found in own if one.is_hateful]
        harmless = [not is_found for one, is_found in own if not one.is_hateful]
        named = [not is_found for one, is_found in own if one.function in _NAMED]
        yield Figure(f"respect, apart: hateful texts found, {language}", _share(hateful))
        yield Figure(f"respect, apart: harmless texts let pass, {language}", _share(harmless))
        yield Figure(f"respect, apart: people only named, {language}", _share(named), asked=0.9)


def _is_found(guard: Guard, told: Told) -> bool:
    nobody = Circumstances(now=datetime.now(UTC), organization=Organization(name=""))
    found = guard.inspect(Draft(told.text, told.language), nobody).findings
    return any(one.rule in {"CH-14", "CH-15"} for one in found)


def _share(truths: list[bool]) -> float:
    return sum(truths) / len(truths)
