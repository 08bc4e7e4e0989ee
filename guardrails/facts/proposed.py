"""What a figure from nowhere may have been: the only one of its unit that the evidence has.

Only where both are told of the same thing, by a word beside each: a model puts what is proposed
into its sentence as it is, and "15 hours of stops" is no reason to say "two hours" of a search.
"""

import re

from domain.review import Span
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.retold import words_around


def only_one(grounds: Evidence, figure: Figure, text: str, place: Span) -> str | None:
    """Return how the evidence writes its only figure of that unit, beside a word of the text."""
    written = grounds.facts.written.get(figure.unit, ()) if figure.unit else ()
    if len(written) != 1 or _is_written(grounds, figure):
        return None
    mine = words_around(text, place.start, place.end)
    found = (
        (original, match.span())
        for original in grounds.originals
        for match in re.finditer(rf"(?<!\w){re.escape(written[0])}(?!\w)", original)
    )
    theirs = (words_around(original, *bounds) for original, bounds in found)
    return written[0] if any(mine & one for one in theirs) else None


def _is_written(grounds: Evidence, figure: Figure) -> bool:
    """Tell whether it is that one: then what is wrong is not how much it is, but told by what."""
    same = (other for value in figure.values for other in grounds.figures.get(value, ()))
    return any(other.unit == figure.unit for other in same)
