"""A figure told of the other side: "240 work by night" for 18 by night against 240 by day.

Day and night, morning and evening, summer and winter are sides that a clause names one of. A
figure that what was given tells of one side alone, clause by clause, is not told of the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.digits import WHOLE_NUMBER, digit_runs
from guardrails.facts.kept import view
from guardrails.facts.passage import folding

_SIDES: Final = (
    (
        r"(?:le|de|en plein) jour|(?:la|en) journee|by day|(?:in|for|during) the day|day-?time",
        r"(?:la|de|en pleine) nuit|(?:by|at|over)[- ]?night|(?:in|for|during) the night|nighttime",
    ),
    (r"(?:le|au) matin|(?:in the|each|every) morning", r"(?:le|au) soir|(?:in the|each) evening"),
    (r"(?:l'|en |d')ete|(?:in|by) (?:the )?summer", r"(?:l'|en |d')hiver|in (?:the )?winter"),
)
SIDES: Final = tuple(
    (place, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for row, sides in enumerate(_SIDES)
    for place, words in (((row, 0), sides[0]), ((row, 1), sides[1]))
)
# One of these stands in each of them.
TIMES_OF_DAY: Final = frozenset(
    "jour journee day daytime nuit night overnight matin morning soir evening ete summer hiver"
    " winter nighttime".split()
)
_CLAUSE_END: Final = re.compile(
    r"[.!?](?=\s)|[;:,()\n–—]|(?<!\w)(?:contre|against|tandis|alors que|while|whereas|mais|but"
    r"|versus|au lieu|instead|quand|when)(?!\w)"
)
_AND: Final = re.compile(r"(?<!\w)(?:et|and|puis|then)(?!\w)")

_Side = tuple[int, int]
_Told = tuple[str, frozenset[_Side], Span]


def of_the_other_side(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells a figure of the side opposite the one it was given for."""
    told = view(text, _told)
    known = _known(given, {number for number, _, _ in told}) if told else {}
    for number, sides, span in told:
        theirs = known.get(number, frozenset())
        # A clause that names both sides tells of neither.
        one_sided = ((row, side) for row, side in sides if (row, 1 - side) not in sides)
        if any((row, 1 - side) in theirs and (row, side) not in theirs for row, side in one_sided):
            yield span


def _known(given: Sequence[str], numbers: set[str]) -> Mapping[str, frozenset[_Side]]:
    """Return, of each of these numbers, the sides of the clauses it stands in."""
    found = defaultdict[str, frozenset[_Side]](frozenset)
    for text in given:
        for number, sides, _ in view(text, _told):
            if number in numbers:
                found[number] |= sides
    return found


def _told(text: str) -> list[_Told]:
    """Return the figures of the clauses that name a side, each with the sides."""
    folded = view(text, folding)
    if not view(text, digit_runs) or TIMES_OF_DAY.isdisjoint(folded.once):
        return []
    found = list[_Told]()
    words = TIMES_OF_DAY & folded.once
    for start, clause, sides in _clauses(folded.text, words):
        for match in WHOLE_NUMBER.finditer(clause) if sides else ():
            first, last = start + match.start(), start + match.end()
            found.append((plain_number(match[0]), sides, folded.span(first, last)))
    return found


def _clauses(text: str, words: frozenset[str]) -> Iterator[tuple[int, str, frozenset[_Side]]]:
    """Yield each clause with one of these words of a side, where it begins and its sides.

    "40 by day and 15 by night" are two.
    """
    for start, clause in _pieces(_CLAUSE_END, 0, text):
        if not _holds_one(clause, words):
            continue
        sides = _sides(clause)
        if all((row, 1 - side) not in sides for row, side in sides):
            yield start, clause, sides
            continue
        parts = [(at, piece, _sides(piece)) for at, piece in _pieces(_AND, start, clause)]
        has_its_own = all(WHOLE_NUMBER.search(piece) for _, piece, told in parts if told)
        yield from parts if has_its_own else [(start, clause, sides)]


def _holds_one(clause: str, words: frozenset[str]) -> bool:
    for word in words:  # noqa: SIM110 - no generator: every clause of a source is asked
        if word in clause:
            return True
    return False


def _pieces(ends: re.Pattern[str], offset: int, text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in (*(match.start() for match in ends.finditer(text)), len(text)):
        yield offset + start, text[start:end]
        start = end


def _sides(clause: str) -> frozenset[_Side]:
    return frozenset(side for side, words in SIDES if words.search(clause))
