"""What a feed may declare about itself before a parser sees it: entities that stay small.

The parser opens nothing outside the document; what is left are entities that multiply
("billion laughs"), documents of nothing but tags, and white space that a pattern of feedparser
reads again and again.
"""

import re
from collections.abc import Mapping

from domain.errors import ImportFailed
from recommender.catalogue.limits import MAX_EXPANSION_BYTES, MAX_PROLOGUE_BYTES, MAX_TAGS

_DECLARATION = re.compile(rb"""<!ENTITY\s+([^\s"'<>%&;]+)\s+(?:"([^"]*)"|'([^']*)')""")
_PARAMETER = re.compile(rb"<!ENTITY\s+%")
_REFERENCE = re.compile(rb"&([^\s\"'<>%&;#]+);")
_BLANKS = re.compile(rb"\s{2,}")
_FIRST_TAG = re.compile(rb"<\w")
_BEFORE_DOCTYPE = re.compile(rb"(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_DOCTYPE = b"<!DOCTYPE"
_ROUNDS = 32


def harmless(data: bytes, name: str) -> bytes:
    """Return a feed in UTF-8 that can be parsed in bounded time and memory.

    Raises ImportFailed for one that would grow, or that holds too many tags.
    """
    first = _FIRST_TAG.search(data)
    beginning = _BLANKS.sub(b"\n", data[: first.start() if first else 0])
    if data.count(b"<") > MAX_TAGS:
        raise ImportFailed(f"{name} holds more than {MAX_TAGS:,} tags: import it in parts.")
    if len(beginning) > MAX_PROLOGUE_BYTES:
        raise ImportFailed(
            f"{name} has more than {MAX_PROLOGUE_BYTES // 1024} kB before its first tag: leave its"
            " document type and comments out."
        )
    # Only a document type can declare entities, and feedparser and the parser look for it
    # in two different ways.
    if (_DOCTYPE in beginning or _BEFORE_DOCTYPE.match(data)) and _is_bomb(data):
        raise ImportFailed(
            f"{name} declares entities that grow beyond {MAX_EXPANSION_BYTES // 1024**2} MB, or"
            " that declare others: write their text out, or drop them."
        )
    return beginning + data[first.start() if first else 0 :]


def _is_bomb(data: bytes) -> bool:
    values = {match[1]: match[2] or match[3] or b"" for match in _DECLARATION.finditer(data)}
    sizes = {name: len(value) for name, value in values.items()}
    if _PARAMETER.search(data) or sum(sizes.values()) > MAX_EXPANSION_BYTES:
        return True
    # An entity inside an entity counts once more in each round; a few rounds show a bomb.
    for _ in range(_ROUNDS):
        sizes = {name: _size(value, sizes) for name, value in values.items()}
    growth = sum(sizes.get(match[1], 0) for match in _REFERENCE.finditer(data))
    return growth > MAX_EXPANSION_BYTES


def _size(value: bytes, sizes: Mapping[bytes, int]) -> int:
    inside = sum(sizes.get(match[1], 0) for match in _REFERENCE.finditer(value))
    return min(len(value) + inside, MAX_EXPANSION_BYTES + 1)
