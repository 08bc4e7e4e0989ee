"""The words of a disclosure that disclose, without those that only show whose sentence it is.

"As an Ardemont employee, I cried" says where its author works up to the name; that it is the
author's is known by the "I", and what follows that is a statement of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from domain.organization import Organization
from domain.review import Span
from guardrails.disclosure import disclosures
from guardrails.reading import Reading
from guardrails.wordings import any_name

_GOES_ON = re.compile(r"\b(?:je|j|moi|mon|ma|mes|nous|notre|nos|i|my|me|we|our)\W*$")
# "Chez Tessonde, où je travaille": that "I" only says where its author works.
_WHERE = re.compile(r"\b(?:ou|where)\W+(?:je|j|nous|i|we)\W*$")
_WORKS = re.compile(r"\W*(?:(?:travaill|boss|exerc|work)\w*|suis|am)\b")
_BREAK = re.compile(r"[,:;(]| (?:et|and) ")


def disclosing(reading: Reading, organization: Organization) -> Iterator[Span]:
    """Yield each disclosure, up to the company's name where it goes on to its author."""
    bare, names = reading.bare, organization.names
    for span in disclosures(reading, organization):
        start, end = (bisect_left(bare.starts, at) for at in (span.start, span.end))
        piece = bare.text[start:end]
        told = any_name(names).search(piece) if names else None
        cut = told.end() if told else _first_break(piece)
        is_whole = _WHERE.search(piece) and _WORKS.match(bare.text, end)
        goes_on = not is_whole and _GOES_ON.search(piece)
        yield bare.span(start, start + cut) if goes_on and cut else span


def _first_break(piece: str) -> int:
    found = _BREAK.search(piece)
    return found.start() if found else len(piece)
