"""Whether the evidence has a part of a whole: "four in ten", 40 %, or 212 who answered of 386."""

import re
from fractions import Fraction
from itertools import chain

from domain.segmentation import sentences
from guardrails.facts.bases import bases_given, count_unlike
from guardrails.facts.changes import plain_number
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import SMALL, Figure
from guardrails.facts.hedges import is_true
from guardrails.facts.passage import Passage

_DIGITS = re.compile(r"\d(?<![\w.,].)\d{0,17}(?:[ \u00a0\u202f.,]\d{3}(?!\d))*(?![\d\w])")

_FINGERS, _CLOSE = (5, 10), Fraction(1, 100)


def states_ratio(evidence: Evidence, figure: Figure, whole: Fraction) -> bool:
    """Tell whether the evidence gives a figure out of this whole."""
    if figure.is_one_of:
        return whole in evidence.figures
    if figure.is_in_words:
        return _states_any(evidence, figure, whole)
    is_share_known = any(one.out_of for figures in evidence.figures.values() for one in figures)
    has_part = any(value in evidence.figures for value in figure.values)
    if _are_unlike(evidence, figure, whole) or (
        is_share_known and _is_of_another_whole(evidence, figure, whole)
    ):
        return {value / whole for value in figure.values} <= evidence.shares
    if has_part and whole in evidence.figures and not is_share_known:
        return True  # "deux postes sur trois sites" is no share
    is_told = _stand_together(evidence, figure.values, whole)
    return is_told or _states_any(evidence, figure, whole)


def _states_any(evidence: Evidence, figure: Figure, whole: Fraction) -> bool:
    """Tell whether the evidence gives this share; 61 % is three in five, and no quarter is 24 %."""
    shares = {value / whole for value in figure.values}
    if states_share(evidence, shares) or _is_rounded(evidence, figure, shares):
        return True
    is_counted = whole in _FINGERS and not figure.is_in_words
    return is_counted and any(
        abs(mine - known) <= _CLOSE for mine in shares for known in evidence.shares
    )


def _is_rounded(evidence: Evidence, figure: Figure, shares: set[Fraction]) -> bool:
    """Tell whether "nearly a third" is a true rounding of a share that the evidence gives."""
    return bool(figure.hedge) and any(
        is_true(figure.hedge, mine, known, of_part=True)
        for known in evidence.shares
        for mine in shares
    )


def _stand_together(evidence: Evidence, parts: frozenset[Fraction], whole: Fraction) -> bool:
    """Tell whether a sentence counts both: "we asked 386, and 212 answered" is 212 of 386.

    Small numbers are told of anything, and a measure is no part of a count.
    """
    counts = {
        value for value, told in evidence.figures.items() if any(not one.unit for one in told)
    }
    if whole not in counts or not any(SMALL <= part < whole for part in parts & counts):
        return False
    for sentence in chain.from_iterable(map(sentences, evidence.originals)):
        told = {Fraction(plain_number(one)) for one in _DIGITS.findall(sentence)}
        if whole in told and parts & told:
            return True
    return False


def _are_unlike(evidence: Evidence, figure: Figure, whole: Fraction) -> bool:
    """Tell whether part and whole count unlike things wherever both stand: 212 letters, 386 people.

    Small numbers are told of anything, and whoever names both ("40 retards sur 1 200 livraisons")
    says which they are.
    """
    if min(figure.values) < SMALL or figure.names_both:
        return False
    found = [
        count_unlike(one, other, text)
        for part in evidence.parts
        for original, bases in zip(part.originals, part.view(bases_given), strict=True)
        for text in [Passage.of(original).text]
        for one in bases
        for other in bases
        if one.value in figure.values and other.value == whole
    ]
    return bool(found) and all(found)


def _is_of_another_whole(evidence: Evidence, figure: Figure, whole: Fraction) -> bool:
    """Tell whether this part is told of other wholes alone: 610 of 4,900, and never of 3,100."""
    told = (one.out_of for value in figure.values for one in evidence.figures.get(value, ()))
    wholes = {one for one in told if one is not None}
    return bool(wholes) and whole not in wholes


def states_share(evidence: Evidence, shares: set[Fraction]) -> bool:
    """Tell whether the evidence gives one of these shares, as a ratio or in percent."""
    known = evidence.shares
    return not shares.isdisjoint(known) or any(
        _is_share(one, mine) for one in known for mine in shares
    )


def _is_share(one: Fraction, other: Fraction) -> bool:
    """Tell whether two shares are the same; a third is 33 %, 33.3 % and, rounded, no other."""
    if one == other:
        return True
    rounded, whole = sorted((one, other), key=_is_whole_tenth_of_percent, reverse=True)
    is_rounding = _is_whole_tenth_of_percent(rounded) and not _is_whole_tenth_of_percent(whole)
    percent = rounded * 100
    digits = 0 if percent.denominator == 1 else 1
    return is_rounding and round(whole * 100, digits) == percent


def _is_whole_tenth_of_percent(share: Fraction) -> bool:
    return (share * 1_000).denominator == 1
