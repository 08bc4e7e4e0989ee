"""Two figures made one: "0.4 ms corresponds to 60 cm", "74 bikes repaired by 131 people".

Both stand in the source, each of its own thing. That one amounts to the other, or was done by
the other, is told only by a sentence that has the two.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from domain.review import Span
from guardrails.facts.digits import is_in
from guardrails.facts.evidence import stated
from guardrails.facts.figures import Figure, possible_figures
from guardrails.facts.fractions import MULTIPLE_WORDS, PART_WORDS
from guardrails.facts.kept import view
from guardrails.facts.numerals import NUMBER_WORDS
from guardrails.facts.passage import Passage

_AMOUNTS: Final = (
    r"represent(?:e|ent|s)?|correspond(?:ent|s)? (?:a|to)|equiva(?:ut|lent) a"
    r"|(?:is|are) equivalent to|equals?|amounts? to|adds? up to|(?:is|are) worth|vaut|valent"
    r"|(?<=[,(–—-])\s?soit|c'est-a-dire|that is(?=,)|="
)
BY: Final = re.compile(r" (?:[^\W\d_]+ ){1,3}(?:par|by) (?:les |the |nos |our |pres de |some )?")
EQUAL: Final = re.compile(
    r"[^.!?;\n]{0,40}(?:[.!?;] (?:cela|ca|ce qui|this|that|it|which) )?"
    rf"[^.!?;\n]{{0,30}}(?<!\w)(?:{_AMOUNTS})(?!\w)[^.!?;\n]{{0,30}}"
)
_A_NUMBER: Final = rf"\d|\b(?:{'|'.join(NUMBER_WORDS | PART_WORDS | MULTIPLE_WORDS)})"
# Of a bare text, for RE2: with its sign a figure begins a little before its number.
MAY_EQUAL: Final = (
    r"[^a-z](?:represent|correspond|equiva|equal|amount|adds? up|worth|vaut|valent|soit"
    rf"|c'est-a-dire|that is|=|par|by)[^.!?;\n]*(?:{_A_NUMBER})"
)
_SENTENCE_END: Final = re.compile(
    r"[.!?\n]+(?!\s*(?:cela|ca|ce|il|elle|ils|elles|this|that|it|they|these)\b)(?=\s|$)"
)
_YEARS: Final = range(1900, 2100)


def equated(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text makes one of two figures that no sentence it was given has together."""
    passage = Passage.of(text)
    if not is_in(MAY_EQUAL, passage.text):
        return
    pairs = [pair for pair in pairwise(_figures(passage)) if _is_equation(passage.text, *pair)]
    sentences = [one for text in given for one in view(text, _sentences)] if pairs else []
    known = frozenset[Fraction]().union(*sentences)
    for one, other in pairs:
        is_given = not one.values.isdisjoint(known) and not other.values.isdisjoint(known)
        if is_given and not any(
            not one.values.isdisjoint(each) and not other.values.isdisjoint(each)
            for each in sentences
        ):
            yield passage.span(one.start, other.end)


def _figures(passage: Passage) -> list[Figure]:
    found = {one.start: one for one in stated(passage, read=possible_figures).figures}
    return [found[start] for start in sorted(found)]


def _is_equation(text: str, one: Figure, other: Figure) -> bool:
    if one.values == other.values or any(map(_is_year, other.values)):
        return False
    between = text[one.end : other.start]
    is_deed = not other.unit and bool(other.nouns) and BY.fullmatch(between) is not None
    return is_deed or EQUAL.fullmatch(between) is not None


def _is_year(value: Fraction) -> bool:
    # A range looks for an integer alone without going through its own.
    return value.denominator == 1 and value.numerator in _YEARS


def _sentences(text: str) -> list[frozenset[Fraction]]:
    """Return the values of each sentence, and of one with those that go on from it by "this"."""
    passage = Passage.of(text)
    figures, start, found = _figures(passage), 0, list[frozenset[Fraction]]()
    for end in (*(match.end() for match in _SENTENCE_END.finditer(passage.text)), None):
        last = len(passage.text) if end is None else end
        within = (one.values for one in figures if start <= one.start < last)
        found.append(frozenset[Fraction]().union(*within))
        start = last
    return [one for one in found if one]
