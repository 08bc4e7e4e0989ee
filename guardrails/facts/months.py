"""The months that texts give a year, and a month told with the year of another one.

A month is compared only where every year it has is known: one that stands once without its year
may be any year's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import normalize

from domain.review import Span
from domain.segmentation import sentences
from guardrails.facts.digits import is_in
from guardrails.facts.evidence import Evidence, evidence
from guardrails.facts.kept import view
from guardrails.facts.passage import Passage

_FRENCH: Final = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
_ENGLISH: Final = (
    "january february march april may june july august september october november december"
)
_NUMBERS: Final = {
    name: number for names in (_FRENCH, _ENGLISH) for number, name in enumerate(names.split(), 1)
}
MONTH: Final = "|".join(_NUMBERS)
_YEAR: Final = r"(?:19|20)\d\d"
DATED: Final = re.compile(rf"\b({MONTH})[ \u00a0\u202f]+({_YEAR})\b", re.IGNORECASE)
MAY_DATE: Final = rf"(?i)\b(?:{MONTH})[ \x{{a0}}\x{{202f}}]+(?:19|20)"
_DIGIT: Final = re.compile(r"\d")
_A_YEAR: Final = re.compile(rf"{_YEAR}\b")
_WITHOUT_YEAR: Final = re.compile(
    rf"\b({MONTH})\b(?!\.?\s(?:of )?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?{_YEAR})", re.IGNORECASE
)
# "may" and "march" without their capital are other words.
_VERBS: Final = frozenset({"may", "march"})
_YEAR_FIRST: Final = re.compile(rf"(?<!\d)({_YEAR})[-/.](0?[1-9]|1[0-2])(?!\d)")
_MONTH_FIRST: Final = re.compile(rf"(?<!\d)(0?[1-9]|1[0-2])[-/.]({_YEAR})(?!\d)")
_FROM_TO: Final = re.compile(
    rf"\b({MONTH})\b(?:\s({_YEAR}))?\s?"
    r"(?:à|au|et|jusqu['’]à|jusqu['’]en|to|and|until|till|through|[-–—])"
    rf"\s?({MONTH})\s({_YEAR})\b",
    re.IGNORECASE,
)
DAY: Final = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s(?:of )?(?P<month>{MONTH})\b"
    rf"(?:,?\s(?P<year>{_YEAR})\b)?"
    rf"|\b(?P<named>{MONTH})\s(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?[:h])"
    rf"(?:,?\s(?P<its>{_YEAR})\b)?",
    re.IGNORECASE,
)
_SPACE: Final = r"[\s\pZ\v\x1c-\x1f\x{85}]"
MAY_TELL_DAY: Final = (  # for RE2
    rf"(?i)\pN(?:er|st|nd|rd|th)?{_SPACE}(?:of )?(?:{MONTH})|(?:{MONTH}){_SPACE}\pN"
)
_IN_YEAR: Final = re.compile(rf"\b(?:en|in)\s({_YEAR})\b", re.IGNORECASE)
_SPAN_WORDS: Final = re.compile(r"\b(?:et|and)\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\b(?:entre|between)\s$", re.IGNORECASE)
_LONGEST_BETWEEN: Final = 9
_LONGEST_SPAN: Final = 60  # months

_Month = tuple[int, int]


def redated(text: str, given: Sequence[str], known: Evidence | None = None) -> Iterator[Span]:
    """Yield where a text tells a month with another year than any it was given.

    `known` is what was given as evidence, read anew where a caller has none.
    """
    told = _dated(text)
    if not told:
        return
    grounds = known or evidence([*map(Passage.of, given)])
    read = [part.view(_given_months) for part in grounds.parts]
    pairs = {pair for one, _ in read for pair in one}
    unsure = {month for _, one in read for month in one}
    months, years = {month for _, month in pairs}, {year for year, _ in pairs}
    for (year, month), span in told:
        is_other = month in months - unsure and year in years
        if is_other and (year, month) not in pairs:
            yield span


def day_of_another_year(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text gives a day a year, and each sentence that was given with it another.

    "En 2025, tout était prêt le 24 mars" tells the year of a day that is written without it.
    """
    told = [one for one in _days(text) if one[1]] if _A_YEAR.search(text) else []
    known = defaultdict[tuple[int, int], list[set[str]]](list)
    for day, years in (one for each in given if told for one in view(each, _days_of_sentences)):
        known[day].append(years)
    wrong = {
        (day, year)
        for day, year in {(day, year) for day, year, _ in told if known[day]}
        if all(years and year not in years for years in known[day])
    }
    yield from (span for day, year, span in told if (day, year) in wrong)


def _days_of_sentences(text: str) -> list[tuple[tuple[int, int], set[str]]]:
    found = list[tuple[tuple[int, int], set[str]]]()
    for sentence in filter(_DIGIT.search, sentences(text)):
        around = set(_IN_YEAR.findall(sentence))
        found += [(day, {year} if year else around) for day, year, _ in _days(sentence)]
    return found


def _days(text: str) -> Iterator[tuple[tuple[int, int], str, Span]]:
    """Yield each day of a month with the year behind it, "" for none."""
    for match in DAY.finditer(text) if is_in(MAY_TELL_DAY, text) else ():
        month, day = match["month"] or match["named"], match["day"] or match["behind"]
        if month not in _VERBS:
            year = match["year"] or match["its"] or ""
            yield (_NUMBERS[month.casefold()], int(day)), year, Span(*match.span())


def _dated(text: str) -> list[tuple[_Month, Span]]:
    if _A_YEAR.search(text) is None or not is_in(MAY_DATE, text):
        return []
    return [
        ((int(match[2]), _NUMBERS[match[1].casefold()]), Span(*match.span()))
        for match in DATED.finditer(text)
        if match[1] not in _VERBS
    ]


def _given_months(grounds: Evidence) -> tuple[set[_Month], set[int]]:
    """Return the months that have their year, and those that stand somewhere without one."""
    pairs = {(year, month) for year, month, _ in grounds.days if year and month}
    unsure = {month for year, month, _ in grounds.days if month and not year}
    for text in (normalize("NFC", each) for each in grounds.originals):
        pairs |= {(int(match[1]), int(match[2])) for match in _YEAR_FIRST.finditer(text)}
        pairs |= {(int(match[2]), int(match[1])) for match in _MONTH_FIRST.finditer(text)}
        pairs |= {month for match in _FROM_TO.finditer(text) for month in _within(match)}
        words = (match[1] for match in _WITHOUT_YEAR.finditer(text))
        unsure |= {_NUMBERS[word.casefold()] for word in words if word not in _VERBS}
    return pairs, unsure


def _within(match: re.Match[str]) -> Iterator[_Month]:
    """Yield the months from one to the other; "May and July" are two, unless between them."""
    lead = match.string[max(0, match.start() - _LONGEST_BETWEEN) : match.start()]
    if _SPAN_WORDS.search(match[0]) and not _BETWEEN.search(lead):
        return
    first, last, year = _NUMBERS[match[1].casefold()], _NUMBERS[match[3].casefold()], int(match[4])
    begun = int(match[2]) if match[2] else year - (first > last)
    begins, ends = begun * 12 + first - 1, year * 12 + last
    for at in range(begins, min(ends, begins + _LONGEST_SPAN)):
        yield at // 12, at % 12 + 1
