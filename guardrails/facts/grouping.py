"""Facts: what several texts state, grouped so that one of a draft is looked up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple, TypeVar

from guardrails.facts.dates import Moment
from guardrails.facts.figures import Figure
from guardrails.facts.passage import Passage

Key = TypeVar("Key")
Value = TypeVar("Value")

_NONE: frozenset[Fraction] = frozenset()


@dataclass(frozen=True, slots=True)
class Stated:
    """The facts of one text; offsets are those of its bare folding."""

    moments: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    codes: tuple[tuple[str, int, int], ...]


class Facts(NamedTuple):
    """What texts state together.

    `figures` holds, of each value, one figure for every unit, whole and rate that it is told with.
    `counted` says how many there are of each thing, `labelled` which numbers each numbered thing
    has, `written` how each unit's figures were written.
    """

    figures: Mapping[Fraction, tuple[Figure, ...]]
    moments: tuple[Moment, ...]
    counted: Mapping[str, frozenset[Fraction]]
    labelled: Mapping[str, frozenset[Fraction]]
    written: Mapping[str, tuple[str, ...]]

    def with_those(self, other: "Facts") -> "Facts":
        """Return these and others."""
        return Facts(
            _joined(self.figures, other.figures),
            self.moments + other.moments,
            _united(self.counted, other.counted),
            _united(self.labelled, other.labelled),
            _joined(self.written, other.written),
        )


def grouped(passages: Sequence[Passage], facts: Sequence[Stated]) -> Facts:
    """Return what passages state together, from the facts of each."""
    return Facts(
        figures=_by_value(facts),
        moments=tuple(moment for one in facts for moment in one.moments),
        counted=_grouped((noun, one) for one in _figures(facts) for noun in one.nouns),
        labelled=_grouped((one.label, one) for one in _figures(facts) if one.label),
        written=_written(passages, facts),
    )


def _joined(
    mine: Mapping[Key, tuple[Value, ...]], theirs: Mapping[Key, tuple[Value, ...]]
) -> Mapping[Key, tuple[Value, ...]]:
    return {key: mine.get(key, ()) + theirs.get(key, ()) for key in {*mine, *theirs}}


def _figures(facts: Iterable[Stated]) -> Iterator[Figure]:
    return (figure for one in facts for figure in one.figures)


def _by_value(facts: Iterable[Stated]) -> Mapping[Fraction, tuple[Figure, ...]]:
    """Group figures by value; of those told in the same way one is kept.

    A text that says one thing a thousand times would be gone through for each of them.
    """
    found = defaultdict[Fraction, dict[tuple[object, ...], Figure]](dict)
    for figure in _figures(facts):
        for value in figure.values:
            way = (figure.unit, figure.per, figure.out_of, figure.lasts)
            found[value].setdefault(way, figure)
    return {value: tuple(ways.values()) for value, ways in found.items()}


def _grouped(named: Iterable[tuple[str, Figure]]) -> Mapping[str, frozenset[Fraction]]:
    found = defaultdict[str, set[Fraction]](set)
    for name, figure in named:
        found[name] |= figure.values
    return {name: frozenset(values) for name, values in found.items()}


def _united(
    mine: Mapping[str, frozenset[Fraction]], theirs: Mapping[str, frozenset[Fraction]]
) -> Mapping[str, frozenset[Fraction]]:
    return {key: mine.get(key, _NONE) | theirs.get(key, _NONE) for key in {*mine, *theirs}}


def _written(passages: Iterable[Passage], facts: Iterable[Stated]) -> Mapping[str, tuple[str, ...]]:
    found = defaultdict[str, dict[frozenset[Fraction], str]](dict)
    for passage, one in zip(passages, facts, strict=True):
        for figure in one.figures:
            span = passage.span(figure.start, figure.end)
            text = passage.original[span.start : span.end]
            found[figure.unit].setdefault(figure.values, text)
    return {unit: tuple(texts.values()) for unit, texts in found.items()}
