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
from guardrails.facts.passage import Passage
from guardrails.facts.plain_clauses import plain_clauses, says_only, telling
from guardrails.facts.sight import Sight

_AGO: Final = re.compile(r",? (?:ago|back|earlier|plus tot)\b")
_IL_Y_A: Final = re.compile(r"\bil y a(?: environ| tout juste)? $")
_QUE: Final = re.compile(r" (?:que\b|qu')")  # "il y a cinq ans que" is since, and not when
_LONGEST_LEAD: Final = len("il y a tout juste ") + 1
_IDLE: Final = roots(
    "ago back earlier plus tot environ tout juste day days week weeks month months year years ans"
    " annee annees mois jour jours semaine semaines"
)
_ENOUGH: Final = 2
_UNITS: Final = frozenset({"day", "week", "month", "year"})


class _Dated(NamedTuple):
    """What a clause tells: the days it names, its figures, its words."""

    days: frozenset[Day]
    figures: frozenset[tuple[Fraction, str]]
    words: frozenset[str]


def is_so_long_ago(figure: Figure, sight: Sight, today: date | None) -> bool:
    """Tell whether it is how long ago something was that a clause given dates so.

    The sentence of the text tells of that clause one more figure or two words, and nothing else.
    """
    text = sight.passage.text
    if today is None or figure.unit not in _UNITS:
        return False
    lead = text[max(0, figure.start - _LONGEST_LEAD) : figure.start]
    is_ago = _AGO.match(text, figure.end) or _IL_Y_A.search(lead)
    if not is_ago or _QUE.match(text, figure.end):
        return False
    return any(
        any(many in figure.values for day in one.days for many in _since(day, figure, today))
        and _tells_no_more(figure, sight, one)
        for part in sight.grounds.parts
        for one in part.view(_dated)
    )


def _tells_no_more(figure: Figure, sight: Sight, known: _Dated) -> bool:
    shown = {one.quantity for one in sight.sentence_bases(figure)}
    if not shown <= known.figures:
        return False
    said = telling(sight.sentence(figure), _IDLE)
    is_told = bool(shown) if not said else says_only(figure, sight, known.words, _IDLE)
    return is_told and (bool(shown) or len(said) >= _ENOUGH)


def _since(day: Day, figure: Figure, today: date) -> Iterator[Fraction]:
    """Yield how long ago a day, a month or a year was, in the unit of a figure."""
    year, month, number = day
    if figure.unit == "year" and year:
        yield Fraction(today.year - year)
    if figure.unit == "month" and month and (year or month <= today.month):
        yield Fraction((today.year - (year or today.year)) * 12 + today.month - month)
    then = _day(day, today) if figure.unit in {"day", "week"} and number else None
    if then is not None:
        days = (today - then).days
        yield Fraction(days) if figure.unit == "day" else Fraction(round(days / 7))


def _day(day: Day, today: date) -> date | None:
    """Return a day; nothing for one that its year has not: the 29th of February."""
    year, month, number = day
    try:
        return date(year or today.year, month, number)
    except ValueError:
        return None


def _dated(evidence: Evidence) -> tuple[_Dated, ...]:
    # As sent: a month is told from another word by its capital.
    clauses = (one for original in evidence.originals for one in plain_clauses(original))
    read = (_read(Passage.of(clause)) for clause in clauses)
    return tuple(dict.fromkeys(one for one in read if len(one.days) == 1))


def _read(passage: Passage) -> _Dated:
    days = frozenset(day for one in moments(passage) for told in one.told for day in told)
    figures = stated(passage, read=possible_figures).figures if days else ()
    quantities = frozenset((value, one.unit) for one in figures for value in one.values)
    return _Dated(days, quantities, telling(passage.text) if days else frozenset())
