"""The traces of a hand in one text, counted so that its topic counts as little as may be.

Words that are not among the commonest of the language are masked letter by letter before their
runs are read ("distorted text", Stamatatos 2017); marks are read with every word reduced to one
letter. Whole words are kept apart, because what somebody speaks of is also theirs.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import Final

from personalizer.stylometry.counts import counts_of

# The beginning tells enough, and the work stays bounded.
READ: Final = 4_000
_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|\s+|[^\w\s]|_")
_WORD: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_LETTER: Final = re.compile(r".")
_MASKED_RUN: Final = 3
_MARK_RUNS: Final = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Traces:
    """What one text leaves: counts, runs of masked letters, runs of marks, and words."""

    counts: list[float]
    masked: Counter[str]
    marks: Counter[str]
    words: Counter[str]


def traces_of(text: str, common: frozenset[str]) -> Traces:
    """Return the traces of a text; `common` are the words that are not masked."""
    read = text[:READ]
    bare = _WORD.sub("w", read)
    return Traces(
        counts=counts_of(read),
        masked=Counter(_runs(masked(read, common), _MASKED_RUN)),
        marks=Counter(chain.from_iterable(_runs(bare, length) for length in _MARK_RUNS)),
        words=words_of(read),
    )


def words_of(text: str) -> Counter[str]:
    """Return the words of two letters or more with how often they stand in a text."""
    return Counter(word.casefold() for word in _LETTERS.findall(text))


def masked(text: str, common: frozenset[str]) -> str:
    """Return a text whose words are stars, but for the common ones; figures are all "#"."""
    return "".join(_mask(token, common) for token in _TOKEN.findall(text))


def _mask(token: str, common: frozenset[str]) -> str:
    if token[0].isdigit():
        return "#"
    if len(token) == 1 or not token[0].isalpha() or token.casefold() in common:
        return token
    return f"{'^' if token[0].isupper() else ''}{_LETTER.sub('*', token)}"


def _runs(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(len(text) - length + 1)]
