"""Dates, parts of dates and times of day, in the forms French and English give them.

Everything here reads bare folded text (lower case, no accents).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from guardrails.facts.digits import matches_at, starts_of
from guardrails.facts.passage import Passage
from guardrails.facts.spoken_clock import spoken_times
from guardrails.facts.units import measure

Day = tuple[int, int, int]

MONTHS = {
    "janvier": 1, "janv": 1, "january": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2,
    "february": 2, "feb": 2, "mars": 3, "march": 3, "mar": 3, "avril": 4, "avr": 4, "april": 4,
    "apr": 4, "mai": 5, "may": 5, "juin": 6, "june": 6, "jun": 6, "juillet": 7, "juil": 7,
    "july": 7, "jul": 7, "aout": 8, "august": 8, "aug": 8, "septembre": 9, "september": 9,
    "sept": 9, "sep": 9, "octobre": 10, "october": 10, "oct": 10, "novembre": 11,
    "november": 11, "nov": 11, "decembre": 12, "december": 12, "dec": 12,
}  # fmt: skip
# Alone, these are other words first: a modal verb, a walk, a number.
_WORDS_FIRST = frozenset({"may", "march", "mar", "sept", "sep", "jan", "dec", "avr", "fev"})
_LEADS_TO_A_MONTH = re.compile(
    r"(?<!\w)(?:in|since|by|until|till|of|from|to|through|between|and|during|before|after|every"
    r"|this|last|next|early|late|mid)[ -]$"
)
_FRENCH = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
)
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "lundi monday", "mardi tuesday", "mercredi wednesday", "jeudi thursday",
            "vendredi friday", "samedi saturday", "dimanche sunday",
        )
    )
    for name in names.split()
}  # fmt: skip
_ORDINALS = {
    "premier": 1, "1er": 1, "first": 1, "1st": 1, "deuxieme": 2, "second": 2, "2e": 2, "2eme": 2,
    "2nd": 2, "troisieme": 3, "third": 3, "3e": 3, "3eme": 3, "3rd": 3, "quatrieme": 4,
    "dernier": 4, "fourth": 4, "4e": 4, "4eme": 4, "4th": 4,
}  # fmt: skip

# For RE2: what a text must hold before a pattern is tried.
_A_MONTH = rf"\b(?:{'|'.join(MONTHS)})\b"
_PERIODS = ("trimestre", "quarter", "semestre", "half")
_MONTH_WORDS, _PERIOD_WORDS = frozenset(MONTHS), frozenset(_PERIODS)
_DAY_WORDS = frozenset([*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS)])
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?<![\w.,])(\d{1,2})(?:er|e|st|nd|rd|th)?"
_YEAR = r"((?:19|20)\d\d)(?![\w%€$£]|[.,]\d)"
_JOINT = r" ?(?:-|/|&|au|et|a|to|and|or|ou) ?"
# A full stop shortens "Sept."; behind "September" a sentence ends.
_STOPS_SHORT = r"(?:(?<!\w{5})(?<!june)(?<!july)(?<!juin)(?<!aout)(?<!mars)(?<!mai)(?<!may)\.)?"
_DAY_FIRST = re.compile(
    rf"{_DAY}(?:{_JOINT}(\d{{1,2}})(?:er|st|nd|rd|th)?)? (?:of )?({_MONTH})(?!\w)\.?(?:,? {_YEAR})?"
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)({_MONTH}){_STOPS_SHORT} (\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[.,:]\d|[ ]?[%€$£])"
    rf"(?:{_JOINT}(\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[.,:]\d))?(?:,? {_YEAR})?"
)
_MONTH_YEAR = re.compile(rf"(?<!\w)({_MONTH})\.? (?:of )?{_YEAR}")
_MONTH_ALONE = re.compile(rf"(?<![\w#@])({_MONTH})(?!\w)")
_ISO = re.compile(r"(?<![\w-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?![\w/-]|\.\d)")
_DAY_AND_MONTH = re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})(?![\w/]|[.,]\d)")
# What stands near the first digit of a date in figures, of a time, and of a year; and before "T2".
_PARTING, _OF_CLOCK = frozenset("/.-"), frozenset("h:.ap")
_CENTURIES, _OF_PERIOD = frozenset({"19", "20"}), frozenset("tqsh")
_LEADS_TO_A_DAY = re.compile(
    rf"(?<!\w)(?:le|du|au|des|les|on|by|from|until|since|and|et|{'|'.join(WEEKDAYS)}):? $"
)
_PERIOD_SIGN = re.compile(rf"(?<!\w)([tqsh])([1-4])(?!\w)(?:[ -]?(?:de |of )?{_YEAR})?")
_PERIOD = re.compile(
    rf"(?<!\w)({'|'.join(_ORDINALS)})[ -]({'|'.join(_PERIODS)})(?!\w)"
    rf"(?: (?:de |of |d')?{_YEAR})?"
)
_BARE_YEAR = re.compile(rf"(?<![\w.,/€$£-]){_YEAR}(?:[-/]((?:19|20)?\d\d)(?!\w))?")
_CLOCK = re.compile(
    r"(?<![\w.,:/])([01]?\d|2[0-4])"
    r"(?: ?h ?([0-5]\d)?(?!\w)|[:.]([0-5]\d)(?= ?[ap]\.?m(?!\w))|:([0-5]\d)(?![\w:]))"
    r"(?: ?([ap])\.?m(?!\w)\.?)?|(?<![\w.,:/])(1[0-2]|\d) ?([ap])\.?m(?!\w)\.?"
)
_AT = re.compile(r"(?<!\w)(?:a|des|vers|at|by|from|until) $")
_WEEKDAY = re.compile(rf"(?<![\w#@])({'|'.join(WEEKDAYS)})s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is told, a time of day, or a day of the week.

    `told` holds one set per day named ("12-14 March" names two): its (year, month, day) in
    every sense it can have, 0 for what is not told. `period` is ("quarter" or "half", which,
    year or 0); `minute` counts from midnight, `is_at` says that something is at that time and does
    not last so long, `is_of_half_day` that nothing tells the morning from the evening,
    `is_spoken` that it is said in words; `weekday` counts from Monday.
    """

    start: int
    end: int
    told: tuple[frozenset[Day], ...] = ()
    period: tuple[str, int, int] | None = None
    minute: int | None = None
    is_at: bool = False
    is_of_half_day: bool = False
    is_spoken: bool = False
    weekday: int | None = None


