"""Figures worked out from two that were given: "7 sur 10" of 5,145 out of 7,350, "twelve points".

Whoever reads a source may divide and subtract, and a reader can check it where the post shows a
figure it was worked out from. A share is that of a part in its whole: of two counts that stand near
each other in what was given, or that count the same thing, where the text shows one of them; where
the given text calls it a part itself ("5,145 of them", nine participants), none need be shown. A
change is told of two shown neighbours. A difference or a sum says that it is one ("33 de plus").
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from guardrails.facts.counted import stem
from guardrails.facts.evidence import Evidence, stated
from guardrails.facts.figures import SMALL, Figure, is_round, possible_figures
from guardrails.facts.hedges import is_true
from guardrails.facts.passage import Passage
from guardrails.facts.units import PERCENT, POINT, TIMES

_MOST: Final = 40
"""A text with more figures is a table; each is held against each."""
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s)|\n")
_NEAR: Final = 1
_IN_A_ROW: Final = 2
_SAME_THING: Final = 4  # sentences
_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3_600}
_A_MINUTE: Final = 60
_BEHIND: Final = re.compile(r" (?:of (?:them|these|those)|d'entre (?:eux|elles))\b")
_BEFORE: Final = re.compile(
    r"\b(?:dont|parmi (?:eux|elles)|of which|of whom|among them),? (?:[^\W\d_]+ ){0,2}$"
)
_LONGEST_LEAD: Final = 40
_IN_SIGHT: Final = 350
# Who is meant by these was counted elsewhere: "nine participants" of 46 developers.
_ANYBODY: Final = frozenset(
    map(
        stem,
        "participants participantes people persons personnes repondants repondantes respondents"
        " votants voters inscrits".split(),
    )
)
_DIFFERENCE: Final = re.compile(
    r"[^.!?;\n]{0,24}?\b(?:de plus|de moins|en plus|en moins|d'ecart|more|fewer|less|extra|better"
    r"|higher|lower|difference)\b"
)
_CHANGE: Final = re.compile(
    r"\b(?:plus|moins|hausse|baiss\w*|recul\w*|chut\w*|grimp\w*|augment\w*|diminu\w*"
    r"|redui\w*|progress\w*|more|fewer|less|down|up|fell|fall\w*|rose|ris\w+|drop\w*|cut|grew|growth"
    r"|increas\w*|decreas\w*|reduc\w*|shr[aiu]nk\w*)\b"
)
_SUM: Final = re.compile(r"\b(?:en tout|au total|in all|in total|total|altogether|together)\b")
_OTHERS: Final = re.compile(r" (?:autres?|other) ([^\W\d_]+)")
_REST: Final = re.compile(
    r"n't\b|\b(?:not|pas|others?|autres?|rest|reste|restent|restants?|remaining|left)\b"
)
_CLOSE: Final = Fraction(5, 1_000)


class Base(NamedTuple):
    """A figure that another may be worked out from, and the sentence of its text it stands in.

    `whole` is the count before it that it is told as a part of: "5,145 of them".
    """

    value: Fraction
    unit: str
    nouns: frozenset[str]
    sentence: int
    start: int
    whole: Fraction | None = None

    @property
    def quantity(self) -> tuple[Fraction, str]:
        """How much it is, of what unit."""
        return self.value, self.unit


@dataclass(frozen=True)
class WorkedOut:
    """Tells which figures of a text follow from two that it was given."""

    passage: Passage
    grounds: Evidence

    def follows(self, figure: Figure) -> bool:
        """Tell whether a figure follows from two that were given."""
        return self.is_share(figure) or self.is_difference(figure) or self.is_of_others(figure)

    def is_share(self, figure: Figure) -> bool:
        """Tell whether it is the share of a part in its whole, or of a change."""
        if figure.out_of is not None and not figure.is_in_words and not is_round(figure.out_of):
            return self._is_part_of(figure.values, figure.out_of)
        said = _shares_of(figure)
        return bool(said) and any(
            _is_rounded(figure, mine, true) for true in self._shares(figure) for mine in said
        )

    def is_difference(self, figure: Figure) -> bool:
        """Tell whether it is said to be a difference or a sum of two shown figures, and is."""
        text = self.passage.text
        around = text[max(0, figure.start - _LONGEST_LEAD) : figure.end + _LONGEST_LEAD]
        is_less = figure.unit == POINT or _DIFFERENCE.match(text, figure.end) is not None
        # Between two percentages lie points, and no percent.
        unit = {POINT: PERCENT, PERCENT: POINT}.get(figure.unit, figure.unit)
        shown = self._shown_near(figure)
        pairs = [pair for pair in self._pairs_of(shown) if pair[0].unit == unit]
        if is_less and any(abs(one.value - other.value) in figure.values for one, other in pairs):
            return True
        is_sum = _SUM.search(around) is not None
        return is_sum and any(one.value + other.value in figure.values for one, other in pairs)

    def is_of_others(self, figure: Figure) -> bool:
        """Tell whether it counts the others of a count: "eleven other games" of twelve."""
        others = _OTHERS.match(self.passage.text, figure.end)
        known = self.grounds.facts.counted.get(stem(others[1]), ()) if others else ()
        return any(value + 1 in known for value in figure.values)

    def _is_part_of(self, parts: Collection[Fraction], whole: Fraction) -> bool:
        """Tell whether both were counted, and the one of the other: "9 people out of 46"."""
        return any(
            one.value in parts and other.value == whole and _is_of(one, other)
            for one, other, _ in self._parts()
        )

    @cached_property
    def _texts(self) -> Sequence[Sequence[Base]]:
        return [bases for part in self.grounds.parts for bases in part.view(_bases_given)]

    @cached_property
    def _bases(self) -> Sequence[Base]:
        return bases_of(self.passage)

    def _shown_near(self, figure: Figure) -> Collection[tuple[Fraction, str]]:
        """Return the other figures that a reader sees around one."""
        first, last = figure.start - _IN_SIGHT, figure.end + _IN_SIGHT
        return frozenset(
            one.quantity
            for one in self._bases
            if first <= one.start <= last and not figure.start <= one.start < figure.end
        )

    def _shares(self, figure: Figure) -> Iterator[Fraction]:
        shown = self._shown_near(figure)
        is_rest = _REST.search(self.passage.text, figure.end, figure.end + _LONGEST_LEAD)
        for part, whole, needed in self._parts():
            if sum(one.quantity in shown for one in (part, whole)) >= needed:
                yield part.value / whole.value
                if is_rest:
                    yield 1 - part.value / whole.value
        for one, other in self._pairs_of(shown) if self._is_change(figure) else ():
            change = abs(other.value - one.value)
            yield from (change / base for base in (one.value, other.value) if base)

    def _is_change(self, figure: Figure) -> bool:
        """Tell whether it is said to be how much something changed."""
        first = max(0, figure.start - _LONGEST_LEAD)
        around = self.passage.text[first : figure.end + _LONGEST_LEAD]
        return _CHANGE.search(around) is not None

    def _parts(self) -> Iterator[tuple[Base, Base, int]]:
        """Yield each part with a whole it may be of, and how many of the two must be shown."""
        for bases in self._texts:
            for at, other in combinations(range(len(bases)), 2):
                part, whole = sorted((bases[at], bases[other]), key=_value)
                if part.unit == whole.unit and part.value < whole.value:
                    needed = _needed(part, whole)
                    if needed is not None:
                        yield part, whole, needed

    def _pairs_of(self, shown: Collection[tuple[Fraction, str]]) -> Iterator[tuple[Base, Base]]:
        """Yield each two of these figures that have one unit and stand near each other there."""
        for bases in self._texts:
            for one, other in combinations([one for one in bases if one.quantity in shown], 2):
                is_near = other.sentence - one.sentence <= _NEAR
                if one.unit == other.unit and is_near and one.value != other.value:
                    yield one, other


def bases_of(passage: Passage) -> tuple[Base, ...]:
    """Return the figures of a text, in order; "3 min 10" is one of 190 seconds as well."""
    text = passage.text
    found = sorted(stated(passage, read=possible_figures).figures, key=lambda one: one.start)
    found = [one for one in found if one.unit != POINT and not one.is_in_words]
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    bases = list[Base]()
    for last, one in pairwise([None, *found[:_MOST]]):
        if one is None:
            continue
        sentence = bisect_left(ends, one.start)
        bases += _durations(text, last, one, sentence)
        size, unit = _in_units(one.unit)
        whole = _whole_of(one, bases) if _is_part(text, one) else None
        bases += [
            Base(value * size, unit, one.nouns, sentence, one.start, whole) for value in one.values
        ]
    return tuple(bases)


def _bases_given(grounds: Evidence) -> tuple[tuple[Base, ...], ...]:
    return tuple(bases_of(Passage.of(text)) for text in grounds.originals)


def _durations(text: str, last: Figure | None, one: Figure, sentence: int) -> Iterator[Base]:
    """Yield the duration that two figures tell together."""
    if last is None or last.unit not in {"minute", "hour"}:
        return
    smaller = "second" if last.unit == "minute" else "minute"
    is_next = text[last.end : one.start] in {" ", " et ", " and ", ""}
    if is_next and one.unit in {"", smaller} and max(one.values) < _A_MINUTE:
        whole = max(last.values) * _SECONDS[last.unit] + max(one.values) * _SECONDS[smaller]
        yield Base(whole, "second", frozenset(), sentence, last.start)


def _in_units(unit: str) -> tuple[int, str]:
    """Return how many of what unit one is: times are counted as things are ("690 fois")."""
    if unit in _SECONDS:
        return _SECONDS[unit], "second"
    return 1, "" if unit == TIMES else unit


def _is_part(text: str, figure: Figure) -> bool:
    """Tell whether a figure is told as a part of what was counted before it."""
    lead = text[max(0, figure.start - _LONGEST_LEAD) : figure.start]
    is_theirs = _BEHIND.match(text, figure.end) is not None or _BEFORE.search(lead) is not None
    return is_theirs or not figure.nouns.isdisjoint(_ANYBODY)


def _whole_of(part: Figure, before: Sequence[Base]) -> Fraction | None:
    """Return the last count of anything before a part that is greater."""
    greater = (one for one in reversed(before) if one.nouns and one.value > max(part.values))
    return next((one.value for one in greater), None)


def _needed(part: Base, whole: Base) -> int | None:
    """Return how many of the two must be shown for the one to be a part of the other."""
    distance = abs(part.sentence - whole.sentence)
    is_told = part.whole == whole.value
    if is_told and distance <= _NEAR:
        return 0
    is_same = distance <= _SAME_THING and not part.nouns.isdisjoint(whole.nouns)
    if (distance == 0 or is_same) and whole.value >= SMALL:
        return 1
    return 2 if is_told or is_same or distance <= _IN_A_ROW else None


def _is_of(part: Base, whole: Base) -> bool:
    """Tell whether the one counts some of what the other counts."""
    return part.whole == whole.value or not part.nouns.isdisjoint(whole.nouns)


def _shares_of(figure: Figure) -> list[Fraction]:
    if figure.out_of is not None:
        return [value / figure.out_of for value in figure.values]
    return [value / 100 for value in figure.values] if figure.unit == PERCENT else []


def _is_rounded(figure: Figure, said: Fraction, true: Fraction) -> bool:
    if is_true(figure.hedge, said, true, of_part=True):
        return True
    if figure.unit == PERCENT:
        digits = 0 if (said * 100).denominator == 1 else 1
        return round(true * 100, digits) == said * 100
    return abs(said - true) <= _CLOSE


def _value(base: Base) -> Fraction:
    return base.value
