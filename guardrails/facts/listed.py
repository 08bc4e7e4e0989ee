"""How many items the lists of a text have: "three myths" counts the three below it."""

import re

_ITEM = re.compile(
    r"^[ \t]*(?:(\d{1,2})[.)/]|(\d)\ufe0f?\u20e3|[-–—•*·▪→✅✔▶])[ \t]*\S", re.MULTILINE
)
_FEWEST = 2


def list_lengths(text: str) -> frozenset[int]:
    """Return how long each list of a text is; a list is lines that begin with a mark alike."""
    lengths, length = set[int](), 0
    for line in text.split("\n"):
        if _ITEM.match(line):
            length += 1
        elif line.strip():
            lengths.add(length)
            length = 0
    return frozenset(one for one in {*lengths, length} if one >= _FEWEST)
