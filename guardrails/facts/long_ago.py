"""How long ago something given was, as of today: "five years ago" for "in 2021"."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple

from guardrails.facts.bases import roots
from guardrails.facts.dates import Day, moments
from guardrails.facts.evidence import Evidence, stated
from guardrails.facts.figures import Figure, possible_figures
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.remainders import DENYING
from guardrails.facts.sight import Sight

_AGO: Final = re.compile(r",? (?:ago|back|earlier|plus tot)\b")
_IL_Y_A: Final = re.compile(r"\bil y a(?: environ| tout juste)? $")
_QUE: Final = re.compile(r" (?:que\b|qu')")  # "il y a cinq ans que" is since, and not when
_LONGEST_LEAD: Final = len("il y a tout juste ") + 1
_IDLE: Final = roots("ago back earlier plus tot environ tout juste")
_ENOUGH: Final = 2
_UNITS: Final = frozenset({"day", "week", "month", "year"})


class _Dated(NamedTuple):
    """What a sentence tells: the days it names, its figures, the roots of its words."""

    days: frozenset[Day]
    figures: frozenset[tuple[Fraction, str]]
    words: frozenset[str]


def is_so_long_ago(figure: Figure, sight: Sight, today: date | None) -> bool:
    """Tell whether it is how long ago something was that a sentence given dates so.

    The sentence of the text tells one more figure of that one, or two of its words.
    """
    text = sight.passage.text
    if today is None or figure.unit not in _UNITS:
        return False
    lead = text[max(0, figure.start - _LONGEST_LEAD) : figure.start]
    is_ago = _AGO.match(text, figure.end) or _IL_Y_A.search(lead)
    if not is_ago or _QUE.match(text, figure.end):
        return False
    told = roots(sight.sentence(figure))
    shown = {one.quantity for one in sight.sentence_bases(figure)}
    return any(
        (told.isdisjoint(DENYING) or not one.words.isdisjoint(DENYING))
        and (
            not shown.isdisjoint(one.figures)
            or (len(told & one.words) >= _ENOUGH and sight.says_no_more(figure, one.words, _IDLE))
        )
        and any(many in figure.values for day in one.days for many in _since(day, figure, today))
        for part in sight.grounds.parts
        for one in part.view(_dated)
    )


def _since(day: Day, figure: Figure, today: date) -> Iterator[Fraction]:
    """Yield how long ago a day, a month or a year was, in the unit of a figure."""
    year, month, number = day
    if figure.unit == "year" and year:
        yield Fraction(today.year - year)
    if figure.unit == "month" and month:
        last = today.year - (month > today.month)
        yield Fraction((today.year - (year or last)) * 12 + today.month - month)
    if figure.unit in {"day", "week"} and number:
        days = (today - _latest(day, today)).days
        yield Fraction(days) if figure.unit == "day" else Fraction(round(days / 7))


def _latest(day: Day, today: date) -> date:
    """Return a day; of one without a year, the last that is not to come."""
    year, month, number = day
    try:
        found = date(year or today.year, month, number)
        return found.replace(year=found.year - 1) if not year and found > today else found
    except ValueError:  # the 29th of February
        return today


def _dated(evidence: Evidence) -> tuple[_Dated, ...]:
    sentences = (
        sentence for original in evidence.originals for sentence in SENTENCE_BREAK.split(original)
    )
    read = (_read(Passage.of(one)) for one in sentences if one.strip())
    return tuple(dict.fromkeys(one for one in read if one.days))


def _read(passage: Passage) -> _Dated:
    days = frozenset(day for one in moments(passage) for told in one.told for day in told)
    figures = stated(passage, read=possible_figures).figures if days else ()
    quantities = frozenset((value, one.unit) for one in figures for value in one.values)
    return _Dated(days, quantities, roots(passage.text) if days else frozenset())
