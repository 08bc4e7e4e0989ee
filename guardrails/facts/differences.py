"""Differences and sums of figures that a text shows: "94 %, contre 79 %: 15 points de mieux"."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from guardrails.facts.bases import Base, are_set_against, count_the_same, roots
from guardrails.facts.figures import Figure
from guardrails.facts.persons import PERSONS
from guardrails.facts.remainders import DENYING
from guardrails.facts.shares import rounds_to, shares_of
from guardrails.facts.sight import Sight, quantities, roots_given
from guardrails.facts.standing import comes_to, stands_alone
from guardrails.facts.units import PERCENT, POINT
from guardrails.facts.ways import goes_so

_DIFFERENCE: Final = re.compile(
    r"[^.!?;\n]{0,24}?\b(?:de plus|de moins|de mieux|en plus|en moins|d'ecart|more|fewer|less|extra"
    r"|better|higher|lower|difference)\b"
)
# Behind two that were set against each other these say that it lies between them.
_WON: Final = re.compile(
    r"[^.!?;\n]{0,24}?\b(?:gagnee?s?|economisee?s?|epargnee?s?|rendue?s|perdue?s|saved|gained|back"
    r"|gone|lost|off|faster|quicker|shorter|longer|earlier|later|plus (?:tot|tard|court|vite))\b"
)
SUM: Final = re.compile(r"\b(?:en tout|au total|in all|in total|total|altogether|together)\b")
_WINNING: Final = roots(
    "plus moins mieux gagner economiser epargner rendues perdues saved gained gone lost off faster"
    " quicker shorter longer earlier later tot tard court vite more fewer less extra lower"
)
_LONGEST_BACK: Final = 90
_PARTS_FOLLOW: Final = re.compile(r"[^.!?;:(\n\d]{0,60}(?:[:(–—]|,(?= ))[^.!?;\n\d]{0,24}")
_MOST_PARTS: Final = 4
_HEDGING: Final = roots("plus moins more less over nearly presque almost pres bien well")
_ALL: Final = 100


def is_difference(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is said to be a difference or a sum of two shown figures, and is."""
    text = sight.passage.text
    # Between two percentages lie points, and no percent.
    unit = {POINT: PERCENT, PERCENT: POINT}.get(figure.unit, figure.unit)
    is_less = figure.unit == POINT or _DIFFERENCE.match(text, figure.end)
    is_stated = comes_to(text, figure) or stands_alone(text, figure)
    is_won = figure.unit != POINT and (is_less or _WON.match(text, figure.end))
    is_sum = comes_to(text, figure) or SUM.search(sight.around(figure))
    for one, other in sight.pairs_of(sight.shown_near(figure)):
        values = quantities(figure, unit, one.unit, is_stated=is_stated)
        is_gap = abs(one.value - other.value) in values and count_the_same(one, other)
        is_gap = is_gap and goes_so(figure, one, other, sight)
        is_between = is_stated or (is_won and _is_won_of(figure, one, other, sight))
        if is_gap and is_between and _set_against_before(figure, one, other, sight):
            return True
        if not values or not sight.is_told_of(figure, one, other):
            continue
        if (is_sum and one.value + other.value in values) or (is_less and is_gap):
            return True
    return False


def _is_won_of(figure: Figure, one: Base, other: Base, sight: Sight) -> bool:
    """Tell whether what is won is told of what both count, and of nothing else."""
    return sight.says_no_more(figure, one.words | other.words, _WINNING)


def is_sum_of_parts(figure: Figure, sight: Sight) -> bool:
    """Tell whether the parts that make it up follow: "five people: three drivers, two cooks"."""
    text, near = sight.passage.text, sight.sentence_bases(figure)
    behind = _once(one for one in near if one.start >= figure.end)
    if behind and _PARTS_FOLLOW.fullmatch(text, figure.end, behind[0].start):
        return _adds_up(figure, behind, sight)
    before = _once(one for one in reversed(near) if one.end <= figure.start)
    return comes_to(text, figure) and _adds_up(figure, before, sight)


