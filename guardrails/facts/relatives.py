"""Words that name the same place or people: "Brésil" and "brésilien", "Romains" and "romaine"."""

import re
from collections.abc import Iterator

_SHORTEST = 3
_PLACE_ENDING = re.compile(r"(?:ie|ia|e|a|y|es|as|s)$")
_PEOPLE = (
    "ien ienne iens iennes en enne ens ennes ais aise aises ois oise oises ain aine ains aines in"
    " ine ins ines an ane ans anes ian ians ean eans ese ish ite ites ard arde eur euse er ers"
).split()
_PEOPLE_ENDING = re.compile(rf"(?:{'|'.join(sorted(_PEOPLE, key=len, reverse=True))})$")


def relatives(word: str) -> Iterator[str]:
    """Yield the bare words that say the same place or people as a bare name."""
    yield from _inflected(word)
    root = _PLACE_ENDING.sub("", word)
    if len(root) >= _SHORTEST:
        yield from (root + ending for ending in _PEOPLE)
        yield from (root + root[-1] + ending for ending in _PEOPLE)  # Lyon, lyonnais
    if word.endswith(tuple(_PEOPLE)):
        root = _PEOPLE_ENDING.sub("", word)
        if len(root) > _SHORTEST:
            single = root[:-1] if root[-1] == root[-2] else root
            yield from (single + ending for ending in ("", "e", "a", "ie", "ia", "y"))


def _inflected(word: str) -> Iterator[str]:
    singular = word.rstrip("s")
    yield from (singular, singular + "s", singular.removesuffix("e"), singular + "e")
    yield singular + "es"
