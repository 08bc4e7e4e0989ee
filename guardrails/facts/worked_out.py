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
from itertools import chain, combinations
from typing import Final

from guardrails.facts.bases import (
    FELLOWS,
    Base,
    are_set_against,
    bases_given,
    bases_of,
    count_the_same,
    roots,
)
from guardrails.facts.counted import stem
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure, is_round
from guardrails.facts.multiples import TIMES_MORE, is_so_many_times
from guardrails.facts.pairs import pairs_given, parts_given
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.shares import (
    CLAUSE_END,
    LONGEST_LEAD,
    WORD,
    rounds_to,
    shares_of,
    words_behind,
)
from guardrails.facts.standing import comes_to, stands_alone
from guardrails.facts.units import PERCENT, POINT, TIMES, told_otherwise

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
_WITH_COLLEAGUES: Final = re.compile(
    r"(?:.{0,16}?)\b(?:avec|parmi|with|alongside) (?:mes |my |the |les )?(?P<many>\d[\d ,.]*)"
    r" (?:autres |other )?(?:collegues|colleagues|camarades)\b"
)
_LONGEST_WITH: Final = 20
_LONGEST_BACK: Final = 90
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
        ways = (self.is_share, self.is_difference, self.is_of_others, self.is_multiple)
        return any(follows(figure) for follows in ways)

    def is_share(self, figure: Figure) -> bool:
        """Tell whether it is the share of a part in its whole, or of a change."""
        if figure.out_of is not None and not figure.is_in_words and not is_round(figure.out_of):
            return self._is_part_of(figure.values, figure.out_of)
        said = shares_of(figure)
        return bool(said) and any(
            rounds_to(figure, mine, true) for true in self._shares(figure) for mine in said
        )

    def is_difference(self, figure: Figure) -> bool:
        """Tell whether it is said to be a difference or a sum of two shown figures, and is."""
        # Between two percentages lie points, and no percent.
        unit = {POINT: PERCENT, PERCENT: POINT}.get(figure.unit, figure.unit)
        is_less = figure.unit == POINT or _DIFFERENCE.match(self.passage.text, figure.end)
        is_stated = comes_to(self.passage.text, figure) or stands_alone(self.passage.text, figure)
        is_sum = _SUM.search(self._around(figure)) is not None
        for one, other in self._pairs_of(self._shown_near(figure)):
            quantities = _quantities(figure, unit, one.unit, is_stated=is_stated)
            is_gap = abs(one.value - other.value) in quantities and count_the_same(one, other)
            if is_gap and is_stated and self._set_against_before(figure, one, other):
                return True
            if not quantities or not self._is_told_of(figure, one, other):
                continue
            if is_sum and one.value + other.value in quantities:
                return True
            if is_less and is_gap:
                return True
        return False

    def _set_against_before(self, figure: Figure, one: Base, other: Base) -> bool:
        """Tell whether the text sets the two against each other right before, or shows one last."""
        before = [base for base in self._bases if base.end <= figure.start]
        near = [base for base in before if figure.start - base.end <= _LONGEST_BACK]
        quantities = {one.quantity, other.quantity}
        if figure.unit == POINT:
            return bool(near) and near[-1].quantity in quantities
        return any(
            {first.quantity, second.quantity} == quantities and are_set_against(first, second)
            for first, second in combinations(near, 2)
        )

    def is_multiple(self, figure: Figure) -> bool:
        """Tell whether it says how many times one shown figure is another: "3 fois plus long"."""
        if figure.unit != TIMES or not TIMES_MORE.match(self.passage.text, figure.end):
            return False
        return any(
            is_so_many_times(figure, one.value, other.value)
            for one, other in self._pairs_of(self._shown_near(figure))
            if self._is_of_one_measure(figure, one, other)
        )

    def _is_of_one_measure(self, figure: Figure, one: Base, other: Base) -> bool:
        """Tell whether two figures count the same, or measure what the sentence speaks of."""
        if count_the_same(one, other):
            return self._is_told_of(figure, one, other)
        told = roots(self._sentence(figure))
        return bool(one.unit) and not told.isdisjoint(one.words | other.words)

    def is_of_others(self, figure: Figure) -> bool:
        """Tell whether it counts the others of a count: "eleven other games" of twelve."""
        text = self.passage.text
        others = _OTHERS.match(text, figure.end) or _WITH_COLLEAGUES.match(
            text, max(0, figure.start - _LONGEST_WITH)
        )
        if others and others.re is _WITH_COLLEAGUES:
            return figure.start == others.start("many") and self._counts_one_more(figure)
        known = self.grounds.facts.counted.get(stem(others[1]), ()) if others else ()
        return any(value + 1 in known for value in figure.values)

    def _counts_one_more(self, figure: Figure) -> bool:
        """Tell whether one person more was counted: the author is one of them."""
        return any(
            base.value - 1 in figure.values and base.nouns & FELLOWS
            for bases in self._texts
            for base in bases
        )

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
        first = max(0, figure.start - LONGEST_LEAD)
        return self.passage.text[first : figure.end + LONGEST_LEAD]

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
        is_rest = _REST.search(self.passage.text, figure.end, figure.end + LONGEST_LEAD)
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
        told = words_behind(self.passage.text, figure)
        is_theirs = not told or not roots(" ".join(told)).isdisjoint(nouns | part.words)
        if is_theirs and self._are_right_before(figure, part, whole):
            return True  # "320 trailers, and 97 were soft: 3 in 10"
        is_named = not sentence.isdisjoint(nouns)
        return is_theirs and is_named and not sentence.isdisjoint(part.words - nouns)

    def _are_right_before(self, figure: Figure, part: Base, whole: Base) -> bool:
        """Tell whether the last two figures shown before a share are those it is of."""
        before = [one for one in self._bases if one.end <= figure.start]
        last = {one.quantity for one in before[-2:]}
        is_near = bool(before) and figure.start - before[-1].end <= LONGEST_LEAD
        return is_near and last == {part.quantity, whole.quantity}

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
        last = CLAUSE_END.search(text, figure.end)
        return f"{text[first : figure.start]} {text[figure.end : last.start() if last else None]}"

    def _sentence(self, figure: Figure) -> str:
        text = self.passage.text
        first = _sentence_start(text, figure)
        last = SENTENCE_BREAK.search(text, figure.end)
        return text[first : last.start() if last else None]

    def _parts(self) -> Iterator[tuple[Base, Base, int]]:
        """Yield each part with a whole it may be of, and how many of the two must be shown."""
        return chain.from_iterable(part.view(parts_given) for part in self.grounds.parts)

    def _pairs_of(self, shown: Collection[tuple[Fraction, str]]) -> Iterator[tuple[Base, Base]]:
        """Yield each two of these figures that have one unit and stand near each other there."""
        if not shown:
            return
        pairs = chain.from_iterable(part.view(pairs_given) for part in self.grounds.parts)
        for one, other, needed in pairs:
            if (one.quantity in shown) + (other.quantity in shown) >= needed:
                yield one, other


def _noun_end(text: str, base: Base) -> int:
    """Return where the noun of a shown figure ends."""
    word = WORD.search(text, base.end, base.end + LONGEST_LEAD)
    return word.end() if word and stem(word.group()) in base.nouns else base.end


def _quantities(figure: Figure, unit: str, wanted: str, *, is_stated: bool) -> frozenset[Fraction]:
    """Return how much it is in a unit: two weeks are 14 days."""
    if unit == wanted or (not unit and is_stated):
        return figure.values
    return frozenset(
        value
        for mine in figure.values
        for value, one in told_otherwise(mine, unit)
        if one == wanted
    )


def _sentence_start(text: str, figure: Figure) -> int:
    ends = (at.end() for at in SENTENCE_BREAK.finditer(text, 0, figure.start))
    return max(ends, default=0)
