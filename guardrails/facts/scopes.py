"""A share told of too much: "down 9 percent across all eleven stores" for "in those four stores".

Where each sentence that was given with a share counts other things of the same name than the text
does, the text has widened it, or narrowed it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from domain.review import Span
from guardrails.facts.digits import is_in
from guardrails.facts.evidence import stated
from guardrails.facts.figures import Figure, possible_figures
from guardrails.facts.kept import view
from guardrails.facts.passage import SENTENCE_END, Passage
from guardrails.facts.units import PERCENT

_SCOPE: Final = re.compile(
    r"[^.!?;:,\n\d]{0,30}\b(?:in|across|at|for|dans|sur|pour|chez)"
    r" (?:(?:all|the|our|its|those|these|ces|les|nos|tous|toutes) ){0,2}"
)
_MOST: Final = 40
MAY_SHARE: Final = r"%|percent|per cent|pour ?cent"


def of_another_scope(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells a share of so many things, and was given it of so many others."""
    passage = Passage.of(text)
    if not is_in(MAY_SHARE, passage.text):
        return
    told = list(islice(_scoped(passage, stated(passage).figures), _MOST))
    known = [one for each in given if told for one in view(each, _sentences)]
    for share, scope in told:
        counts = [
            other
            for figures in known
            if any(one.unit == PERCENT and one.values & share.values for one in figures)
            for other in figures
            if other.nouns & scope.nouns
        ]
        if counts and all(one.values.isdisjoint(scope.values) for one in counts):
            yield passage.span(share.start, scope.end)


def _scoped(passage: Passage, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for share, scope in pairwise(figures):
        is_share = share.unit == PERCENT and bool(scope.nouns) and not scope.unit
        if is_share and _SCOPE.fullmatch(passage.text, share.end, scope.start):
            yield share, scope


def _sentences(text: str) -> list[list[Figure]]:
    passage, found = Passage.of(text), list[list[Figure]]()
    figures = stated(passage, read=possible_figures).figures
    start = 0
    ends = [match.start() for match in SENTENCE_END.finditer(passage.text)]
    for last in (*ends, len(passage.text)):
        found.append([one for one in figures if start <= one.start < last])
        start = last
    return found
