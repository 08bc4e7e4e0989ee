"""How many days of the week: "five days a week" for "Monday to Friday" or "a five-day week"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from guardrails.facts.bases import roots
from guardrails.facts.dates import WEEKDAYS
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.sight import Sight

_WEEK: Final = 7
_DAY: Final = "|".join(WEEKDAYS)
_FROM_TO: Final = re.compile(
    rf"(?<!\w)(?P<first>{_DAY})s? ?(?:to|through|until|till|au|a|jusqu'au|-|–|→)"
    rf" ?(?P<last>{_DAY})s?\b"
)
_ALL: Final = re.compile(
    r"\b(?:every day|daily|each day|tous les jours|chaque jour)"
    rf"(?P<but>,? (?:except|but|sauf|hors|excepte)(?: on| le| les)? (?:{_DAY})s?\b)?"
)
_HYPHENED: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_DAY_WEEK: Final = re.compile(rf"\b({'|'.join(_HYPHENED)})-day (?:working |work )?week\b")
_OUT_OF: Final = re.compile(r" ?(?:/|sur|days out of|jours sur) ?(?:7|sept|seven)\b")


def is_days_of_week(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is how many days of each week something given goes on."""
    text = sight.passage.text
    is_weekly = figure.unit == "day" and figure.per == "week"
    is_weekly = is_weekly or (figure.unit == "day" and _OUT_OF.match(text, figure.end) is not None)
    is_weekly = is_weekly or figure.out_of == _WEEK
    if not is_weekly:
        return False
    said = roots(sight.sentence(figure))
    return any(
        many in figure.values and not said.isdisjoint(words)
        for part in sight.grounds.parts
        for many, words in part.view(_told)
    )


def _told(evidence: Evidence) -> tuple[tuple[Fraction, frozenset[str]], ...]:
    """Return how many days of the week each sentence tells, with the roots of its words."""
    texts = (Passage.of(original).text for original in evidence.originals)
    found = (
        (Fraction(many), roots(sentence))
        for text in texts
        for sentence in SENTENCE_BREAK.split(text)
        for many in _counts(sentence)
    )
    return tuple(dict.fromkeys(found))


def _counts(text: str) -> Iterator[int]:
    for match in _FROM_TO.finditer(text):
        yield (WEEKDAYS[match["last"]] - WEEKDAYS[match["first"]]) % _WEEK + 1
    for match in _DAY_WEEK.finditer(text):
        yield _HYPHENED[match[1]]
    for match in _ALL.finditer(text):
        yield _WEEK - 1 if match["but"] else _WEEK
