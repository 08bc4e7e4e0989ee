"""One rate by another time: "60 kg a year" for "five kilos a month"."""

from fractions import Fraction
from typing import Final

from guardrails.facts.bases import roots
from guardrails.facts.evidence import Evidence, stated
from guardrails.facts.figures import Figure, possible_figures
from guardrails.facts.hedges import is_true
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.sight import Sight

# How many of the shorter time are in the longer one.
_IN: Final = {
    ("month", "year"): 12,
    ("quarter", "year"): 4,
    ("week", "year"): 52,
    ("month", "quarter"): 3,
    ("day", "week"): 7,
    ("hour", "day"): 24,
}
_Told = tuple[Figure, frozenset[str]]


def is_same_rate(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is a rate that was given, told by a longer or a shorter time.

    Its clause shares a word with what the rate is told of, or counts the same.
    """
    if not figure.per or figure.out_of is not None:
        return False
    told = roots(sight.sentence(figure))
    return any(
        one.unit == figure.unit
        and _is_so_much(figure, one)
        and (not told.isdisjoint(words) or not figure.nouns.isdisjoint(one.nouns))
        for part in sight.grounds.parts
        for one, words in part.view(_rates)
    )


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
    """Return the figures that are told by a time, with the roots of their sentences."""
    passages = (
        Passage.of(sentence)
        for original in evidence.originals
        for sentence in SENTENCE_BREAK.split(original)
        if sentence.strip()
    )
    found = (
        (one, roots(passage.text))
        for passage in passages
        for one in stated(passage, read=possible_figures).figures
        if one.per and one.out_of is None
    )
    return tuple(dict.fromkeys(found))
