"""A figure of one thing told of another: "340 people" where there are 62, and 340 boxes.

Both the figure and the thing stand in the source, so nothing else objects to the pair. It is
wrong where the source gives the figure to something else and the thing another figure, and
never has the two near each other; a month with another year likewise.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.digits import is_in

_MORE: Final = r"\d*(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?"
_NUMBER: Final = rf"\d{_MORE}"
_TOKEN: Final = re.compile(rf"{_NUMBER}|[^\W\d_]+|%")
# The first digit first: the engine leaps from one to the next.
COUNTED: Final = re.compile(rf"(\d(?<![\w.,].){_MORE})[ \u00a0\u202f]([^\W\d_]{{4,}})")
_NEAR: Final = 7
_STEM: Final = 5
_MONTHS: Final = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    " january february march april may june july august september october november december"
)
DATED: Final = re.compile(
    rf"\b({'|'.join(_MONTHS.split())})[ \u00a0\u202f]+((?:19|20)\d\d)\b", re.IGNORECASE
)

MAY_DATE: Final = rf"(?i)\b(?:{'|'.join(_MONTHS.split())})[ \x{{a0}}\x{{202f}}]+(?:19|20)"
_YEAR: Final = re.compile(r"(?:19|20)\d\d\b")

_Pair = tuple[str, str]
_Told = Sequence[tuple[_Pair, Span]]


def moved(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text gives a figure it was given to another thing, or a month its year."""
    known = "\n".join(given)
    counted = _taken(_counted(text), known, _counted)
    near = _near(known) if counted else set()
    yield from (span for pair, span in counted if pair not in near)
    yield from (span for _, span in _taken(_dated(text), known, _dated))


def _taken(told: _Told, known: str, read: Callable[[str], _Told]) -> _Told:
    """Return the pairs whose two halves stand in what is known, each with another half."""
    pairs = {pair for pair, _ in read(known)} if told else set()
    firsts, seconds = {one for one, _ in pairs}, {one for _, one in pairs}
    return [
        (pair, span)
        for pair, span in told
        if pair not in pairs and pair[0] in firsts and pair[1] in seconds
    ]


def _counted(text: str) -> _Told:
    return [
        ((plain_number(match[1]), _stem(match[2])), Span(*match.span()))
        for match in COUNTED.finditer(text)
    ]


def _dated(text: str) -> _Told:
    if _YEAR.search(text) is None or not is_in(MAY_DATE, text):
        return []
    # "may" without its capital is a verb.
    return [
        ((match[1].casefold(), match[2]), Span(*match.span()))
        for match in DATED.finditer(text)
        if match[1] != "may"
    ]


def _near(text: str) -> set[_Pair]:
    """Return every figure with every word that stands near it."""
    tokens = _TOKEN.findall(text)
    found: set[_Pair] = set()
    for at, token in enumerate(tokens):
        if token[0].isdigit():
            around = tokens[max(0, at - _NEAR) : at + _NEAR + 1]
            found |= {(plain_number(token), _stem(each)) for each in around}
    return found


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]
