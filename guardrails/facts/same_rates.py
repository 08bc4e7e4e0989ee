"""One rate by another time: "60 kg a year" for "five kilos a month"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from guardrails.facts.bases import roots
from guardrails.facts.evidence import Evidence, stated
from guardrails.facts.figures import Figure, possible_figures
from guardrails.facts.hedges import Hedge, is_true
from guardrails.facts.passage import Passage
from guardrails.facts.plain_clauses import OVER, plain_clauses, says_only, telling
from guardrails.facts.sight import Sight
from guardrails.facts.units import PERCENT, POINT, TIMES

# How many of the shorter time are in the longer one. Not hours in a day nor days in a week: nobody
# told how long the desk is open, or that it opens on Sunday.
_IN: Final = {
    ("month", "year"): 12,
    ("quarter", "year"): 4,
    ("week", "year"): 52,
    ("month", "quarter"): 3,
}
# Growth compounds, degrees do not add up, and nobody works every week of a year.
_NOT_MULTIPLIED: Final = frozenset(
    {PERCENT, POINT, TIMES, "degree", "second", "minute", "hour", "day", "week", "month", "year"}
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IDLE: Final = roots(
    "year years month months week weeks quarter quarters ans annee mois semaine semaines trimestre"
    " trimestres par per kilo kilos kilogrammes kilograms litre litres liters tonne tonnes tons"
    " euro euros dollars pounds metres meters gone"
)
_Told = tuple[Figure, frozenset[str]]


def is_same_rate(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is a rate that was given, told by a longer or a shorter time.

    Its sentence tells nothing but what the clause of the other does, and counts what it counts.
    """
    if not figure.per or figure.out_of is not None or figure.unit in _NOT_MULTIPLIED:
        return False
    return any(
        one.unit == figure.unit
        and _is_so_much(figure, one)
        and _is_of_the_same(figure, one)
        and says_only(figure, sight, words, _IDLE)
        for part in sight.grounds.parts
        for one, words in part.view(_rates)
    )


def _is_of_the_same(figure: Figure, known: Figure) -> bool:
    return figure.nouns == known.nouns or not figure.nouns.isdisjoint(known.nouns)


def _is_so_much(figure: Figure, known: Figure) -> bool:
    """Tell whether a rate that is known comes to this one."""
    longer, shorter = _IN.get((known.per, figure.per)), _IN.get((figure.per, known.per))
    by = Fraction(longer) if longer else Fraction(1, shorter) if shorter else None
    return by is not None and any(
        mine == value * by or is_true(figure.hedge, mine, value * by)
        for mine in figure.values
        for value in known.values
    )


def _rates(evidence: Evidence) -> tuple[_Told, ...]:
    """Return the figures told by a time in clauses that state one, with the words of each."""
    texts = (Passage.of(original).text for original in evidence.originals)
    found = (told for text in texts for clause in plain_clauses(text) for told in _in(clause))
    return tuple(dict.fromkeys(found))


def _in(clause: str) -> Iterator[_Told]:
    if OVER.search(clause) or _YEAR.search(clause):
        return
    for one in stated(Passage.of(clause), read=possible_figures).figures:
        if one.per and one.out_of is None and one.hedge is Hedge.NONE:
            yield one, telling(clause)
