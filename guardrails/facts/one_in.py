"""Rates told as one in so many: "une tous les treize appels" of 167 stopped in 2,140 calls."""

import re
from typing import Final

from guardrails.facts.bases import Base, roots
from guardrails.facts.figures import Figure
from guardrails.facts.hedges import Hedge, is_true
from guardrails.facts.shares import NEAR
from guardrails.facts.sight import Sight

_ONE_IN: Final = re.compile(
    r"(?<!\w)(?:une?|one|1) (?:[^\W\d_]+ ){0,2}(?:tous les|toutes les|sur|pour|every"
    r"|(?:in|for) every|in|for|per|out of) $"
)
_LONGEST: Final = 48
_EVERY: Final = roots("tous toutes sur pour une one every per out")


def is_one_in_so_many(figure: Figure, sight: Sight) -> bool:
    """Tell whether a shown part comes once in so many of its whole, both counted in one place."""
    first = max(0, figure.start - _LONGEST)
    if not figure.nouns or not _ONE_IN.search(sight.passage.text, first, figure.start):
        return False
    shown = {one.quantity for one in sight.neighbours(figure)}
    return any(
        _is_once_in(figure, part, whole)
        for bases in sight.texts
        for part in bases
        if part.quantity in shown
        for whole in bases
        if whole.unit == part.unit == "" and _is_theirs(figure, part, whole, sight)
    )


def _is_theirs(figure: Figure, part: Base, whole: Base, sight: Sight) -> bool:
    """Tell whether what comes once, and what else is said of it, is what the part counts."""
    return sight.says_no_more(figure, part.words | roots(" ".join(whole.nouns)), _EVERY)


def _is_once_in(figure: Figure, part: Base, whole: Base) -> bool:
    if not 0 < part.value < whole.value or abs(part.sentence - whole.sentence) > NEAR:
        return False
    is_of_it = not figure.nouns.isdisjoint(whole.nouns)
    true = whole.value / part.value
    return is_of_it and any(is_true(Hedge.ABOUT, value, true) for value in figure.values)
