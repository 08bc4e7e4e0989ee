"""What is left of a whole without its part: "25 of the 64, the other 39", 61 % and 39 %."""

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from guardrails.facts.bases import Base
from guardrails.facts.figures import Figure
from guardrails.facts.shares import NEAR
from guardrails.facts.sight import Sight
from guardrails.facts.standing import comes_to
from guardrails.facts.units import PERCENT

_OTHER: Final = re.compile(r"(?<!\w)(?:(?:the|our|my) )?(?:other|remaining) $")
_OTHERS: Final = re.compile(
    r"(?: [^\W\d_]+)?(?: |-)(?:autres|others|restante?s|remaining|left|de reste|a redessiner)\b"
    r"(?! [^\W\d_]+ que)"
)
_LONGEST: Final = 20
_ALL: Final = Fraction(100)


def is_rest(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is said to be the rest of what is shown, and is."""
    text = sight.passage.text
    is_told = _OTHER.search(text, max(0, figure.start - _LONGEST), figure.start) is not None
    is_told = is_told or (figure.unit == PERCENT and comes_to(text, figure))
    if not (is_told or _OTHERS.match(text, figure.end)):
        return False
    shown = {one.quantity for one in sight.neighbours(figure)}
    if figure.unit == PERCENT:
        known = {one.quantity for bases in sight.texts for one in bases}
        return any((_ALL - value, PERCENT) in shown & known for value in figure.values)
    return not figure.unit and any(
        _is_without(figure, part, whole) and part.quantity in shown
        for bases in sight.texts
        for part, whole in _parts(bases)
    )


def _parts(bases: Iterable[Base]) -> Iterable[tuple[Base, Base]]:
    """Yield each part with the whole that a text ties it to, right beside."""
    known = list(bases)
    return (
        (part, whole)
        for part in known
        for whole in known
        if part.whole == whole.value and abs(part.sentence - whole.sentence) <= NEAR
    )


def _is_without(figure: Figure, part: Base, whole: Base) -> bool:
    is_theirs = not figure.nouns or not figure.nouns.isdisjoint(whole.nouns | part.nouns | _LEFT)
    return is_theirs and whole.value - part.value in figure.values


_LEFT: Final = frozenset({"restant", "left", "went"})
