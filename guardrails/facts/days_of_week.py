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
from guardrails.facts.plain_clauses import OVER, plain_clauses, says_only, telling
from guardrails.facts.sight import Sight

_WEEK: Final = 7
_DAY: Final = "|".join(WEEKDAYS)
_A_DAY: Final = re.compile(rf"\b(?:{_DAY})s?\b|\bweek-?ends?\b|\bweekdays?\b")
_FROM_TO: Final = re.compile(
    rf"(?<!\w)(?P<first>{_DAY})s? ?(?:to|through|au|a|-|–|→) ?(?P<last>{_DAY})s?\b"
)
_ALL: Final = re.compile(
    r"\b(?:every day|daily|each day|tous les jours|chaque jour)"
    rf"(?P<but>,? (?:except|but|sauf|hors|excepte)(?: on| le| les)? (?:{_DAY})s?\b"
    rf"(?!,? (?:and|et|or|ou|nor|ni)\b|, ?(?:{_DAY})| [^\W\d_]*(?:matin|midi|soir|noon|morning)"
    r"| (?:in|en|during|pendant|of|du|de|des|evening|night|apres|at|a)\b))?"
)
_SPELLED: Final = ("monday to sunday", "monday to saturday")
_HYPHENED: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_DAY_WEEK: Final = re.compile(rf"\b({'|'.join(_HYPHENED)})-day (?:working |work )?week\b")
_OUT_OF: Final = re.compile(r" ?(?:/|sur|days out of|jours sur) ?(?:7|sept|seven)\b")
_IDLE: Final = roots("days day week weeks jours jour semaine semaines par per sur out sept seven")
_Told = tuple[Fraction, frozenset[str]]


def is_days_of_week(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is how many days of each week something given goes on.

    One clause tells the days and all that the sentence says: nothing else is told, denied or shut.
    """
    text = sight.passage.text
    is_weekly = figure.unit == "day" and figure.per == "week"
    is_weekly = is_weekly or (figure.unit == "day" and _OUT_OF.match(text, figure.end) is not None)
    is_weekly = is_weekly or figure.out_of == _WEEK
    return is_weekly and any(
        many in figure.values and says_only(figure, sight, words, _IDLE)
        for part in sight.grounds.parts
        for many, words in part.view(_told)
    )


def _told(evidence: Evidence) -> tuple[_Told, ...]:
    """Return how many days of the week each clause tells, with its words."""
    texts = (Passage.of(original).text for original in evidence.originals)
    sentences = (one for text in texts for one in SENTENCE_BREAK.split(text))
    return tuple(dict.fromkeys(told for one in sentences for told in _told_in(one)))


def _told_in(sentence: str) -> Iterator[_Told]:
    """Yield what a sentence tells that names no day but those of one range."""
    spelled = _ALL.sub(lambda every: _SPELLED[every["but"] is not None], sentence)
    told = [*_FROM_TO.finditer(spelled), *_DAY_WEEK.finditer(spelled)]
    if len(told) != 1 or _A_DAY.search(_FROM_TO.sub(" ", spelled)) or OVER.search(spelled):
        return
    for clause in plain_clauses(spelled):
        if told[0].group() in clause:
            yield Fraction(_many(told[0])), telling(clause)


def _many(told: re.Match[str]) -> int:
    if told.re is _DAY_WEEK:
        return _HYPHENED[told[1]]
    return (WEEKDAYS[told["last"]] - WEEKDAYS[told["first"]]) % _WEEK + 1
