"""How French and English set punctuation, numbers and dates."""

import re
from datetime import UTC, date, datetime
from typing import Final

from domain.language import Language

_NO_BREAK: Final = "\u00a0"
_NARROW: Final = "\u202f"
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_BEFORE_HIGH = re.compile(r" (?=[;!?%])")
_BEFORE_COLON = re.compile(r" (?=[:»])")
_AFTER_QUOTE = re.compile(r"(?<=«) ")

_MONTHS: Final = {
    Language.FRENCH: (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ).split(),
    Language.ENGLISH: (
        "January February March April May June July August September October November December"
    ).split(),
}


def typeset(text: str, language: Language) -> str:
    """Set apostrophes, and in French the spaces that no line may break."""
    text = _APOSTROPHE.sub("’", text)
    if language is not Language.FRENCH:
        return text
    text = _BEFORE_HIGH.sub(_NARROW, text)
    return _AFTER_QUOTE.sub(_NO_BREAK, _BEFORE_COLON.sub(_NO_BREAK, text))


def said_number(value: float, language: Language, *, decimals: int = 0) -> str:
    """Write a number as its readers do: 1 204,5 or 1,204.5."""
    written = f"{value:,.{decimals}f}"
    if language is not Language.FRENCH:
        return written
    return written.replace(",", _NARROW).replace(".", ",")


def said_date(instant: datetime, language: Language) -> str:
    """Write the day of an instant: 4 décembre 2025, 4 December 2025."""
    return said_day(instant.astimezone(UTC).date(), language)


def said_day(at: date, language: Language) -> str:
    """Write a day: 1er mars 2026, 1 March 2026."""
    first = language is Language.FRENCH and at.day == 1
    day = "1er" if first else str(at.day)
    return f"{day}{_NO_BREAK}{_MONTHS[language][at.month - 1]} {at.year}"


def said_instant(instant: datetime, language: Language) -> str:
    """Write a day and an hour."""
    at = instant.astimezone(UTC)
    hour = (
        f"{at:%H}{_NO_BREAK}h{_NO_BREAK}{at:%M}" if language is Language.FRENCH else f"{at:%H:%M}"
    )
    return f"{said_date(at, language)}, {hour} UTC"
