"""A figure of one thing told of another: "340 people" where there are 62, and 340 boxes.

Both the figure and the thing stand in the source, so nothing else objects to the pair. It is
wrong where the source gives the figure to something else and the thing another figure, and
never has the two near each other; a month with another year likewise.
"""

import re
from collections.abc import Iterable
from typing import Final

_NUMBER: Final = r"\d+(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?"
_TOKEN: Final = re.compile(rf"{_NUMBER}|[^\W\d_]+|%")
_COUNTED: Final = re.compile(rf"(?<![\w.,])({_NUMBER})[ \u00a0\u202f]([^\W\d_]{{4,}})")
_NEAR: Final = 7
_STEM: Final = 5
_MONTHS: Final = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    " january february march april may june july august september october november december"
)
_DATED: Final = re.compile(
    rf"\b({'|'.join(_MONTHS.split())})[ \u00a0\u202f]+((?:19|20)\d\d)\b", re.IGNORECASE
)

Pairs = set[tuple[str, str]]


def moves_figures(text: str, material: Iterable[str]) -> bool:
    """Tell whether a text gives a figure of its material to another thing, or a month its year."""
    known = "\n".join(material)
    return bool(_taken(_counted(text), _counted(known)) - _near(known)) or bool(
        _taken(_dated(text), _dated(known))
    )


def _taken(told: Pairs, known: Pairs) -> Pairs:
    """Return the pairs whose two halves stand in the known ones, each with another half."""
    firsts, seconds = {one for one, _ in known}, {one for _, one in known}
    return {pair for pair in told - known if pair[0] in firsts and pair[1] in seconds}


def _counted(text: str) -> Pairs:
    return {(_plain(number), _stem(thing)) for number, thing in _COUNTED.findall(text)}


def _dated(text: str) -> Pairs:
    # "may" without its capital is a verb.
    found = _DATED.findall(text)
    return {(month.casefold(), year) for month, year in found if month != "may"}


def _near(text: str) -> Pairs:
    """Return every figure with every word that stands near it."""
    tokens = _TOKEN.findall(text)
    found: Pairs = set()
    for at, token in enumerate(tokens):
        if token[0].isdigit():
            around = tokens[max(0, at - _NEAR) : at + _NEAR + 1]
            found |= {(_plain(token), _stem(each)) for each in around}
    return found


def _plain(number: str) -> str:
    return re.sub(r"[ \u00a0\u202f]|[.,](?=\d{3}(?!\d))", "", number).replace(",", ".")


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]
