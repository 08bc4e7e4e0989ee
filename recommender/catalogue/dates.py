"""Dates as people and programs write them, in French and English, as instants in UTC.

A time without a zone is taken as UTC; a date without a time is its first instant, 00:00 UTC.
"""

import re
from datetime import UTC, date, datetime, time

from domain.language import Language
from recommender.catalogue.rows import RawDate, Unusable

_NUMERIC = re.compile(r"\D*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)")
# Jekyll's habits: an hour of one digit, a space before the zone, a zone of one digit.
_LOOSE_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)[ T](\d{1,2})(:\d\d(?::\d\d)?) ?([+-])(\d{1,2})(?::?(\d\d))?"
)
_MAX_CHARACTERS = 60
_MONTHS = 12


def instant(value: RawDate, *, field: str, language: Language) -> datetime | None:
    """Return an instant, None where nothing is written; raise Unusable for what is no date.

    03/04/2024 is 3 April in French; in English it is refused, because it is also March.
    """
    match value:
        case None:
            return None
        case datetime():
            return _in_utc(value, field)
        case date():
            return datetime.combine(value, time(), tzinfo=UTC)
        case _:
            return _read(value.strip(), field, language) if value.strip() else None


def _read(text: str, field: str, language: Language) -> datetime:
    try:
        return _in_utc(datetime.fromisoformat(_strict_iso(text)), field)
    except ValueError:
        if _is_ambiguous(text) and language is Language.ENGLISH:
            raise _unusable("could be two different days", field) from None
    found = _parsed(text) if len(text) <= _MAX_CHARACTERS else None
    if found is None:
        raise _unusable("is not a date that can be read", field)
    return _in_utc(found, field)


def _strict_iso(text: str) -> str:
    match = _LOOSE_ISO.fullmatch(text)
    if match is None:
        return text
    day, hour, minutes, sign, zone_hours, zone_minutes = match.groups()
    return f"{day}T{hour:0>2}{minutes}{sign}{zone_hours:0>2}:{zone_minutes or '00'}"


def _parsed(text: str) -> datetime | None:
    import dateparser  # noqa: PLC0415 - takes 50 ms and more, and most dates are ISO 8601

    found: datetime | None = dateparser.parse(
        text,
        languages=["fr", "en"],
        settings={
            # Neither "yesterday" nor "in March": content has a day of its own.
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": True,
        },
    )
    return found


def _is_ambiguous(text: str) -> bool:
    match = _NUMERIC.match(text)
    if match is None:
        return False
    first, second = int(match[1]), int(match[2])
    return first != second and first <= _MONTHS and second <= _MONTHS


def _in_utc(moment: datetime, field: str) -> datetime:
    try:
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    except OverflowError:
        raise _unusable("lies beyond all calendars", field) from None


def _unusable(problem: str, field: str) -> Unusable:
    return Unusable(f"its {field} {problem}: write it as 2024-05-31T09:00+02:00", field=field)
