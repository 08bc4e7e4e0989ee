"""What is left of a whole without its part: "25 of the 64, the other 39", 61 % and 39 %."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from guardrails.facts.bases import Base, roots
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
    """Tell whether it is said to be the rest of what is shown, and is.

    The rest of those who are content are not; that they want to leave is nobody's arithmetic.
    """
    text = sight.passage.text
    is_told = _OTHER.search(text, max(0, figure.start - _LONGEST), figure.start) is not None
    is_told = is_told or (figure.unit == PERCENT and comes_to(text, figure))
    if not (is_told or _OTHERS.match(text, figure.end)):
        return False
    shown = {one.quantity for one in sight.neighbours(figure)}
    return any(
        part.quantity in shown and _is_left_of(figure, part, nouns, sight)
        for bases in sight.texts
        for part, nouns in _parts(figure, bases)
    )


def _parts(figure: Figure, bases: Sequence[Base]) -> Iterator[tuple[Base, frozenset[str]]]:
    """Yield each part that this is the rest of, with what the whole counts."""
    for part in bases:
        if figure.unit == part.unit == PERCENT and _ALL - part.value in figure.values:
            yield part, part.nouns
        for whole in bases if not figure.unit else ():
            is_near = abs(part.sentence - whole.sentence) <= NEAR
            if part.whole == whole.value and is_near and _is_without(figure, part, whole):
                yield part, whole.nouns


def _is_left_of(figure: Figure, part: Base, nouns: frozenset[str], sight: Sight) -> bool:
    """Tell whether no more is told of the rest than that it is one, or is not as the part is."""
    told = sight.words(figure)
    deeds = part.words - roots(" ".join(nouns))
    is_denied = not told.isdisjoint(_DENYING)
    is_turned = not is_denied and not told.isdisjoint(deeds)
    known = part.words | roots(" ".join(nouns))
    return not is_turned and sight.says_no_more(figure, known, _STAYING | _DENYING)


def _is_without(figure: Figure, part: Base, whole: Base) -> bool:
    is_theirs = not figure.nouns or not figure.nouns.isdisjoint(whole.nouns | part.nouns | _LEFT)
    return is_theirs and whole.value - part.value in figure.values


_LEFT: Final = frozenset({"restant", "left", "went"})
_DENYING: Final = roots("pas non not aucun aucune didn don doesn weren wasn aren isn haven hasn")
_STAYING: Final = roots(
    "autres others other remaining left restant restants restantes reste restent attendent attend"
    " wait waiting waited still encore toujours went way redessiner donc soit"
)
