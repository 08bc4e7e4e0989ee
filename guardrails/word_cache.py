"""A cache of what single words are, which keeps none that may be somebody's number or address.

A word that is long, or holds a figure or an at sign, is looked up anew each time: IBANs, numbers
and pieces of addresses stand in no memory that outlives a check (docs/privacy.md).
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

LONGEST_KEPT = 24
"""Characters of the longest word that is kept."""

_TELLS: Final = re.compile(r"[\d@]")

P = ParamSpec("P")
R = TypeVar("R")


def of_words(
    most: int,
) -> Callable[[Callable[Concatenate[str, P], R]], Callable[Concatenate[str, P], R]]:
    """Keep what a function says of up to `most` words, its first argument."""

    def decorated(function: Callable[Concatenate[str, P], R]) -> Callable[Concatenate[str, P], R]:
        kept: dict[tuple[object, ...], R] = {}

        @wraps(function)
        def read(word: str, /, *more: P.args, **named: P.kwargs) -> R:
            key = (word, *more, *named.values())
            if key in kept:
                return kept[key]
            found = function(word, *more, **named)
            if len(kept) < most and len(word) <= LONGEST_KEPT and not _TELLS.search(word):
                kept[key] = found
            return found

        return read

    return decorated
