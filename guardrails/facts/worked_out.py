"""Figures worked out from two that were given: "7 sur 10" of 5,145 out of 7,350, "twelve points".

Whoever reads a source may divide and subtract, and a reader can check it where the post shows a
figure it was worked out from. A share is that of a part in its whole: of two counts of the same
thing, where the text shows one of them; where the given text calls it a part itself ("5,145 of
them"), none need be shown. A change is told of two shown neighbours that count the same thing. A
difference or a sum says that it is one ("33 de plus"). Whatever is worked out is told of what those
two count: words of its clause that are not theirs tell of something else.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import Final

from guardrails.facts.bases import (
    ANYBODY,
    Base,
    are_set_against,
    bases_given,
    bases_of,
    count_the_same,
    roots,
)
from guardrails.facts.counted import may_be_noun, stem
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import SMALL, Figure, is_round
from guardrails.facts.hedges import is_true
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.units import PERCENT, POINT

_NEAR: Final = 1
_SAME_THING: Final = 4  # sentences
_LONGEST_LEAD: Final = 40
_IN_SIGHT: Final = 350
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
_CLAUSE_END: Final = re.compile(r"[.!?](?=\s)|[\n;:,()–—]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COLLECTIVE: Final = frozenset("set lot total ensemble whole them eux elles".split())
# What a worked-out figure may be told with, whatever it counts.
_TELLING: Final = roots(
    "difference ecart points point autant half third quarter moitie tiers quart total altogether"
    " together ensemble extra better higher lower reste rest"
)


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
        # Between two percentages lie points, and no percent.
        unit = {POINT: PERCENT, PERCENT: POINT}.get(figure.unit, figure.unit)
        is_less = figure.unit == POINT or _DIFFERENCE.match(self.passage.text, figure.end)
        is_sum = _SUM.search(self._around(figure)) is not None
        for one, other in self._pairs_of(self._shown_near(figure)):
            if one.unit != unit or not self._is_told_of(figure, one, other):
                continue
            if is_sum and one.value + other.value in figure.values:
                return True
            is_gap = abs(one.value - other.value) in figure.values
            if is_less and is_gap and count_the_same(one, other):
                return True
        return False

    def is_of_others(self, figure: Figure) -> bool:
        """Tell whether it counts the others of a count: "eleven other games" of twelve."""
        others = _OTHERS.match(self.passage.text, figure.end)
        known = self.grounds.facts.counted.get(stem(others[1]), ()) if others else ()
        return any(value + 1 in known for value in figure.values)

    def _is_part_of(self, parts: Collection[Fraction], whole: Fraction) -> bool:
        """Tell whether both were counted, and the one of the other: "9 people out of 46"."""
        return any(
            one.value in parts and other.value == whole and not are_set_against(one, other)
            for one, other, _ in self._parts()
        )

    @cached_property
    def _texts(self) -> Sequence[Sequence[Base]]:
        return [bases for part in self.grounds.parts for bases in part.view(bases_given)]

    @cached_property
    def _bases(self) -> Sequence[Base]:
        return bases_of(self.passage)

    def _around(self, figure: Figure) -> str:
        first = max(0, figure.start - _LONGEST_LEAD)
        return self.passage.text[first : figure.end + _LONGEST_LEAD]

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
            is_shown = sum(one.quantity in shown for one in (part, whole)) >= needed
            if is_shown and self._is_share_of(figure, part, whole):
                yield part.value / whole.value
                if is_rest:
                    yield 1 - part.value / whole.value
        is_change = _CHANGE.search(self._around(figure)) is not None
        for one, other in self._pairs_of(shown) if is_change else ():
            if count_the_same(one, other) and self._is_told_of(figure, one, other):
                change = abs(other.value - one.value)
                yield from (change / base for base in (one.value, other.value) if base)

    def _is_share_of(self, figure: Figure, part: Base, whole: Base) -> bool:
        """Tell whether a share is told of what the whole counts, and of what the part is."""
        if part.whole != whole.value:
            return self._is_told_of(figure, part, whole)
        sentence = roots(self._sentence(figure))
        nouns = roots(" ".join(whole.nouns))
        told = _words_behind(self.passage.text, figure)
        is_theirs = not told or not roots(" ".join(told)).isdisjoint(nouns | part.words)
        is_named = not sentence.isdisjoint(nouns)
        return is_theirs and is_named and not sentence.isdisjoint(part.words - nouns)

    def _is_told_of(self, figure: Figure, one: Base, other: Base) -> bool:
        """Tell whether a figure is told of what both count: its words name nothing else."""
        alone = roots(" ".join(one.nouns ^ other.nouns))
        told = roots(_CHANGE.sub(" ", self._told(figure, one, other))) - _TELLING
        return told <= (one.words | other.words) - alone

    def _told(self, figure: Figure, one: Base, other: Base) -> str:
        """Return the words a figure is told with, from the shown figures on to its clause's end."""
        text, quantities = self.passage.text, {one.quantity, other.quantity}
        shown = [_noun_end(text, base) for base in self._bases if base.quantity in quantities]
        sentence = _sentence_start(text, figure)
        first = max((end for end in shown if end <= figure.start), default=sentence)
        last = _CLAUSE_END.search(text, figure.end)
        return f"{text[first : figure.start]} {text[figure.end : last.start() if last else None]}"

    def _sentence(self, figure: Figure) -> str:
        text = self.passage.text
        first = _sentence_start(text, figure)
        last = SENTENCE_BREAK.search(text, figure.end)
        return text[first : last.start() if last else None]

    def _parts(self) -> Iterator[tuple[Base, Base, int]]:
        """Yield each part with a whole it may be of, and how many of the two must be shown."""
        for bases in self._texts:
            for at, other in combinations(range(len(bases)), 2):
                part, whole = sorted((bases[at], bases[other]), key=_value)
                if part.unit == whole.unit and part.value < whole.value:
                    needed = _part_in(part, whole)
                    if needed is not None:
                        yield part, whole, needed

    def _pairs_of(self, shown: Collection[tuple[Fraction, str]]) -> Iterator[tuple[Base, Base]]:
        """Yield each two of these figures that have one unit and stand near each other there."""
        for bases in self._texts:
            for one, other in combinations([one for one in bases if one.quantity in shown], 2):
                is_near = other.sentence - one.sentence <= _NEAR
                if one.unit == other.unit and is_near and one.value != other.value:
                    yield one, other