def moments(passage: Passage) -> Sequence[Moment]:
    """Return the dates and times of a text, the most telling reading of each place."""
    if moments not in passage.views:
        passage.views[moments] = tuple(_moments(passage))
    return cast("Sequence[Moment]", passage.views[moments])


def _moments(passage: Passage) -> Iterator[Moment]:
    taken = bytearray(len(passage.text))
    for found in _all(passage):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
            yield found


def _all(passage: Passage) -> Iterator[Moment]:
    text = passage.text
    starts = passage.digits
    months = starts_of(_A_MONTH, text) if passage.may_hold(_MONTH_WORDS) else []
    for match in matches_at(_ISO, text, [at for at in starts if text[at + 4 : at + 5] == "-"]):
        yield from _dated(match, {(int(match[1]), int(match[2]), int(match[3]))})
    if months:
        yield from _full_dates(text, starts, months)
    yield from _numeric_dates(text, _before(_PARTING, text, starts))
    yield from _clocks(text, _before(_OF_CLOCK, text, starts))
    for start, end, minute, is_of_half_day in spoken_times(passage):
        yield Moment(
            start, end, minute=minute, is_at=True, is_of_half_day=is_of_half_day, is_spoken=True
        )
    yield from _signed_periods(text, starts)
    if passage.may_hold(_PERIOD_WORDS):
        yield from _periods(text)
    yield from _years(passage, [at for at in starts if text[at : at + 2] in _CENTURIES])
    if months:
        yield from _months_alone(passage, months)
    if passage.may_hold(_DAY_WORDS):
        for match in _WEEKDAY.finditer(text):
            yield Moment(*match.span(), weekday=WEEKDAYS[match[1]])


def _before(marks: frozenset[str], text: str, starts: Sequence[int]) -> list[int]:
    """Return which digits have one of these marks within the three letters behind the first."""
    return [
        at
        for at in starts
        if text[at + 1 : at + 2] in marks
        or text[at + 2 : at + 3] in marks
        or text[at + 3 : at + 4] in marks
    ]


