"""Two figures in each other's place: "36 hours are left, and it takes 50" for 50 and 36.

Each figure stands in the source, and so does all that is said of it. What a figure is told of is
known by the words of its clause that the other one does not share: where those beside each of the
two stand in the source beside the other one alone, they were exchanged. "212 of 386 answered" is
a part of a whole, and belongs to both.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.retold import Words, words_in

_NUMBER: Final = re.compile(
    r"\d(?<![\w.,].)\d*(?:[ \u00a0\u202f.,]\d{3}(?!\d))*(?:[.,]\d+)?(?![\d\w])"
)
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
_MOST: Final = 40
"""More figures are a table; each is held against each."""

_Told = tuple[str, Words, Span]


def crossed(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells two figures it was given in each other's place."""
    told = list(_told(text))
    if not 1 < len(told) <= _MOST:
        return
    known = _known(given, {number for number, _, _ in told})
    for (one, mine, first), (other, theirs, last) in combinations(told, 2):
        is_near = one != other and last.end - first.start <= _NEAR
        if not is_near or _is_part_of_whole(text, first, last):
            continue
        if _is_exchanged(mine, theirs, known.get(one), known.get(other)):
            yield Span(first.start, last.end)


def _is_part_of_whole(text: str, part: Span, whole: Span) -> bool:
    is_told = _OF.fullmatch(text, part.end, whole.start) is not None
    return is_told and _value(text, part) < _value(text, whole)


def _value(text: str, figure: Span) -> float:
    return float(plain_number(text[figure.start : figure.end]))


def _is_exchanged(mine: Words, theirs: Words, own: Words | None, others: Words | None) -> bool:
    if own is None or others is None:
        return False
    # What stands beside both, as their unit does, tells neither from the other.
    own, others = own - others, others - own
    is_kept = not mine.isdisjoint(own) or not theirs.isdisjoint(others)
    return not is_kept and not mine.isdisjoint(others) and not theirs.isdisjoint(own)


def _known(given: Sequence[str], numbers: set[str]) -> Mapping[str, Words]:
    """Return, of each number that is looked for, the words beside it wherever it stands."""
    found = defaultdict[str, Words](frozenset)
    for text in given:
        for number, words, _ in _told(text, numbers):
            found[number] |= words
    return found


def _told(text: str, wanted: set[str] | None = None) -> Iterator[_Told]:
    for match in _NUMBER.finditer(text):
        number = plain_number(match[0])
        if wanted is None or number in wanted:
            yield number, _beside(text, *match.span()), Span(*match.span())


def _beside(text: str, start: int, end: int) -> Words:
    """Return the words of the clause around a figure."""
    before = _BOUNDARY.split(text[max(0, start - _REACH) : start])[-1]
    behind = _BOUNDARY.split(text[end : end + _REACH])[0]
    return words_in(f"{before} {behind}")
