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
from guardrails.facts.sight import Sight, sentence_at

_MINUTES: Final = {"minute": 1, "hour": 60}
_A_DAY: Final = 24 * 60
# From the one to the other, and no "doors open at 10:00, the talk starts at 10:30".
_TO: Final = re.compile(r" ?(?:a|to|->|→|au lieu de|instead of|et|and|-|–|jusqu'a|until) ?")
_BETWEEN: Final = re.compile(r"\b(?:entre|between) $")
_LONGEST_LEAD: Final = 12
_INSTEAD: Final = re.compile(r"au lieu de|instead of")
_MOVED: Final = re.compile(
    r"\b(?:pass\w*|decal\w*|repouss\w*|avanc\w*|recul\w*|mov\w+|shift\w*|push\w*|chang\w*"
    r"|brought)\b"
)
_LATER: Final = re.compile(r" plus tard\b| de retard\b| later\b| late\b")
_EARLIER: Final = re.compile(r" plus tot\b| d'avance\b| earlier\b| early\b")
_IDLE: Final = roots(
    "durer dure dura duree last lasts lasted lasting long longs longue going tard retard tot avance"
    " later late earlier early deja already"
)
_MOVING: Final = roots("going tard retard tot avance later late earlier early deja already plus")
"""A move is later or earlier, and lasts no time."""
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


class _Lapse(NamedTuple):
    """How long it is from a time on to another; `is_move` where it was the one, is the other."""

    minutes: int
    is_move: bool
    words: frozenset[str]

    def is_told(self, text: str, end: int) -> bool:
        """Tell whether a text may go on so behind how long it is: "later" of what was moved."""
        is_way = _LATER.match(text, end) or _EARLIER.match(text, end)
        return bool(is_way) == self.is_move

    def told_in(self, text: str, end: int) -> int:
        """Return the minutes that are told so: back from the other where it is "earlier"."""
        return _A_DAY - self.minutes if _EARLIER.match(text, end) else self.minutes


def is_between_two_times(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is how long lies between two times told as from the one to the other.

    Its clause tells of what the source tells so, and nothing else; later is not earlier.
    """
    size = _MINUTES.get(figure.unit)
    if size is None:
        return False
    text, values = sight.passage.text, {value * size for value in figure.values}
    return any(
        one.is_told(text, figure.end)
        and Fraction(one.told_in(text, figure.end)) in values
        and _is_told_of(figure, one.words, sight, _MOVING if one.is_move else _IDLE)
        for part in sight.grounds.parts
        for one in part.view(_lapses)
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
    return any(
        _is_so_long(figure, today.year - one.year) and _is_told_of(figure, one.words, sight)
        for part in sight.grounds.parts
        for one in part.view(_beginnings)
    )


def _is_told_of(
    figure: Figure, words: frozenset[str], sight: Sight, idle: frozenset[str] = _IDLE
) -> bool:
    """Tell whether its clause shares a word with what a source tells, and has none of its own."""
    is_shared = not sight.words(figure).isdisjoint(words - idle)
    return is_shared and sight.says_no_more(figure, words, idle)


def _is_so_long(figure: Figure, years: int) -> bool:
    """Tell whether it is so many years, or one less where the day has not come yet."""
    known = (Fraction(years), Fraction(years - 1))
    return any(
        value in known or any(is_true(figure.hedge, value, one) for one in known)
        for value in figure.values
    )


def _lapses(evidence: Evidence) -> tuple[_Lapse, ...]:
    return tuple(one for text in evidence.originals for one in _of_text(Passage.of(text)))


def _of_text(passage: Passage) -> Iterator[_Lapse]:
    """Yield what lies between each two times of day that are told as from one to the other."""
    text = passage.text
    for one, other in pairwise(sorted(moments(passage), key=_start)):
        if one.minute is None or other.minute is None or not _is_to(text, one, other):
            continue
        sentence = sentence_at(text, one.start, other.end)
        is_instead = _INSTEAD.search(text, one.end, other.start) is not None
        gap = (one.minute - other.minute if is_instead else other.minute - one.minute) % _A_DAY
        yield _Lapse(gap, is_instead or _MOVED.search(sentence) is not None, roots(sentence))


def _is_to(text: str, one: Moment, other: Moment) -> bool:
    between = _TO.fullmatch(text, one.end, other.start)
    if between is None:
        return False
    is_and = between.group().strip() in {"et", "and"}
    lead = text[max(0, one.start - _LONGEST_LEAD) : one.start]
    return not is_and or _BETWEEN.search(lead) is not None


def _start(moment: Moment) -> int:
    return moment.start


def _beginnings(evidence: Evidence) -> tuple[_Since, ...]:
    """Return the years since which something is, with the roots of the words that say what.

    Of two years in a sentence nobody can say which word is of which.
    """
    texts = (Passage.of(original).text for original in evidence.originals)
    return tuple(
        _Since(int(match["year"]), roots(sentence))
        for text in texts
        for sentence in SENTENCE_BREAK.split(text)
        if len(set(_YEAR.findall(sentence))) == 1
        for match in _SINCE.finditer(sentence)
    )