def _full_dates(text: str, starts: Sequence[int], months: Sequence[int]) -> Iterator[Moment]:
    for match in matches_at(_DAY_FIRST, text, starts):
        yield from _with_days(match, match[3], (match[1], match[2]), match[4])
    for match in matches_at(_MONTH_FIRST, text, months):
        yield from _with_days(match, match[1], (match[2], match[3]), match[4])
    for match in matches_at(_MONTH_YEAR, text, months):
        yield from _dated(match, {(int(match[2]), MONTHS[match[1]], 0)})


def _numeric_dates(text: str, starts: Sequence[int]) -> Iterator[Moment]:
    for match in matches_at(_NUMERIC, text, starts):
        one, other, year = int(match[1]), int(match[3]), _full_year(match[4])
        yield from _dated(match, {(year, other, one), (year, one, other)})
    for match in matches_at(_DAY_AND_MONTH, text, starts):
        # "4/5" alone is a share as well.
        if _LEADS_TO_A_DAY.search(text, max(0, match.start() - 12), match.start()):
            one, other = int(match[1]), int(match[2])
            yield from _dated(match, {(0, other, one), (0, one, other)})


def _with_days(
    match: re.Match[str], month: str, days: tuple[str, str | None], year: str | None
) -> Iterator[Moment]:
    readings = (frozenset({(int(year or 0), MONTHS[month], int(day))}) for day in days if day)
    told = tuple(reading for reading in readings if all(_exists(*day) for day in reading))
    if told:
        yield Moment(*match.span(), told)


def _dated(match: re.Match[str], readings: set[Day]) -> Iterator[Moment]:
    possible = frozenset(one for one in readings if _exists(*one))
    if possible:
        yield Moment(*match.span(), (possible,))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year or 2024, month, day or 1)
    except ValueError:
        return False
    return True


def _full_year(written: str) -> int:
    year = int(written)
    return year if year > 99 else year + (2000 if year < 70 else 1900)  # noqa: PLR2004 - "26" is 2026


def _signed_periods(text: str, starts: Sequence[int]) -> Iterator[Moment]:
    signs = [at - 1 for at in starts if text[at - 1 : at] in _OF_PERIOD]
    for match in matches_at(_PERIOD_SIGN, text, signs):
        kind = "quarter" if match[1] in "tq" else "half"
        if kind == "quarter" or int(match[2]) <= 2:  # noqa: PLR2004 - a year has two halves
            yield Moment(*match.span(), period=(kind, int(match[2]), int(match[3] or 0)))


def _periods(text: str) -> Iterator[Moment]:
    for match in _PERIOD.finditer(text):
        kind = "quarter" if match[2] in {"trimestre", "quarter"} else "half"
        number = min(_ORDINALS[match[1]], 4 if kind == "quarter" else 2)
        yield Moment(*match.span(), period=(kind, number, int(match[3] or 0)))


def _clocks(text: str, starts: Sequence[int]) -> Iterator[Moment]:
    for match in matches_at(_CLOCK, text, starts):
        hour, half = int(match[1] or match[6]), match[5] or match[7]
        minute = int(match[2] or match[3] or match[4] or 0)
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        is_at = _AT.search(text, max(0, match.start() - 8), match.start()) is not None
        yield Moment(*match.span(), minute=hour * 60 + minute, is_at=is_at)


def _years(passage: Passage, starts: Sequence[int]) -> Iterator[Moment]:
    for match in matches_at(_BARE_YEAR, passage.text, starts):
        year = int(match[1])
        if measure(passage, match.start(1), match.end(1)).unit:
            continue
        if match[2] is None or _full_year(match[2]) > year:
            years = (year, _full_year(match[2])) if match[2] else (year,)
            yield Moment(*match.span(), tuple(frozenset({(one, 0, 0)}) for one in years))
        else:
            yield from _dated(match, {(year, int(match[2]) % 100, 0)})


def _months_alone(passage: Passage, months: Sequence[int]) -> Iterator[Moment]:
    for match in matches_at(_MONTH_ALONE, passage.text, months):
        name, is_capital = match[1], passage.is_capital(match.start())
        is_led = _LEADS_TO_A_MONTH.search(passage.text, max(0, match.start() - 8), match.start())
        if name in _FRENCH or (is_capital and (name not in _WORDS_FIRST or is_led)):
            yield Moment(*match.span(), (frozenset({(0, MONTHS[name], 0)}),))
