"""Figures worked out from two that were given: "7 sur 10" of 5,145 out of 7,350, "twelve points".

Whoever reads a source may divide and subtract, and a reader can check it where the post shows a
figure it was worked out from. A share is that of a part in its whole: of two counts of the same
thing, where the text shows one of them; where the given text calls it a part itself ("5,145 of
them"), none need be shown. A change is told of two shown neighbours that count the same thing. A
difference or a sum says that it is one ("33 de plus"). Whatever is worked out is told of what those
two count: words of its clause that are not theirs tell of something else.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import chain
from typing import Final

from guardrails.facts.bases import Base, are_set_against, count_the_same, roots
from guardrails.facts.between_dates import is_between_dates
from guardrails.facts.counted import stem
from guardrails.facts.days_of_week import is_days_of_week
from guardrails.facts.differences import is_difference, is_share_of_parts, is_sum_of_parts
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import SMALL, Figure, is_round
from guardrails.facts.lapses import is_between_two_times, is_time_since
from guardrails.facts.long_ago import is_so_long_ago
from guardrails.facts.months_between import is_months_between
from guardrails.facts.multiples import TIMES_MORE, is_so_many_times
from guardrails.facts.one_in import is_one_in_so_many
from guardrails.facts.ordinals import is_ordinal
from guardrails.facts.pairs import parts_given
from guardrails.facts.passage import Passage
from guardrails.facts.persons import FELLOWS
from guardrails.facts.products import is_product, is_quotient
from guardrails.facts.remainders import DENYING, is_rest
from guardrails.facts.same_rates import is_same_rate
from guardrails.facts.shares import (
    LONGEST_LEAD,
    is_of_each,
    rounds_to,
    shares_of,
    stands_for,
    words_behind,
)
from guardrails.facts.sight import CHANGE, Sight
from guardrails.facts.told_changes import is_size_of_change, shares_of_changes
from guardrails.facts.units import TIMES
from guardrails.facts.ways import goes_so

_OTHERS: Final = re.compile(r" (?:autres?|other) ([^\W\d_]+)")
_REST: Final = re.compile(
    r"n't\b|\b(?:not|never|without|pas|jamais|sans|others?|autres?|rest|reste|restent"
    r"|restants?|remaining|left)\b"
)
_WITH_COLLEAGUES: Final = re.compile(
    r"(?:.{0,16}?)\b(?:avec|parmi|with|alongside) (?:mes |my |the |les )?(?P<many>\d[\d ,.]*)"
    r" (?:autres |other )?(?:collegues|colleagues|camarades)\b"
)
_LONGEST_WITH: Final = 20
_TURNING: Final = DENYING | roots("autres others other reste rest restants remaining")
_HELPING: Final = roots(
    "did does having being etre avoir deja already dit disent says say said read reads yet"
    " still encore toujours"
)
_NEAREST_TENTH: Final = Fraction(25, 1_000)


@dataclass(frozen=True)
class WorkedOut:
    """Tells which figures of a text follow from two that it was given."""

    passage: Passage
    grounds: Evidence
    today: date | None = None

    def follows(self, figure: Figure) -> bool:
        """Tell whether a figure follows from two that were given."""
        sight = self.sight
        return (
            self.is_share(figure)
            or is_difference(figure, sight)
            or self.is_of_others(figure)
            or self.is_multiple(figure)
            or is_size_of_change(figure, sight)
            or is_product(figure, sight)
            or is_sum_of_parts(figure, sight)
            or is_share_of_parts(figure, sight)
            or is_rest(figure, sight)
            or is_quotient(figure, sight)
            or is_one_in_so_many(figure, sight)
            or is_between_two_times(figure, sight)
            or is_time_since(figure, sight, self.today)
            or is_between_dates(figure, sight)
            or is_months_between(figure, sight)
            or is_so_long_ago(figure, sight, self.today)
            or is_days_of_week(figure, sight)
            or is_ordinal(figure, sight)
            or is_same_rate(figure, sight)
        )

    @cached_property
    def sight(self) -> Sight:
        """What a reader sees of the text, and what was given."""
        return Sight(self.passage, self.grounds)

    def is_share(self, figure: Figure) -> bool:
        """Tell whether it is the share of a part in its whole, or of a change."""
        if figure.out_of is not None and not figure.is_in_words and not is_round(figure.out_of):
            return self._is_part_of(figure.values, figure.out_of)
        said = shares_of(figure)
        if not said:
            return False
        return self._is_restated(figure, said) or any(
            rounds_to(figure, mine, true) for true in self._shares(figure) for mine in said
        )

    def _is_restated(self, figure: Figure, said: Collection[Fraction]) -> bool:
        """Tell whether it says in so many of ten what was shown right before: "54 sur 130"."""
        if figure.out_of is None or figure.out_of > SMALL or figure.is_in_words:
            return False
        return any(
            abs(mine - part.value / whole.value) <= _NEAREST_TENTH
            and self.sight.are_right_before(figure, part, whole)
            and self._counts_them(figure, part, whole)
            and self._is_share_of(figure, part, whole)
            for part, whole, _ in self._parts()
            for mine in said
        )

    def _counts_them(self, figure: Figure, part: Base, whole: Base) -> bool:
        """Tell whether it names, if anything, what the two count or what the part did."""
        named = words_behind(self.sight.passage.text, figure)
        deeds = part.words - roots(" ".join(whole.nouns))
        is_theirs = not (whole.nouns | part.nouns).isdisjoint(map(stem, named))
        return not named or is_theirs or not roots(" ".join(named)).isdisjoint(deeds)

    def is_multiple(self, figure: Figure) -> bool:
        """Tell whether it says how many times one shown figure is another: "3 fois plus long"."""
        if figure.unit != TIMES or not TIMES_MORE.match(self.sight.passage.text, figure.end):
            return False
        return any(
            is_so_many_times(figure, one.value, other.value)
            for one, other in self.sight.pairs_of(self.sight.shown_near(figure))
            if self._is_of_one_measure(figure, one, other)
        )

    def _is_of_one_measure(self, figure: Figure, one: Base, other: Base) -> bool:
        """Tell whether two figures count the same, or measure what the sentence speaks of."""
        if count_the_same(one, other):
            return self.sight.is_told_of(figure, one, other)
        told = roots(self.sight.sentence(figure))
        return bool(one.unit) and not told.isdisjoint(one.words | other.words)

    def is_of_others(self, figure: Figure) -> bool:
        """Tell whether it counts the others of a count: "eleven other games" of twelve."""
        text = self.sight.passage.text
        others = _OTHERS.match(text, figure.end) or _WITH_COLLEAGUES.match(
            text, max(0, figure.start - _LONGEST_WITH)
        )
        if others and others.re is _WITH_COLLEAGUES:
            return figure.start == others.start("many") and self._counts_one_more(figure)
        known = self.sight.grounds.facts.counted.get(stem(others[1]), ()) if others else ()
        return any(value + 1 in known for value in figure.values)

    def _counts_one_more(self, figure: Figure) -> bool:
        """Tell whether one person more was counted: the author is one of them."""
        return any(
            base.value - 1 in figure.values and base.nouns & FELLOWS
            for bases in self.sight.texts
            for base in bases
        )

    def _is_part_of(self, parts: Collection[Fraction], whole: Fraction) -> bool:
        """Tell whether both were counted, and the one of the other: "9 people out of 46"."""
        return any(
            one.value in parts and other.value == whole and not are_set_against(one, other)
            for one, other, _ in self._parts()
        )

    def _shares(self, figure: Figure) -> Iterator[Fraction]:
        shown = self.sight.shown_near(figure)
        is_rest = _REST.search(self.sight.passage.text, figure.end, figure.end + LONGEST_LEAD)
        for part, whole, needed in self._parts():
            is_shown = sum(one.quantity in shown for one in (part, whole)) >= needed
            if is_shown and self._is_share_of(figure, part, whole):
                yield part.value / whole.value
            if is_shown and is_rest and self._is_share_of(figure, part, whole, is_rest=True):
                yield 1 - part.value / whole.value
        if CHANGE.search(self.sight.around(figure)) is None:
            return
        yield from shares_of_changes(figure, self.sight)
        for one, other in self.sight.pairs_of(shown):
            is_same = count_the_same(one, other) or stands_for(one, other)
            is_told = is_same and self.sight.is_told_of(figure, one, other)
            if is_told and goes_so(figure, one, other, self.sight):
                change = abs(other.value - one.value)
                yield from (change / base for base in (one.value, other.value) if base)

    def _is_share_of(
        self, figure: Figure, part: Base, whole: Base, *, is_rest: bool = False
    ) -> bool:
        """Tell whether a share is told of what the whole counts, and of what the part is or not."""
        if part.whole != whole.value and not is_of_each(part, whole):
            return self.sight.is_told_of(figure, part, whole)
        sentence = roots(self.sight.sentence(figure))
        nouns = roots(" ".join(whole.nouns | (part.nouns & whole.each)))
        told = words_behind(self.sight.passage.text, figure)
        is_theirs = not told or not roots(" ".join(told)).isdisjoint(nouns | part.words)
        if is_theirs and self.sight.are_right_before(figure, part, whole):
            # As of "320 trailers, and 97 were soft: 3 in 10".
            return self.sight.says_no_more(figure, nouns | part.words | whole.words)
        is_named = not sentence.isdisjoint(nouns)
        if not (is_theirs and is_named) or sentence.isdisjoint(part.words - nouns):
            return False
        is_turned = self._is_turned(figure, part) == is_rest
        known = nouns | part.words | whole.words
        if whole.quantity in self.sight.shown_near(figure):
            known |= self._given_words
        return is_turned and self.sight.says_no_more(figure, known, _TURNING | _HELPING)

    def _is_turned(self, figure: Figure, part: Base) -> bool:
        """Tell whether one of the two, the figure or the part, is told with a denial."""
        told = self.sight.words(figure)
        return told.isdisjoint(_TURNING) != part.words.isdisjoint(_TURNING)

    @cached_property
    def _given_words(self) -> frozenset[str]:
        """The roots of all that was given, with which a share of a shown whole may be told."""
        texts = (Passage.of(one).text for part in self.grounds.parts for one in part.originals)
        return frozenset[str]().union(*map(roots, texts))

    def _parts(self) -> Iterator[tuple[Base, Base, int]]:
        """Yield each part with a whole it may be of, and how many of the two must be shown."""
        return chain.from_iterable(part.view(parts_given) for part in self.grounds.parts)