def _noun_end(text: str, base: Base) -> int:
    """Return where the noun of a shown figure ends."""
    word = _WORD.search(text, base.end, base.end + _LONGEST_LEAD)
    return word.end() if word and stem(word.group()) in base.nouns else base.end


def _words_behind(text: str, figure: Figure) -> list[str]:
    """Return the first words behind a share that may say of what it is, and those inside it."""
    behind = _CLAUSE_END.split(text[figure.end : figure.end + _LONGEST_LEAD])[0]
    inside = [one for one in _WORD.findall(text[figure.start : figure.end]) if may_be_noun(one)]
    words = [one for one in _WORD.findall(behind) if one not in _COLLECTIVE and roots(one)]
    return inside[:1] if inside and figure.out_of and not figure.is_in_words else words[:1]


def _part_in(part: Base, whole: Base) -> int | None:
    """Return how many of the two must be shown for the one to be a part of the other.

    A part of the other that the text calls one needs none shown, and where it sets one against the
    other ("3 minutes, against 6") both.
    """
    distance = abs(part.sentence - whole.sentence)
    if part.whole == whole.value:
        is_sure = distance <= _NEAR and part.nouns.isdisjoint(ANYBODY)
        return 0 if is_sure else 2
    if are_set_against(part, whole):
        return 2
    is_same = distance <= _SAME_THING and count_the_same(part, whole)
    return 1 if is_same and whole.value >= SMALL else None


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


def _sentence_start(text: str, figure: Figure) -> int:
    ends = (at.end() for at in SENTENCE_BREAK.finditer(text, 0, figure.start))
    return max(ends, default=0)
