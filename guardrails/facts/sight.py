"""What a reader of a text sees around one of its figures, and the figures that were given."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain
from typing import Final

from guardrails.facts.bases import (
    Base,
    bases_given,
    bases_of,
    roots,
)
from guardrails.facts.counted import stem
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.pairs import pairs_given
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.shares import CLAUSE_END, LONGEST_LEAD, NEAR, WORD
from guardrails.facts.units import told_otherwise

_IN_SIGHT: Final = 350
CHANGE: Final = re.compile(
    r"\b(?:plus|moins|hausse|baiss\w*|recul\w*|chut\w*|grimp\w*|augment\w*|diminu\w*"
    r"|redui\w*|progress\w*|more|fewer|less|down|up|fell|fall\w*|rose|ris\w+|drop\w*|cut|grew|growth"
    r"|increas\w*|decreas\w*|reduc\w*|shr[aiu]nk\w*)\b"
)
# What a worked-out figure may be told with, whatever it counts.
_TELLING: Final = roots(
    "difference ecart points point autant half third quarter moitie tiers quart total altogether"
    " together ensemble extra better higher lower reste rest"
)
IDLE: Final = _TELLING | roots(
    "fait font faire cela voila thats makes comes quoi then alors well enfin exactly exactement"
    " pile juste rond ronde full entier entiere chaque each every fois time times back get"
    " got you elle peu pres set lot roughly quasi quasiment grosso modo"
)
"""And what tells neither a thing nor a deed: "ça fait", "quoi", "à chaque fois"."""


@dataclass(frozen=True)
class Sight:
    """The figures that a text shows around one of its own, and those that it was given."""

    passage: Passage
    grounds: Evidence

    @cached_property
    def texts(self) -> Sequence[Sequence[Base]]:
        """The figures of each text that was given."""
        return [bases for part in self.grounds.parts for bases in part.view(bases_given)]

    @cached_property
    def bases(self) -> Sequence[Base]:
        """The figures of the text itself."""
        return bases_of(self.passage)

    def around(self, figure: Figure) -> str:
        """Return the text a little before a figure and behind it."""
        first = max(0, figure.start - LONGEST_LEAD)
        return self.passage.text[first : figure.end + LONGEST_LEAD]

    def shown_near(self, figure: Figure) -> Collection[tuple[Fraction, str]]:
        """Return the other figures that a reader sees around one."""
        first, last = figure.start - _IN_SIGHT, figure.end + _IN_SIGHT
        return frozenset(
            one.quantity
            for one in self.bases
            if first <= one.start <= last and not figure.start <= one.start < figure.end
        )

    def are_right_before(self, figure: Figure, part: Base, whole: Base) -> bool:
        """Tell whether the last two figures before, or a ratio behind, are those a share is of."""
        if self._is_ratio_behind(figure, part, whole):
            return True
        before = [one for one in self.bases if one.end <= figure.start and one.unit == part.unit]
        last = {one.quantity for one in before[-2:]}
        if not before or figure.start - before[-1].end > LONGEST_LEAD:
            return False
        is_ratio = before[-1].whole == whole.value and before[-1].value == part.value
        return is_ratio or last == {part.quantity, whole.quantity}

    def _is_ratio_behind(self, figure: Figure, part: Base, whole: Base) -> bool:
        """Tell whether it says it again in figures: "a quarter of us cycle: 12 out of 48"."""
        behind = [one for one in self.bases if one.start >= figure.end]
        is_same = bool(behind) and behind[0].value == part.value and behind[0].whole == whole.value
        return is_same and behind[0].start - figure.end <= LONGEST_LEAD

    def is_told_of(self, figure: Figure, one: Base, other: Base) -> bool:
        """Tell whether a figure is told of what both count: its words name nothing else."""
        alone = roots(" ".join(one.nouns ^ other.nouns))
        told = roots(CHANGE.sub(" ", self._told(figure, one, other))) - _TELLING
        return told <= (one.words | other.words) - alone

    def _told(self, figure: Figure, one: Base, other: Base) -> str:
        """Return the words a figure is told with, from the shown figures on to its clause's end."""
        text, quantities = self.passage.text, {one.quantity, other.quantity}
        shown = [_noun_end(text, base) for base in self.bases if base.quantity in quantities]
        sentence = _sentence_start(text, figure)
        first = max((end for end in shown if end <= figure.start), default=sentence)
        last = CLAUSE_END.search(text, figure.end)
        return f"{text[first : figure.start]} {text[figure.end : last.start() if last else None]}"

    def says_no_more(
        self, figure: Figure, words: frozenset[str], idle: frozenset[str] = frozenset()
    ) -> bool:
        """Tell whether its clause tells nothing but what these roots do, and such as are idle."""
        return self.words(figure) - IDLE - idle <= words

    def words(self, figure: Figure) -> frozenset[str]:
        """Return the roots of the other words of its clause."""
        if figure.start not in self._words:
            text = self.passage.text
            first = max(0, figure.start - _IN_SIGHT)
            clauses = (at.end() for at in CLAUSE_END.finditer(text, first, figure.start))
            lead = roots(text[max(clauses, default=first) : figure.start])
            self._words[figure.start] = lead | self.words_behind(figure)
        return self._words[figure.start]

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        return {}

    def words_behind(self, figure: Figure) -> frozenset[str]:
        """Return the roots of the words behind it, up to its clause's end."""
        text = self.passage.text
        last = figure.end + _IN_SIGHT
        end = CLAUSE_END.search(text, figure.end, last)
        return roots(text[figure.end : end.start() if end else last])

    def sentence(self, figure: Figure) -> str:
        """Return the sentence of a figure."""
        text = self.passage.text
        first = _sentence_start(text, figure)
        last = SENTENCE_BREAK.search(text, figure.end)
        return text[first : last.start() if last else None]

    def sentence_bases(self, figure: Figure) -> Sequence[Base]:
        """Return the other figures of its sentence."""
        return self._bases_within(figure, 0)

    def neighbours(self, figure: Figure) -> Sequence[Base]:
        """Return the other figures of its sentence and of those right before and behind it."""
        return self._bases_within(figure, NEAR)

    def _bases_within(self, figure: Figure, farthest: int) -> Sequence[Base]:
        own = SENTENCE_BREAK.findall(self.passage.text, 0, figure.start)
        return [
            one
            for one in self.bases
            if abs(one.sentence - len(own)) <= farthest
            and not figure.start <= one.start < figure.end
        ]

    def pairs_of(self, shown: Collection[tuple[Fraction, str]]) -> Iterator[tuple[Base, Base]]:
        """Yield each two of these figures that have one unit and stand near each other there."""
        if not shown:
            return
        pairs = chain.from_iterable(part.view(pairs_given) for part in self.grounds.parts)
        units = {unit for _, unit in shown}
        for one, other, needed in pairs:
            if one.unit not in units:  # nor is the other's: looking up a value is dear
                continue
            is_one = one.quantity in shown
            if (is_one and needed == 1) or ((is_one or needed == 1) and other.quantity in shown):
                yield one, other


