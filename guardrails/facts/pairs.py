"""Which two figures of a text another may be worked out from: told once, whoever asks of which."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from guardrails.facts.bases import Base, are_set_against, bases_given
from guardrails.facts.evidence import Evidence
from guardrails.facts.shares import NEAR, shown_for_part
from guardrails.facts.units import PERCENT


def parts_given(grounds: Evidence) -> Sequence[tuple[Base, Base, int]]:
    """Return each part with a whole it may be of, and how many of the two must be shown."""
    found = list[tuple[Base, Base, int]]()
    for one, other in _of_one_unit(grounds):
        if not _may_be_a_part(one, other):
            continue
        part, whole = (other, one) if other.value < one.value else (one, other)
        needed = shown_for_part(part, whole) if part.value < whole.value else None
        if needed is not None:
            found.append((part, whole, needed))
    return found


def pairs_given(grounds: Evidence) -> Sequence[tuple[Base, Base, int]]:
    """Return each two figures near each other, and how many of the two must be shown."""
    return [
        (one, other, 1 if one.unit == PERCENT and are_set_against(one, other) else 2)
        for one, other in _of_one_unit(grounds)
        if other.sentence - one.sentence <= NEAR and one.value != other.value
    ]


def _of_one_unit(grounds: Evidence) -> Iterator[tuple[Base, Base]]:
    for bases in grounds.view(bases_given):
        by_unit = defaultdict[str, list[Base]](list)
        for base in bases:
            by_unit[base.unit].append(base)
        for alike in by_unit.values():
            yield from combinations(alike, 2)


def _may_be_a_part(one: Base, other: Base) -> bool:
    """Tell whether anything ties the two: most share nothing, and comparing values is dear."""
    is_told = one.whole is not None or other.whole is not None
    return (
        is_told
        or other.start in (one.against, one.start)
        or one.start == other.against
        or not one.nouns.isdisjoint(other.nouns)
        or not one.each.isdisjoint(other.nouns)
        or not other.each.isdisjoint(one.nouns)
    )
