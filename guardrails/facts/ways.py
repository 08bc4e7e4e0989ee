"""Which way a difference of two shown figures goes: from 40 in March to 25 in April, no "more".

Which of the two was before is told by the source, or by the text that shows them: "49 %, contre
61 %", or by the months or years that they are of. Where nothing tells it, either way may be.
"""

import re
from itertools import combinations
from typing import Final

from guardrails.facts.bases import Base, are_set_against
from guardrails.facts.dates import MONTHS
from guardrails.facts.figures import Figure
from guardrails.facts.sight import Sight
from guardrails.facts.told_changes import Way, order_told, told_changes, way_told

_UP_OR_DOWN: Final = re.compile(r" (?:[^\W\d_]+ )?(?P<way>up|down)\b")
_THAN: Final = re.compile(r"[^.!?;:\n]{0,60}?\b(?:than|que|qu')")
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_OF_TIME: Final = re.compile(
    rf"[^.!?;:,\n\d]{{0,30}}?\b(?:(?P<month>{_MONTH})|(?P<year>(?:19|20)\d\d))\b"
)


def goes_so(figure: Figure, one: Base, other: Base, sight: Sight) -> bool:
    """Tell whether the difference of two may go the way that it is told as."""
    way = _way(figure, sight.passage.text)
    if way is None:
        return True
    order = before_and_now(one, other, sight)
    return order is None or (Way.DOWN if order[1].value < order[0].value else Way.UP) == way


def before_and_now(one: Base, other: Base, sight: Sight) -> tuple[Base, Base] | None:
    """Return which of two quantities was before and which is now, where anything tells it."""
    pair = {one.quantity, other.quantity}
    for part in sight.grounds.parts:
        for change in part.view(told_changes):
            if {change.before.quantity, change.now.quantity} == pair:
                return change.before, change.now
    shown = [base for base in sight.bases if base.quantity in pair]
    for first, second in combinations(shown, 2):
        if first.quantity != second.quantity:
            return _order(sight.passage.text, first, second)
    return None


def _order(text: str, first: Base, second: Base) -> tuple[Base, Base] | None:
    if are_set_against(first, second):
        return order_told(text, first, second)
    one, other = (_OF_TIME.match(text, base.end) for base in (first, second))
    if not (one and other) or one.lastgroup != other.lastgroup:
        return None
    if one["year"]:
        return (first, second) if one["year"] < other["year"] else (second, first)
    # From December to January, or told from its end: nobody can say.
    is_on = MONTHS[one["month"]] < MONTHS[other["month"]]
    return (first, second) if is_on else None


def _way(figure: Figure, text: str) -> Way | None:
    """Return the way that a difference is told to go; "15 more in March than" is none."""
    if _THAN.match(text, figure.end):
        return None
    told = _UP_OR_DOWN.match(text, figure.end)
    if told:
        return Way(told["way"])
    way = way_told(figure, text)
    return way[0] if way else None
