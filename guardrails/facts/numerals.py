"""Numbers as written: digits with any grouping, and number words of both languages.

Everything here reads bare folded text (lower case, no accents, plain spaces).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from guardrails.facts.digits import digit_runs, matches_at, starts_of

# The group separators of both languages; a full stop or comma before three digits may be either.
DIGITS = re.compile(
    r"(?:(?<!\w)|(?<=(?<!\w)x))(?:\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)",
    re.ASCII,
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")

ONES = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDRED = frozenset({"cent", "cents", "hundred"})
_THOUSAND = frozenset({"mille", "thousand"})
NUMBER_WORDS = frozenset({*ONES, *_HUNDRED, *_THOUSAND})
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
A_WORD = rf"\b(?:{_WORDS})\b"  # for RE2: where one may begin
SPELLED = re.compile(rf"(?<![\w-])(?:{_WORDS})(?:(?: et |-et-| and |[ -])(?:{_WORDS}))*(?![\w-])")
_COIN = re.compile(r"(?<!\w)(?:every|each|a|one|the|last|my) $")
_JOINT = re.compile(r" et | and ")
_FOUR_SCORE = 4
# More digits are an identifier, not a quantity.
_LONGEST = 18
_COMMON = 4


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text; `values` are all it may mean ("1,000" may mean 1).

    `is_article` tells that it is "un", "une", "one" or nothing: hardly ever a count.
    """

    values: frozenset[Fraction]
    start: int
    end: int
    is_spelled: bool = False
    is_article: bool = False


def numbers(
    text: str, digits: Sequence[int] | None = None, *, has_words: bool = True
) -> Iterator[Number]:
    """Yield the numbers of a bare folded text, digits first.

    `digits` are where its runs of digits begin, if that is known; `has_words` is false of a text
    that has none of `NUMBER_WORDS`.
    """
    for match in matches_at(DIGITS, text, digit_runs(text) if digits is None else digits):
        if number := read_digits(match[0], match.start()):
            yield number
    for match in matches_at(SPELLED, text, starts_of(A_WORD, text) if has_words else ()):
        if match[0] == "cent" and _COIN.search(text, max(0, match.start() - 8), match.start()):
            continue
        yield from _spelled(match[0], match.start())


def read_digits(written: str, start: int) -> Number | None:
    """Read what DIGITS matched at `start`; a version or an address ("1.2.3") is no number."""
    text = written if written.isdigit() else written.replace(" ", "").replace("'", "")
    if len(text) > _LONGEST:
        return None
    if text.isdigit():
        return Number(_whole(text), start, start + len(written))
    values = set[Fraction]()
    if _GROUPED.fullmatch(text) and len(set(re.findall(r"[.,]", text))) == 1:
        values.add(Fraction(int(re.sub(r"[.,]", "", text))))
    if len(re.findall(r"[.,]", text)) == 1:
        values.add(Fraction(text.replace(",", ".")))
    elif "," in text and "." in text:
        values.add(_mixed(text))
    return Number(frozenset(values), start, start + len(written)) if values else None


def _whole(written: str) -> frozenset[Fraction]:
    # Years and small counts recur in every text; longer numbers may be somebody's and are not kept.
    return (_known if len(written) <= _COMMON else _known.__wrapped__)(written)


@lru_cache(maxsize=4096)
def _known(written: str) -> frozenset[Fraction]:
    return frozenset({Fraction(int(written))})


def _spelled(written: str, start: int) -> Iterator[Number]:
    """Read what SPELLED matched; "entre dix et vingt" holds two numbers, not one."""
    values, is_article = _said(written)
    if values:
        end = start + len(written)
        yield Number(values, start, end, is_spelled=True, is_article=is_article)
    elif joint := _JOINT.search(written):
        yield from _spelled(written[: joint.start()], start)
        yield from _spelled(written[joint.end() :], start + joint.end())


@lru_cache(maxsize=4096)
def _said(written: str) -> tuple[frozenset[Fraction], bool]:
    """Return what number words mean, if they are one number, and whether it is at most one."""
    value = _value(written)
    return (frozenset(), False) if value is None else (frozenset({Fraction(value)}), value <= 1)


def _value(written: str) -> int | None:
    words = [word for word in re.split(r"[ -]", written) if word not in {"et", "and"}]
    value = _below_thousand(words)
    for thousand in _THOUSAND & set(words):
        at = words.index(thousand)
        many, rest = _below_thousand(words[:at] or ["un"]), _below_thousand(words[at + 1 :])
        value = many * 1000 + rest if many and rest is not None else None
    return value


def _mixed(text: str) -> Fraction:
    """Read "1,234.5" or "1.234,5": the last separator is the decimal one."""
    cut = max(text.rfind(","), text.rfind("."))
    whole = re.sub(r"[.,]", "", text[:cut])
    return Fraction(f"{whole}.{text[cut + 1 :]}")


def _below_thousand(words: list[str]) -> int | None:
    total, last = 0, 1000
    for word in words:
        if word in _HUNDRED:
            if total > 9:  # noqa: PLR2004 - hundreds are counted by one figure
                return None
            total, last = (total or 1) * 100, 100
        elif word in ONES:
            value = ONES[word]
            if value == 20 and last == _FOUR_SCORE:  # noqa: PLR2004 - quatre-vingts
                total, last = total - _FOUR_SCORE + 80, 80
            elif value < last and _joins(value, last):
                total, last = total + value, value
            else:
                return None
        else:
            return None
    return total


def _joins(value: int, last: int) -> bool:
    """Tell whether a word may follow a greater one: "vingt-trois", "soixante-douze", "dix-sept"."""
    if last >= 100:  # noqa: PLR2004 - after hundreds anything smaller fits
        return True
    if last in {60, 80}:
        return value < 20  # noqa: PLR2004 - soixante-dix-neuf, quatre-vingt-quinze
    return value < 10 and last >= 10 and last % 10 == 0  # noqa: PLR2004 - a ten and a one
