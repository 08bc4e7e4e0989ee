"""The notation of phrases, taken apart: words, groups of alternatives, every way to write one."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from math import prod

_BRACKET = re.compile(r"[()]")
MOST_WAYS = 8_192
"""A phrase or word that can be written in more ways than that is not written out."""


def apart(text: str, separator: str) -> list[str]:
    """Split a text where a separator stands outside every bracket."""
    pieces = text.split(separator)
    if "(" not in text:
        return pieces
    parts, depth = list[str](), 0
    for piece in pieces:
        if depth == 0:
            parts.append(piece)
        else:
            parts[-1] += separator + piece
        depth += piece.count("(") - piece.count(")")
    return parts


def groups(word: str) -> list[tuple[int, int]]:
    """Return where the outermost brackets of a word stand."""
    groups, depth, start = [], 0, 0
    for bracket in _BRACKET.finditer(word):
        if bracket[0] == "(":
            start = bracket.start() if depth == 0 else start
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                groups.append((start, bracket.end()))
    return groups


def is_optional(word: str) -> bool:
    """Tell whether a word of a phrase may be left out, as "(all|)" may."""
    return "" in (group_ways(word) or ())


def group_ways(word: str) -> list[str] | None:
    """Return the alternatives of a word that is one group, else None."""
    is_group = word.startswith("(") and groups(word) == [(0, len(word))]
    return [way.strip() for way in apart(word[1:-1], "|")] if is_group else None


@lru_cache(maxsize=4096)
def ways_of(word: str) -> tuple[str, ...] | None:
    """Return every way a word with groups can be written, None if there are too many."""
    if "(" not in word:
        return (word,)
    pieces: list[Sequence[str]] = []
    at, count = 0, 1
    for start, end in groups(word):
        each = [_ways_of_many(one) for one in apart(word[start + 1 : end - 1], "|")]
        inside = [way for ways in each if ways is not None for way in ways]
        count *= len(inside)
        if None in each or count > MOST_WAYS:
            return None
        pieces += [[word[at:start]], inside]
        at = end
    return tuple("".join(way) for way in product(*pieces, [word[at:]]))


def _ways_of_many(words: str) -> list[str] | None:
    """Return every way to write an alternative; the space at either end belongs to it.

    Not that inside of its last group, as little as `Wordings` takes it: a group that is a word of
    its own stands between spaces.
    """
    before, after = words[:1] == " ", words[-1:] == " "
    if "(" not in words:
        return [" " * before + words.strip() + " " * after]
    known: list[Sequence[str]] = []
    for word in apart(words.strip(), " "):
        ways = ways_of(word)
        if ways is None:
            return None
        known.append(ways if group_ways(word) is None else [way.strip() for way in ways])
    if prod(map(len, known)) > MOST_WAYS:
        return None
    return [" " * before + " ".join(way) + " " * after for way in product(*known)]