def _noun_end(text: str, base: Base) -> int:
    """Return where the noun of a shown figure ends."""
    word = WORD.search(text, base.end, base.end + LONGEST_LEAD)
    return word.end() if word and stem(word.group()) in base.nouns else base.end


def quantities(figure: Figure, unit: str, wanted: str, *, is_stated: bool) -> frozenset[Fraction]:
    """Return how much it is in a unit: two weeks are 14 days."""
    if unit == wanted or (not unit and is_stated):
        return figure.values
    return frozenset(
        value
        for mine in figure.values
        for value, one in told_otherwise(mine, unit)
        if one == wanted
    )


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence of what stands there, as far as it is near."""
    first, last = max(0, start - _IN_SIGHT), end + _IN_SIGHT
    first = max((at.end() for at in SENTENCE_BREAK.finditer(text, first, start)), default=first)
    ends = SENTENCE_BREAK.search(text, end, last)
    return text[first : ends.start() if ends else last]


def _sentence_start(text: str, figure: Figure) -> int:
    ends = (at.end() for at in SENTENCE_BREAK.finditer(text, 0, figure.start))
    return max(ends, default=0)


def roots_given(grounds: Evidence) -> frozenset[str]:
    """Return the roots of all that was given."""
    return roots(grounds.words)
