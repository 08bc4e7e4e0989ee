"""What people who work there call a company by its initials: "EDC" for Énergies du Causse."""

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 3
"""Two letters are anything's."""


@lru_cache(maxsize=64)
def initials(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the initials of names, with those of their little words and without."""
    found = set[str]()
    for name in names:
        words = _WORD.findall(name)
        found |= {_first(words), _first([word for word in words if word[0].isupper()])}
    return tuple(sorted(one for one in found if len(one) >= _FEWEST))


def _first(words: list[str]) -> str:
    return "".join(word[0] for word in words).upper()
