"""A change told the wrong way round: "40 minutes au lieu de 12" for 12 instead of 40.

Each figure stands in the source, so nothing else objects to it. Only a change that both texts
tell with words of before and after can be compared; who did what to whom is (`actors`) as well.
"""

from collections.abc import Iterator, Sequence

from domain.review import Span
from guardrails.facts.actors import turned_round
from guardrails.facts.changes import every_change
from guardrails.facts.kept import view
from guardrails.facts.passives import done_the_other_way
from guardrails.facts.retold import Given


def swapped(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells a change or a deed of what it was given the wrong way round."""
    told = view(text, every_change)
    known = [(each, view(each, every_change)) for each in given if told]
    pairs = {(one.before, one.now) for _, found in known for one in found}
    suspects = [
        one for one in told if (one.now, one.before) in pairs and (one.before, one.now) not in pairs
    ]
    if suspects:
        looked_up = Given(known)
        yield from (one.span for one in suspects if not looked_up.is_other(text, one))
    turned = list(turned_round(text, given))
    yield from turned
    for span in done_the_other_way(text, given):
        if all(span.end <= one.start or one.end <= span.start for one in turned):
            yield span
