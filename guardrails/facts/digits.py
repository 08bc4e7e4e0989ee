"""Where digits stand: patterns that begin with one are tried there alone, not at every letter."""

import re
from collections.abc import Iterator, Sequence

_RUN = re.compile(r"\d+")


def digit_runs(text: str) -> list[int]:
    """Return where each run of digits begins."""
    return [match.start() for match in _RUN.finditer(text)]


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Sequence[int]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at one of these places and do not overlap."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match
