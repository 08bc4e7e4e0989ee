"""Where a pattern may begin: it is tried there alone, not at every letter.

What stands a little before a place is looked for from so many letters before it: `re` takes a place
before a text for its beginning, and asking for the greater of the two takes as long as the search.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from guardrails.checks.patterns import Finder, all_of, compiled

NUMBER: Final = r"\d(?<![\w.,].)\d*(?:[ \u00a0\u202f.,]\d{3}(?!\d))*(?:[.,]\d+)?"
"""A number in figures, with its groups of three and its decimals."""
WHOLE_NUMBER: Final = re.compile(rf"{NUMBER}(?!\w)")
"""The same, which no letter goes on with: 36, not the 36 of "36h"."""
# One class of letters first: the engine leaps from one digit to the next.
_RUN = re.compile(r"\d\d*")


def digit_runs(text: str) -> list[int]:
    """Return where each run of digits begins."""
    return [*map(re.Match.start, _RUN.finditer(text))]


def starts_of(pattern: str, text: str) -> list[int]:
    """Return where a bare folded text matches a pattern of RE2, one that asks for plain letters."""
    # A question mark for each other character: a byte is a character then.
    written = text.encode("ascii", errors="replace")
    return [match.start() for match in compiled(pattern).finditer(written)]


def is_in(pattern: str, text: str) -> bool:
    """Tell whether a text holds a match of a pattern of RE2, which is read as it stands."""
    return bool(_look(pattern).Match(text.encode(errors="replace")))


@lru_cache(maxsize=256)
def _look(pattern: str) -> Finder:
    """Compile a pattern to be told only whether it matches: where nobody works out."""
    return all_of((pattern,))


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at one of these places and do not overlap."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match
