"""Whether a figure counts the items of a list: "three myths" of the three that follow.

It speaks of them where it stands in what announces the list, which ends in no full stop, or right
behind it, pointed at: "these three". Elsewhere it counts something else that happens to be as many.
"""

import re
from collections.abc import Iterator

from domain.review import Span

_ITEM = re.compile(
    r"^[ \t]*(?:(\d{1,2})[.)/]|(\d)\ufe0f?\u20e3|[-–—•*·▪→✅✔▶])[ \t]*\S", re.MULTILINE
)
_FEWEST = 2
_POINTED_AT = re.compile(
    r"(?:ces|voil[àa](?: les| mes| nos)?|les|the|these|those|all(?: the| of the)?) $",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!…](?=\s)|\?(?=\s\S)")


class Lists:
    """The lists of a text: lines that begin with a mark alike."""

    def __init__(self, text: str) -> None:
        """Find them."""
        self._text = text
        self._lists = list(_lists(text))

    def counted_at(self, place: Span) -> frozenset[int]:
        """Return how many items the lists have that a figure here speaks of."""
        return frozenset(length for bounds, length in self._lists if self._is_near(place, bounds))

    def _is_near(self, place: Span, bounds: Span) -> bool:
        if place.end <= bounds.start:
            between = self._text[place.end : bounds.start].rstrip()
            return "\n" not in between and _SENTENCE_END.search(f"{between} ") is None
        between = self._text[bounds.end : place.start].lstrip()
        return "\n" not in between and _POINTED_AT.search(between) is not None


def _lists(text: str) -> Iterator[tuple[Span, int]]:
    """Yield where each list stands and how many items it has."""
    start = end = at = length = 0
    for line in (*text.splitlines(keepends=True), "."):
        if _ITEM.match(line):
            start, end, length = (start if length else at), at + len(line), length + 1
        elif line.strip():
            if length >= _FEWEST:
                yield Span(start, end), length
            length = 0
        at += len(line)
