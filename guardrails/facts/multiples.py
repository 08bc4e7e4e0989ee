"""Multiples told in other ways than in words: +100 %, twice, from 100 to 200 for "doubled".

A text tells so many times of what the sentence is about, and two figures make it true where they
count the same thing over the same time: 12 calls in January and 36 in a year are no three times.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from guardrails.facts.bases import ROOT, Base, are_set_against, bases_given, count_the_same
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.hedges import Hedge, is_true
from guardrails.facts.passage import SENTENCE_END

TIMES_MORE: Final = re.compile(
    r" (?:plus|moins|mieux|more|less|fewer|better|as (?:many|much|long|fast|\w+)|[a-z]{3,}er)\b"
)
_RISE: Final = re.compile(
    r"(?:\+\s?|\b(?:by|up|(?:hausse|increase|rise|growth|croissance|augment\w+|progress\w+"
    r"|bond\w*|grimp\w+) (?:de|of)) )(?P<percent>[123]00)\s?(?:%|pour cent|per ?cent)",
    re.IGNORECASE,
)
_TWICE: Final = re.compile(
    r"\b(?:twice|two-?fold|deux fois|(?:du |le |au )double)\b", re.IGNORECASE
)
_LONGEST: Final = 300
# How long a time is that a clause names, by the roots of its words.
_LENGTHS: Final = {
    word[:ROOT]: length
    for length, words in {
        "day": "jour journee day hier yesterday lundi mardi mercredi jeudi vendredi samedi dimanche"
        " monday tuesday wednesday thursday friday saturday sunday",
        "week": "semaine week",
        "month": "mois month janvier fevrier avril juin juillet aout octobre novembre"
        " decembre january february march april june july august october november"
        " december",
        "quarter": "trimestre",
        "year": "annee year annual annuel",
    }.items()
    for word in words.split()
}


def is_so_many_times(figure: Figure, one: Fraction, other: Fraction) -> bool:
    """Tell whether the greater of two is about so many times the other."""
    less, more = sorted((one, other))
    hedge = figure.hedge or Hedge.ABOUT
    return less > 0 and any(is_true(hedge, value, more / less) for value in figure.values)


def told_multiples(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield how many times as much these texts tell, each with the sentence that tells it."""
    for text in texts:
        for rise in _RISE.finditer(text):
            yield int(rise["percent"]) // 100 + 1, _sentence(text, rise)
        for twice in _TWICE.finditer(text):
            yield 2, _sentence(text, twice)


def multiples(evidence: Evidence) -> frozenset[Fraction]:
    """Return how many times as much it tells anything to be, or two of its figures do."""
    told = {Fraction(times) for times, _ in told_multiples(evidence.originals)}
    return frozenset(told | compared(evidence).keys())


def compared(evidence: Evidence) -> Mapping[Fraction, list[tuple[Base, Base]]]:
    """Return each two figures of one thing and one time, by how many times the one is the other."""
    found = defaultdict[Fraction, list[tuple[Base, Base]]](list)
    for part in evidence.parts:
        for bases in part.view(bases_given):
            for one, other in permutations(bases, 2):
                is_less = 0 < one.value < other.value
                if is_less and count_the_same(one, other) and _are_of_one_time(one, other):
                    found[other.value / one.value].append((one, other))
    return found


def _are_of_one_time(one: Base, other: Base) -> bool:
    """Tell whether two figures are told of times of one length, as far as their clauses tell."""
    lengths = [
        frozenset(_LENGTHS[word] for word in base.words & _LENGTHS.keys()) for base in (one, other)
    ]
    return not all(lengths) or not lengths[0].isdisjoint(lengths[1]) or are_set_against(one, other)


def _sentence(text: str, at: re.Match[str]) -> str:
    before = SENTENCE_END.split(text[max(0, at.start() - _LONGEST) : at.start()])[-1]
    return before + SENTENCE_END.split(text[at.start() : at.end() + _LONGEST])[0]
