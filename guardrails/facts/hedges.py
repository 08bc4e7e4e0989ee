"""Roundings that say which way they go: "nearly 2,700", "plus de la moitié", "about a third".

"Nearly" is a little less than what it names, "more than" is more, "about" is either; what is denied
goes the other way: "no more than" is at most. A rounding is true within a share of the true value.
"More than" stays true farther off than "about", and a
part named in words ("a third") rounds more than a number does.
"""

import re
from enum import StrEnum
from fractions import Fraction
from typing import Final


class Hedge(StrEnum):
    """Which way a rounding goes."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    OVER = "over"
    UNDER = "under"


_WORDS: Final = {
    Hedge.ABOUT: r"environ|autour d(?:e|es|u|')|quelque|a peu pres|about|around|roughly|some"
    r"|approximately|grosso modo|a la louche|something like|~|≈",
    Hedge.NEARLY: r"pres d(?:e|es|u|')|presque|quasi(?:ment)?|nearly|almost|close to|not quite"
    r"|(?:un peu|a peine) moins d(?:e|es|u|')"
    r"|(?:just|a little|slightly) (?:under|below|less than|short of)",
    Hedge.JUST_OVER: r"(?:un peu|a peine) plus d(?:e|es|u|')"
    r"|(?:just|a little|slightly) (?:over|above|more than)",
    Hedge.OVER: r"plus d(?:e|es|u|')|au moins|au minimum|au-dela d(?:e|es|u|')|over|more than"
    r"|at least|above|a minimum of|upwards of",
    Hedge.UNDER: r"moins d(?:e|es|u|')|jusqu'a|au plus|au maximum|tout au plus|less than|fewer than"
    r"|under|below|up to|at (?:the )?most|a maximum of",
}
HEDGED: Final = rf"(?:{'|'.join(_WORDS.values())})"
"""What rounds a number right before it."""
_HEDGE: Final = re.compile(
    rf"(?<![\w'])(?:{'|'.join(f'(?P<{hedge}>{words})' for hedge, words in _WORDS.items())})"
    r"(?: an?)? ?$"
)
_LONGEST: Final = len("slightly less than a ") + 1
# "No more than 300", "n'a pas réuni plus de 300": what is denied goes the other way.
_DENIED: Final = re.compile(
    r"(?:(?<!\w)(?:no|not|never|pas|jamais)|n't) (?!(?:only|just|seulement|simplement) )"
    r"(?:[^\W\d_]+ )?$"
)
_LONGEST_DENIAL: Final = 24
_DENIABLE: Final = re.compile(
    r"plus d|moins d|over|more than|above|less than|fewer than|under|below"
)
_DENIALS: Final = {Hedge.OVER: Hedge.UNDER, Hedge.UNDER: Hedge.OVER}
_SMALL_NUMBER: Final = 10
_CLOSE, _CLOSE_SMALL, _CLOSE_PART = Fraction(5, 100), Fraction(7, 100), Fraction(10, 100)
_CUT: Final = Fraction(4, 3)
_FAR, _FAR_PART = Fraction(15, 100), Fraction(20, 100)


def hedge_before(text: str, start: int) -> Hedge:
    """Return the rounding that stands right before a place of a bare folded text."""
    found = _HEDGE.search(text, start - _LONGEST, start)
    if found is None:
        return Hedge.NONE
    hedge = Hedge(found.lastgroup or "")
    first = max(0, found.start() - _LONGEST_DENIAL)
    is_denied = hedge in _DENIALS and _DENIABLE.match(found.group()) is not None
    is_denied = is_denied and _DENIED.search(text, first, found.start()) is not None
    return _DENIALS[hedge] if is_denied else hedge


def is_true(hedge: Hedge, said: Fraction, known: Fraction, *, of_part: bool = False) -> bool:
    """Tell whether a value that is known may be told as this one, rounded so."""
    if not hedge:
        return False
    more = (known - said) / known if known else Fraction(1)
    if hedge in {Hedge.OVER, Hedge.UNDER}:
        if hedge is Hedge.OVER and not of_part and _is_cut(said, known):
            return True
        far = _FAR_PART if of_part else _FAR
        return 0 <= (more if hedge is Hedge.OVER else -more) <= far
    close = _close(said, of_part=of_part)
    if hedge is Hedge.ABOUT:
        return abs(more) <= close
    return 0 <= (more if hedge is Hedge.JUST_OVER else -more) <= close


def _is_cut(said: Fraction, known: Fraction) -> bool:
    """Tell whether all but the first figure of a number was left out: 2,400 is over 2,000."""
    if said.denominator != 1 or said < _SMALL_NUMBER or not said <= known <= said * _CUT:
        return False
    return set(str(said.numerator)[1:]) <= {"0"} and str(int(known))[0] == str(said.numerator)[0]


def _close(said: Fraction, *, of_part: bool) -> Fraction:
    if of_part:
        return _CLOSE_PART
    return _CLOSE_SMALL if said < _SMALL_NUMBER else _CLOSE
