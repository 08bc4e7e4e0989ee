"""How long it is between two given dates: from 2019 to 2024, "du 3 au 17 mars", since May.

The text shows both ends, or says since when the source says that something is.
"""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from guardrails.facts.bases import roots
from guardrails.facts.dates import MONTHS, Day, moments
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.sight import Sight, quantities

_YEAR: Final = re.compile(r"(?<![\w.,])((?:19|20)\d\d)(?![\w%€$£]|[.,]\d)")
_SINCE_MONTH: Final = re.compile(
    r"\b(?:depuis|since)(?: (?:le|la|the|mid|early|late|debut|fin|mi))?[ -]"
    rf"(?P<month>{'|'.join(MONTHS)})"
    r"(?! (?:19|20)\d\d)(?!\w)"
)
_MONTHS_ON: Final = re.compile(r" (?:que|qu'|now|on|later|deja|already|in|plus tard)\b")
_LASTING: Final = re.compile(
    r"\b(?:depuis|ca fait|cela fait|voila|for|after|apres|en|in) (?:\w+ )?$"
)
_LONGEST_LEAD: Final = 24
_IN_SIGHT: Final = 200
_NEAR: Final = 90


class _Since(NamedTuple):
    month: int
    words: frozenset[str]


def is_between_dates(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is how long lies between two years or two days that the text shows."""
    first, last = max(0, figure.start - _IN_SIGHT), figure.end + _IN_SIGHT
    if figure.unit == "year":
        shown = {int(year) for year in _YEAR.findall(sight.passage.text, first, last)}
        spans = (span for part in sight.grounds.parts for span in part.view(_spans_of_years))
        return any(
            {one, other} <= shown and Fraction(other - one) in figure.values for one, other in spans
        )
    values = quantities(figure, figure.unit, "day", is_stated=False)
    if not values or not sight.grounds.days:
        return False
    return any(
        _lasts(one, other) & values
        for one, other in _ranges(sight.passage)
        if {one, other} <= sight.grounds.days
    )


def is_months_since(figure: Figure, sight: Sight, today: date | None) -> bool:
    """Tell whether it is how many months it is since one that was given as a beginning."""
    text = sight.passage.text
    if today is None or figure.unit != "month":
        return False
    lead = text[max(0, figure.start - _LONGEST_LEAD) : figure.start]
    if not (_MONTHS_ON.match(text, figure.end) or _LASTING.search(lead)):
        return False
    said = roots(sight.sentence(figure))
    return any(
        not figure.values.isdisjoint(_months(one.month, today)) and said & one.words
        for part in sight.grounds.parts
        for one in part.view(_beginnings)
    )


def _months(month: int, today: date) -> frozenset[Fraction]:
    """Return how many months it has been, and one less where the last is not over."""
    since = (today.month - month) % len(set(MONTHS.values()))
    return frozenset({Fraction(since), Fraction(since - 1)})


def _lasts(one: Day, other: Day) -> frozenset[Fraction]:
    """Return how many days it is from one to another, with the last and without."""
    days = (date(other[0] or 2024, *other[1:]) - date(one[0] or 2024, *one[1:])).days
    return frozenset({Fraction(days), Fraction(days + 1)}) if days > 0 else frozenset()


def _ranges(passage: Passage) -> Iterator[tuple[Day, Day]]:
    """Yield each two days that a text shows as the ends of a time: "du 3 au 17 mars"."""
    for moment in moments(passage):
        if len(moment.told) == 2:  # noqa: PLR2004 - a beginning and an end
            (one, *_), (other, *_) = (sorted(days) for days in moment.told)
            if all(one[1:]) and all(other[1:]):
                yield one, other


def _spans_of_years(evidence: Evidence) -> tuple[tuple[int, int], ...]:
    """Return each two years that stand next to each other, the later one last."""
    return tuple(
        (int(one[1]), int(other[1]))
        for text in evidence.originals
        for one, other in pairwise(_YEAR.finditer(Passage.of(text).text))
        if other.start() - one.end() <= _NEAR and int(one[1]) < int(other[1])
    )


def _beginnings(evidence: Evidence) -> tuple[_Since, ...]:
    """Return the months since which something is, with the roots of the words that say what."""
    texts = (Passage.of(original).text for original in evidence.originals)
    return tuple(
        _Since(MONTHS[match["month"]], roots(_SINCE_MONTH.sub(" ", sentence)))
        for text in texts
        for sentence in SENTENCE_BREAK.split(text)
        for match in _SINCE_MONTH.finditer(sentence)
    )
