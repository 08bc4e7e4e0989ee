"""How often something happened, told as so many of it: "83 arrêts" for "s'est arrêtée 83 fois".

The deed stands near the figure, and what is counted begins as the word for it does.
"""

import re
from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Final

from guardrails.facts.changes import plain_number
from guardrails.facts.digits import is_in
from guardrails.facts.passage import STOP
from guardrails.reading import fold

_TIMES: Final = re.compile(
    r"(?<![\w.,])(\d+(?:[ \u00a0\u202f.,]\d{3})*)[ \u00a0\u202f](?:fois|times)\b"
)
_MAY_OCCUR: Final = r"(?i)\d[ \x{a0}\x{202f}](?:fois|times)\b"
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_REACH: Final = 80
_ROOT: Final = 4


def happened(
    originals: Sequence[str], values: Collection[Fraction], nouns: Collection[str]
) -> bool:
    """Tell whether one of these texts says that one of these things happened so many times."""
    roots = {noun[:_ROOT] for noun in nouns if len(noun) >= _ROOT}
    return bool(roots) and any(
        not roots.isdisjoint(_deeds(text, *match.span()))
        for text in originals
        if is_in(_MAY_OCCUR, text)
        for match in _TIMES.finditer(text)
        if any(plain_number(match[1]) == str(value) for value in values)
    )


def _deeds(text: str, start: int, end: int) -> set[str]:
    """Return the beginnings of the words of a sentence around a place."""
    before = STOP.split(text[max(0, start - _REACH) : start])[-1]
    behind = STOP.split(text[end : end + _REACH])[0]
    return {word[:_ROOT] for word in _WORD.findall(fold(f"{before} {behind}", accents=False).text)}
