"""Which two figures of a text another may be worked out from: told once, whoever asks of which."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from guardrails.facts.bases import Base, are_set_against, bases_given
from guardrails.facts.evidence import Evidence
from guardrails.facts.shares import NEAR, shown_for_part
from guardrails.facts.units import PERCENT


def parts_given(grounds: Evidence) -> Sequence[tuple[Base, Base, int]]:
    """Return each part with a whole it may be of, and how many of the two must be shown."""
    found = list[tuple[Base, Base, int]]()
    for one, other in _of_one_unit(grounds):
        part, whole = sorted((one, other), key=_value)
        needed = shown_for_part(part, whole) if part.value < whole.value else None
        if needed is not None:
            found.append((part, whole, needed))
    return found


def pairs_given(grounds: Evidence) -> Sequence[tuple[Base, Base, int]]:
    """Return each two figures near each other, and how many of the two must be shown."""
    return [
        (one, other, 1 if one.unit == PERCENT and are_set_against(one, other) else 2)
        for one, other in _of_one_unit(grounds)
        if one.value != other.value and other.sentence - one.sentence <= NEAR
    ]


def _of_one_unit(grounds: Evidence) -> Iterator[tuple[Base, Base]]:
    for bases in grounds.view(bases_given):
        by_unit = defaultdict[str, list[Base]](list)
        for base in bases:
            by_unit[base.unit].append(base)
        for alike in by_unit.values():
            yield from combinations(alike, 2)


def _value(base: Base) -> Fraction:
    return base.value
