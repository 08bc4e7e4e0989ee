"""How long it is between two given dates: from 2019 to 2024, "du 3 au 17 mars".

The text shows both ends, and goes on about what the source tells the two of: no guarantee of five
years is one. Nor is "depuis mars" a number of months: a source does not say of what year it is.
How many months lie from one to another (`months_between`) is told without them as well.
"""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from guardrails.facts.bases import roots
from guardrails.facts.dates import Day, moments
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.sight import IDLE, Sight, quantities, sentence_at

_YEAR: Final = re.compile(r"(?<![\w.,])((?:19|20)\d\d)(?![\w%€$£]|[.,]\d)")
_IN_SIGHT: Final = 200
_NEAR: Final = 90


_AROUND: Final = 60
_IDLE: Final = IDLE | roots(
    "durer dure dura duree last lasts lasted lasting long longs longue going plus tard later tout"
    " toute whole good bonne apres after"
)


class _Span(NamedTuple):
    """Two years of one sentence, and the roots of its words."""

    first: int
    last: int
    words: frozenset[str]


class _Range(NamedTuple):
    """Two days that are the ends of a time, and where it is told."""

    told: tuple[Day, Day]
    start: int
    end: int


def is_between_dates(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is how long lies between two years or two days that its sentence shows.

    Its clause goes on about what a source tells the two of, and about nothing else.
    """
    if figure.unit == "year":
        return any(
            Fraction(one.last - one.first) in figure.values and _is_shown(figure, one, sight)
            for part in sight.grounds.parts
            for one in part.view(_spans_of_years)
        )
    values = quantities(figure, figure.unit, "day", is_stated=False)
    if not values or not sight.grounds.days:
        return False
    return any(
        _lasts(*one.told) & values
        and set(one.told) <= sight.grounds.days
        and _goes_on(figure, (one.start, one.end), _words_of(one.told, sight), sight)
        for one in _ranges(sight.passage)
    )


def _is_shown(figure: Figure, span: _Span, sight: Sight) -> bool:
    """Tell whether both years stand near it, in words of what the source tells them of."""
    years = pairwise(_YEAR.finditer(sight.passage.text))
    places = (
        (one.start(), other.end())
        for one, other in years
        if (int(one[1]), int(other[1])) == (span.first, span.last)
    )
    return any(
        not span.words.isdisjoint(_words_around(figure, place, sight))
        and _goes_on(figure, place, span.words, sight)
        for place in places
    )


def _words_around(figure: Figure, place: tuple[int, int], sight: Sight) -> frozenset[str]:
    text = sight.passage.text[max(0, place[0] - _AROUND) : place[1]]
    return roots(sight.sentence(figure)) | roots(text)


def _goes_on(figure: Figure, place: tuple[int, int], words: frozenset[str], sight: Sight) -> bool:
    """Tell whether it stands near what is shown there, and no word on the way strays."""
    text = sight.passage.text
    is_behind = place[1] <= figure.start
    between = text[place[1] : figure.start] if is_behind else text[figure.end : place[0]]
    is_near = len(between) <= _IN_SIGHT and len(SENTENCE_BREAK.findall(between)) <= is_behind
    strays = roots(between) - words - _IDLE
    return is_near and not strays and sight.says_no_more(figure, words, _IDLE)


def _lasts(one: Day, other: Day) -> frozenset[Fraction]:
    """Return how many days it is from one to another, with the last and without."""
    days = (date(other[0] or 2024, *other[1:]) - date(one[0] or 2024, *one[1:])).days
    return frozenset({Fraction(days), Fraction(days + 1)}) if days > 0 else frozenset()


def _ranges(passage: Passage) -> Iterator[_Range]:
    """Yield each two days that a text shows as the ends of a time: "du 3 au 17 mars"."""
    for moment in moments(passage):
        ends = [min(days) for days in moment.told]
        match ends:
            case [one, other] if all(one[1:]) and all(other[1:]):
                yield _Range((one, other), moment.start, moment.end)


def _words_of(told: tuple[Day, Day], sight: Sight) -> frozenset[str]:
    """Return the roots of the sentences of what was given that tell this time."""
    known = (one for part in sight.grounds.parts for one in part.view(_times_told))
    return frozenset(root for days, words in known if days == told for root in words)


def _times_told(evidence: Evidence) -> tuple[tuple[tuple[Day, Day], frozenset[str]], ...]:
    passages = map(Passage.of, evidence.originals)
    return tuple(
        (one.told, roots(sentence_at(passage.text, one.start, one.end)))
        for passage in passages
        for one in _ranges(passage)
    )


def _spans_of_years(evidence: Evidence) -> tuple[_Span, ...]:
    """Return each two years that stand next to each other in a sentence, the later one last."""
    texts = (Passage.of(original).text for original in evidence.originals)
    return tuple(
        _Span(int(one[1]), int(other[1]), roots(sentence))
        for text in texts
        for sentence in SENTENCE_BREAK.split(text)
        for one, other in pairwise(_YEAR.finditer(sentence))
        if other.start() - one.end() <= _NEAR and int(one[1]) < int(other[1])
    )
