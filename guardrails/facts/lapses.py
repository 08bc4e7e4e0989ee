"""How long it is between two times that were given: from 22 h to 22 h 05, or since 1996."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from guardrails.facts.bases import roots
from guardrails.facts.dates import Moment, moments
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.hedges import is_true
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.shares import LONGEST_LEAD
from guardrails.facts.sight import Sight

_MINUTES: Final = {"minute": 1, "hour": 60}
_A_DAY: Final = 24 * 60
_NEAR: Final = 60
_LATER: Final = re.compile(
    r"[^.!?;\n]{0,24}?\b(?:plus (?:tot|tard)|de plus|de moins|d'avance|de retard|earlier|later|late"
    r"|early|longer|shorter|more|less|extra)\b"
)
_SINCE: Final = re.compile(
    r"\b(?:depuis|fond\w+|cre[eé]\w*|ouv(?:re|ert)\w*|nee?s?|construit\w*|date|datant|entree?s?"
    r"|arrivee?s?|lancee?s?|since|founded|created|opened|built|born|established|started|joined"
    r"|launched)\b[^.!?;\n\d]{0,40}\b(?P<year>(?:19|20)\d\d)(?![\w%€$£])"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LASTS: Final = re.compile(
    r"\b(?:depuis|il y a|ca fait|cela fait|voila|fete\w*|pour (?:ses|nos|les)|for|turn\w*"
    r"|celebrat\w*|after|apres)\b[^.!?;\n\d]{0,24}$"
)
_LASTED: Final = re.compile(r"[^.!?;\n\d]{0,16}?\b(?:ago|old|d'existence|anniversar\w*)\b")


class _Since(NamedTuple):
    year: int
    words: frozenset[str]


def is_between_two_times(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is how long lies between two times of day that one sentence gives.

    The text shows one of them, or says that it is so much earlier or later.
    """
    size = _MINUTES.get(figure.unit)
    if size is None:
        return False
    values = {value * size for value in figure.values}
    shown = {one.minute for one in moments(sight.passage) if one.minute is not None}
    is_told = _LATER.match(sight.passage.text, figure.end) is not None
    return any(
        (is_told or not shown.isdisjoint((one, other)))
        and Fraction((other - one) % _A_DAY) in values
        for part in sight.grounds.parts
        for one, other in part.view(_pairs_of_times)
    )


def is_time_since(figure: Figure, sight: Sight, today: date | None) -> bool:
    """Tell whether it is how many years it is since one that was given as a beginning."""
    text = sight.passage.text
    if today is None or figure.unit != "year":
        return False
    lead = text[max(0, figure.start - LONGEST_LEAD) : figure.start]
    sentence = sight.sentence(figure)
    is_told = _LASTS.search(lead) or _LASTED.match(text, figure.end)
    if not (is_told or len(set(_YEAR.findall(sentence))) == 1):
        return False
    said = roots(sentence)
    return any(
        _is_so_long(figure, today.year - one.year) and not said.isdisjoint(one.words)
        for part in sight.grounds.parts
        for one in part.view(_beginnings)
    )


def _is_so_long(figure: Figure, years: int) -> bool:
    """Tell whether it is so many years, or one less where the day has not come yet."""
    known = (Fraction(years), Fraction(years - 1))
    return any(
        value in known or any(is_true(figure.hedge, value, one) for one in known)
        for value in figure.values
    )


def _pairs_of_times(evidence: Evidence) -> tuple[tuple[int, int], ...]:
    return tuple(pair for text in evidence.originals for pair in _of_text(Passage.of(text)))


def _of_text(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each two times of day that stand next to each other in one sentence."""
    for one, other in pairwise(sorted(moments(passage), key=_start)):
        is_near = other.start - one.end <= _NEAR
        is_apart = SENTENCE_BREAK.search(passage.text, one.end, other.start) is not None
        if one.minute is not None and other.minute is not None and is_near and not is_apart:
            yield one.minute, other.minute


def _start(moment: Moment) -> int:
    return moment.start


def _beginnings(evidence: Evidence) -> tuple[_Since, ...]:
    """Return the years since which something is, with the roots of the words that say what."""
    texts = (Passage.of(original).text for original in evidence.originals)
    return tuple(
        _Since(int(match["year"]), roots(sentence))
        for text in texts
        for sentence in SENTENCE_BREAK.split(text)
        for match in _SINCE.finditer(sentence)
    )
