"""Whether a figure counts the items of a list: "three myths" of the three that follow.

It speaks of them where it stands in what announces the list, which ends in no full stop, or right
behind it, pointed at: "these three". Elsewhere it counts something else that happens to be as many.
The marks of a list are alike. Of what a company counts one by one ("three clients:") each item is
one, by its name, by a figure or as "the one who"; three virtues below it are no clients.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from domain.review import Span
from guardrails.facts.counted import stem
from guardrails.facts.kinds import KINDS
from guardrails.facts.names import names
from guardrails.reading import fold_term

_ITEM = re.compile(
    r"^[ \t]*(?:(?P<numbered>\d{1,2}[.)/]|\d\ufe0f?\u20e3)|(?P<sign>[-–—•*·▪→✅✔▶]))[ \t]*\S",
    re.MULTILINE,
)
THINGS = frozenset(
    map(
        stem,
        "contrats commandes brevets recompenses embauches ventes marches deals contracts orders"
        " patents awards hires sales collegues colleagues".split(),
    )
) | frozenset(KINDS)
_ONE = re.compile(r"\d|\b(?:the one|an?other|celui|celle|l['’]une?|un autre)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2
_POINTED_AT = re.compile(
    r"(?:ces|voil[àa](?: les| mes| nos)?|les|the|these|those|all(?: the| of the)?) $",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!…](?=\s)|\?(?=\s\S)")


class _List(NamedTuple):
    bounds: Span
    items: tuple[str, ...]


class Lists:
    """The lists of a text: lines that begin with a mark alike."""

    def __init__(self, text: str) -> None:
        """Find them."""
        self._text = text
        self._lists = list(_lists(text))

    def counted_at(self, place: Span, nouns: Collection[str]) -> frozenset[int]:
        """Return how many items the lists have that a figure of these nouns speaks of here."""
        things = THINGS.intersection(nouns)
        return frozenset(
            len(one.items)
            for one in self._lists
            if self._is_near(place, one.bounds) and all(_is_one(item, things) for item in one.items)
        )

    def _is_near(self, place: Span, bounds: Span) -> bool:
        if place.end <= bounds.start:
            between = self._text[place.end : bounds.start].rstrip()
            return "\n" not in between and _SENTENCE_END.search(f"{between} ") is None
        between = self._text[bounds.end : place.start].lstrip()
        return "\n" not in between and _POINTED_AT.search(between) is not None


def _is_one(item: str, things: Collection[str]) -> bool:
    """Tell whether an item may be one of these things; of no thing in particular any item is."""
    if not things or _ONE.search(item) or next(names(item), None) is not None:
        return True
    return any(stem(word) in things for word in _WORD.findall(fold_term(item)))


def _lists(text: str) -> Iterator[_List]:
    """Yield each list with its items."""
    start = end = at = 0
    mark, items = "", list[str]()
    for line in (*text.splitlines(keepends=True), "."):
        item = _ITEM.match(line)
        if item is None and not line.strip():
            at += len(line)
            continue
        is_next = item is not None and _mark(item) == mark
        if not is_next:
            if len(items) >= _FEWEST:
                yield _List(Span(start, end), tuple(items))
            start, mark, items = at, _mark(item) if item else "", []
        at += len(line)
        if item is not None:
            end = at
            items.append(line)


def _mark(item: re.Match[str]) -> str:
    return item["sign"] or "1"
