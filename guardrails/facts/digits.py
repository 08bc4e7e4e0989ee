"""Where a pattern may begin: it is tried there alone, not at every letter."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from guardrails.checks.patterns import ROOM, compiled

NUMBER: Final = r"\d(?<![\w.,].)\d*(?:[ \u00a0\u202f.,]\d{3}(?!\d))*(?:[.,]\d+)?"
"""A number in figures, with its groups of three and its decimals."""
WHOLE_NUMBER: Final = re.compile(rf"{NUMBER}(?!\w)")
"""The same, which no letter goes on with: 36, not the 36 of "36h"."""
# One class of letters first: the engine leaps from one digit to the next.
_RUN = re.compile(r"\d\d*")


def digit_runs(text: str) -> list[int]:
    """Return where each run of digits begins."""
    return [match.start() for match in _RUN.finditer(text)]


def starts_of(pattern: str, text: str) -> list[int]:
    """Return where a bare folded text matches a pattern of RE2, one that asks for plain letters."""
    # A question mark for each other character: a byte is a character then.
    written = text.encode("ascii", errors="replace")
    return [match.start() for match in compiled(pattern).finditer(written)]


def is_in(pattern: str, text: str, *, room: int = ROOM) -> bool:
    """Tell whether a text holds a match of a pattern of RE2, which is read as it stands."""
    return compiled(pattern, room=room).search(text.encode(errors="replace")) is not None


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at one of these places and do not overlap."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match
