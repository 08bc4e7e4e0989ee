"""Respect on texts that nothing learned from, by two writers: lists and scorer together.

Those of the third writer chose between ways of training; those of the fourth only measure, as
HateCheck does (topic `respect`).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from benchmarks.quality.figure import Figure
from benchmarks.sets.respect import WRITERS, Told, Writer, tried
from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances
from guardrails.charter import load_charter
from guardrails.guard import Guard

_NAMED = frozenset({"identity_neutral", "identity_positive", "inclusion"})
_CALLED: Mapping[Writer, str] = {"third": "apart", "fourth": "a fourth writer"}


def figures() -> Iterator[Figure]:
    """Yield the shares of hateful texts found and of harmless ones let pass.

    What CH-14 objects to counts as found; beside it the respect clause alone, since whoever
    tells a third person's religion or health is told so by CH-14, hate or none.
    """
    guard = Guard.of(load_charter(), key=b"quality")
    for writer in WRITERS:
        for language in Language:
            own = [one for one in tried(writer) if one.language == language]
            found = [(one, _found_by(guard, one)) for one in own]
            yield from _of(found, _CALLED[writer], language)


def _of(
    found: Sequence[tuple[Told, frozenset[str]]], name: str, language: Language
) -> Iterator[Figure]:
    hateful = [bool(by) for one, by in found if one.is_hateful]
    harmless = [not by for one, by in found if not one.is_hateful]
    named = [by for one, by in found if one.function in _NAMED]
    yield Figure(f"respect, {name}: hateful texts found, {language}", _share(hateful))
    yield Figure(f"respect, {name}: harmless texts let pass, {language}", _share(harmless))
    let = _share([not by for by in named])
    yield Figure(f"respect, {name}: people only named, {language}", let, asked=0.9)
    alone = _share(["CH-15" not in by for by in named])
    yield Figure(f"respect, {name}: people only named, CH-15 alone, {language}", alone, asked=0.9)


def _found_by(guard: Guard, told: Told) -> frozenset[str]:
    nobody = Circumstances(now=datetime.now(UTC), organization=Organization(name=""))
    found = guard.inspect(Draft(told.text, told.language), nobody).findings
    return frozenset(one.rule for one in found) & {"CH-14", "CH-15"}


def _share(truths: list[bool]) -> float:
    return sum(truths) / len(truths)
