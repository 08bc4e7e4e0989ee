"""How many months a source tells of by their ends: "en dix mois" for "entre janvier et octobre".

Nobody reads "from January to October" for a year and more, so the ends need not be shown again;
but the clause tells what the source tells of those months, and nothing else.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from guardrails.facts.bases import roots
from guardrails.facts.dates import MONTHS
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.sight import IDLE, Sight

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_PART: Final = r"(?:mi-|mid-|fin |late |early |la fin )?"
_YEAR: Final = r"(?: (?:de |of |,)?((?:19|20)\d\d))?"
_FROM_TO: Final = re.compile(
    rf"\b(?:(?:entre|between|de|d'|from|du mois de) ?{_PART}({_MONTH}){_YEAR}"
    rf" (?:et|and|a|to|until|till|through|jusqu'en|jusqu'a)"
    rf"|({_MONTH}){_YEAR} ?(?:-|–|→|->)) ?{_PART}({_MONTH})\b{_YEAR}"
)
_IN: Final = re.compile(
    r"\b(?:en|pendant|durant|sur|in|over|during|within|for|apres|after|ces|these|those|les)"
    r" (?:(?:seulement|just|only|a peine|ces|the|these|quelque|environ|about|a peu pres) ?){0,2}$"
)
_LONGEST_LEAD: Final = 32
_A_YEAR: Final = 12
_IDLE: Final = IDLE | roots(
    "seulement just only peine dire bilan resultat mois months total travail work compte somme"
    " chez ensemble equipe collegues colleagues team"
)


class _Told(NamedTuple):
    months: int
    words: frozenset[str]


def is_months_between(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is how many months lie between two that the source tells together."""
    if figure.unit != "month":
        return False
    text, sentence = sight.passage.text, sight.sentence(figure)
    first = max(0, figure.start - _LONGEST_LEAD)
    if not _IN.search(text, first, figure.start) and not _FROM_TO.search(sentence):
        return False
    told = (sight.words(figure) or roots(sentence)) - _IDLE
    return any(
        # With the last month and, where a day of each may be meant, without.
        not figure.values.isdisjoint({Fraction(one.months), Fraction(one.months + 1)})
        and len(told - one.words) < len(told & one.words)
        for part in sight.grounds.parts
        for one in part.view(_told)
    )


def _told(evidence: Evidence) -> tuple[_Told, ...]:
    texts = (Passage.of(original).text for original in evidence.originals)
    return tuple(
        _Told(months, roots(sentence))
        for text in texts
        for sentence in SENTENCE_BREAK.split(text)
        for months in _lengths(sentence)
    )


def _lengths(sentence: str) -> Iterator[int]:
    """Yield how many months it is to the last that a sentence tells, within a year."""
    for match in _FROM_TO.finditer(sentence):
        begun, ended = MONTHS[match[1] or match[3]], MONTHS[match[5]]
        years = match[2] or match[4], match[6]
        apart = int(years[1]) - int(years[0]) if all(years) else int(ended < begun)
        months = ended - begun + _A_YEAR * apart
        if months > 0:
            yield months