def is_share_of_parts(figure: Figure, sight: Sight) -> bool:
    """Tell whether shown percentages come to it: "plus d'un tiers : 21 % ici, 17 % là".

    One sentence, or one table, gives them all, and the clause says nothing that was not given.
    """
    if not figure.is_in_words or figure.out_of is None:
        return False
    said = shares_of(figure)
    near = [one for one in sight.sentence_bases(figure) if one.unit == PERCENT]
    behind = _once(one for one in near if one.start >= figure.end)
    before = _once(one for one in reversed(near) if one.end <= figure.start)
    text, sides = sight.passage.text, list[Sequence[Base]]()
    if behind and _PARTS_FOLLOW.fullmatch(text, figure.end, behind[0].start):
        sides.append(behind)
    if before and figure.start - before[0].end <= _LONGEST_BACK:
        sides.append(before)
    sums = [
        sum((one.value for one in side[:many]), Fraction()) / _ALL
        for side in sides
        for many in range(2, len(side) + 1)
        if any(_stand_together(side[:many], bases) for bases in sight.texts)
    ]
    is_true = any(rounds_to(figure, mine, true) for mine in said for true in sums)
    return is_true and sight.says_no_more(
        figure, sight.grounds.view(roots_given), DENYING | _HEDGING
    )


def _once(bases: Iterable[Base]) -> Sequence[Base]:
    """Return the first few figures, each in one reading."""
    return list({one.start: one for one in bases}.values())[:_MOST_PARTS]


def _adds_up(figure: Figure, parts: Sequence[Base], sight: Sight) -> bool:
    return any(
        sum((one.value for one in parts[:many]), Fraction()) in figure.values
        and all(one.unit == figure.unit for one in parts[:many])
        and _are_parts_of(figure, parts[:many], sight)
        for many in range(2, len(parts) + 1)
    )


def _are_parts_of(figure: Figure, parts: Sequence[Base], sight: Sight) -> bool:
    """Tell whether each part is counted in one place of what was given, and is of what they are."""
    are_people = not figure.nouns or not figure.nouns.isdisjoint(PERSONS)
    is_theirs = all(
        not one.nouns or are_people or not one.nouns.isdisjoint(figure.nouns) for one in parts
    )
    words = roots(" ".join(PERSONS)).union(*(_words_of(one, sight) for one in parts))
    is_theirs = is_theirs and sight.says_no_more(figure, words)
    return is_theirs and any(_stand_together(parts, bases) for bases in sight.texts)


def _words_of(part: Base, sight: Sight) -> frozenset[str]:
    """Return the roots of the words that what was given counts it with."""
    known = (one.words for bases in sight.texts for one in bases if _counts(one, part))
    return frozenset[str]().union(*known)


def _stand_together(parts: Sequence[Base], given: Sequence[Base]) -> bool:
    """Tell whether one sentence counts them all."""
    places = [{one.sentence for one in given if _counts(one, part)} for part in parts]
    return bool(set.intersection(*places))


def _counts(given: Base, part: Base) -> bool:
    is_same = given.quantity == part.quantity
    return is_same and (not part.nouns or not given.nouns.isdisjoint(part.nouns))


def _set_against_before(figure: Figure, one: Base, other: Base, sight: Sight) -> bool:
    """Tell whether the text sets the two against each other right before, or shows one last."""
    before = [base for base in sight.bases if base.end <= figure.start]
    near = [base for base in before if figure.start - base.end <= _LONGEST_BACK]
    pair = {one.quantity, other.quantity}
    if figure.unit == POINT:
        return bool(near) and near[-1].quantity in pair
    return any(
        {first.quantity, second.quantity} == pair and are_set_against(first, second)
        for first, second in combinations(near, 2)
    )
