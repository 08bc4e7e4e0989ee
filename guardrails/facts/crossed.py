"""Two figures in each other's place: "36 hours are left, and it takes 50" for 50 and 36.

Each figure stands in the source, and so does all that is said of it. What a figure is told of is
known by the words of its clause that the other one does not share: where those beside each of the
two stand in the source beside the other one alone, they were exchanged. "212 of 386 answered" is
a part of a whole, and belongs to both.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import combinations
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.digits import WHOLE_NUMBER, digit_runs, matches_at
from guardrails.facts.kept import view
from guardrails.facts.retold import Words, words_in

_BOUNDARY: Final = re.compile(
    r"[.!?](?=\s)|[\n;:,()–—]|\b(?:et|and|mais|but|puis|then|tandis|alors|while|whereas|contre"
    r"|au lieu|instead|versus|sur|out of)\b",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"\s(?:[^\W\d_]+\s){0,3}(?:sur|parmi|out of|of|in)\s(?:[^\W\d_]{2,4}\s)?", re.IGNORECASE
)
_REACH: Final = 120
_NEAR: Final = 200
_NO_WORDS: Final = Words()
_MOST: Final = 40
"""More figures are a table; each is held against each."""


class _Figures:
    """The figures of a text, with the words beside those that are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = matches_at(WHOLE_NUMBER, text, view(text, digit_runs))
        self.told = [(plain_number(one[0]), Span(*one.span())) for one in found]
        self._found: dict[str, Words] = {}

    def beside(self, number: str) -> Words:
        """Return the words beside a number wherever it stands."""
        if number not in self._found:
            places = (span for one, span in self.told if one == number)
            self._found[number] = _NO_WORDS.union(*(_beside(self._text, one) for one in places))
        return self._found[number]


def crossed(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells two figures it was given in each other's place."""
    told = view(text, _Figures).told
    if not 1 < len(told) <= _MOST:
        return
    known = [view(one, _Figures) for one in given]
    around = cache(partial(_beside, text))
    given_beside = cache(partial(_beside_given, known))
    for (one, first), (other, last) in combinations(told, 2):
        is_near = one != other and last.end - first.start <= _NEAR
        if not is_near or _is_part_of_whole(text, first, last):
            continue
        own, others = given_beside(one), given_beside(other)
        is_given = bool(own and others)
        if is_given and _is_exchanged(around(first), around(last), own, others):
            yield Span(first.start, last.end)


def _beside_given(known: Sequence[_Figures], number: str) -> Words:
    return _NO_WORDS.union(*(each.beside(number) for each in known))


def _is_part_of_whole(text: str, part: Span, whole: Span) -> bool:
    is_told = _OF.fullmatch(text, part.end, whole.start) is not None
    return is_told and _value(text, part) < _value(text, whole)


def _value(text: str, figure: Span) -> float:
    return float(plain_number(text[figure.start : figure.end]))


def _is_exchanged(mine: Words, theirs: Words, own: Words, others: Words) -> bool:
    # What stands beside both, as their unit does, tells neither from the other.
    own, others = own - others, others - own
    is_kept = not mine.isdisjoint(own) or not theirs.isdisjoint(others)
    return not is_kept and not mine.isdisjoint(others) and not theirs.isdisjoint(own)


def _beside(text: str, figure: Span) -> Words:
    """Return the words of the clause around a figure."""
    before = _BOUNDARY.split(text[max(0, figure.start - _REACH) : figure.start])[-1]
    behind = _BOUNDARY.split(text[figure.end : figure.end + _REACH], maxsplit=1)[0]
    return words_in(f"{before} {behind}")
