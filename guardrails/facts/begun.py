"""What began in a year told as something else: "founded it in 2016" for "has run it since 2016".

Founding a company, running it, joining it, buying and leaving it are known by their verbs. A year
that was given with one of them alone is not told with another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.digits import is_in
from guardrails.facts.kept import view
from guardrails.facts.passage import folding

_DEEDS: Final = (
    r"fond(?:e|ee|es|ees|a|er|ateur)|cre(?:e|ee|es|ees|a|er|ation)|founded|created|established",
    r"dirige\w*|preside\w*|a la tete|pilote\w*|runs?|leads?|led|heads?|headed|manages?|managed",
    r"rejoint|rejoindre|arriv\w+|embauch\w+|recrut\w+|joined|hired|recruited|arrived",
    r"rachet\w+|rachat|repris|reprise|acquis\w*|bought|acquired|took over|taken over",
    r"quitt\w+|retraite|parti|partie|left|retired",
)
_FOUND: Final = tuple(re.compile(rf"\b(?:{words})\b") for words in _DEEDS)
_YEAR: Final = re.compile(r"\b(?:en|depuis|in|since) ((?:19|20)\d\d)\b")
_A_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
MAY_BEGIN: Final = r"\b(?:en|depuis|in|since) (?:19|20)\d\d\b"
_CLAUSE_END: Final = re.compile(
    r"[.!?](?=\s|$)|[;:,()\n–—]|\b(?:et|and|puis|then|mais|but|qui|who|which)\b"
)
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)|\n")


def begun_otherwise(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells a year with another deed than the one it was given with."""
    folded = view(text, folding)
    if not is_in(MAY_BEGIN, folded.text):
        return
    told = [one for one in _told(folded.text, _CLAUSE_END) if one[1]]
    known = defaultdict[str, set[frozenset[int]]](set)
    for year, deeds in (one for each in given if told for one in view(each, _given)):
        known[year].add(deeds)
    for year, deeds, start, end in told:
        theirs = known[year]
        if theirs and all(others and others.isdisjoint(deeds) for others in theirs):
            yield folded.span(start, end)


def _given(text: str) -> list[tuple[str, frozenset[int]]]:
    folded = view(text, folding).text
    dated = Counter(match[1] for match in _YEAR.finditer(folded))
    # A year that stands without "in" or "since" as well may be anything's.
    every = Counter(match[0] for match in _A_YEAR.finditer(folded))
    return [
        (year, deeds if dated[year] == every[year] else frozenset())
        for year, deeds, *_ in _told(folded, _SENTENCE_END)
    ]


def _told(text: str, end: re.Pattern[str]) -> Iterator[tuple[str, frozenset[int], int, int]]:
    start = 0
    for last in (*(match.start() for match in end.finditer(text)), len(text)):
        piece = text[start:last]
        for year in _YEAR.finditer(piece):
            places = [match for words in _FOUND for match in words.finditer(piece)]
            deeds = frozenset(at for at, words in enumerate(_FOUND) if words.search(piece))
            first = min([year.start(), *(one.start() for one in places)])
            yield year[1], deeds, start + first, start + year.end()
        start = last
