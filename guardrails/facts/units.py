"""What a number counts in: units, currencies and scales, as French and English write them.

"3 M" is three million, "3 m" three metres: where the letters say nothing, the capitals do.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from guardrails.facts.counted import may_be_noun
from guardrails.facts.passage import Passage

PERCENT, POINT, TIMES = "percent", "point", "times"

_WRITTEN = {
    PERCENT: "% pour-cent pourcent pourcents percent per-cent pct",
    "permille": "‰",
    POINT: "point points pt pts pp percentage-points percentage-point points-pourcentage",
    "eur": "€ euro euros eur",
    "usd": "$ dollar dollars usd us$",
    "gbp": "£ livres-sterling pound pounds gbp",
    "chf": "chf francs-suisses swiss-francs",
    "yen": "¥ yen yens jpy",
    TIMES: "fois times x ×",
    "second": "s sec seconde secondes second seconds",
    "millisecond": "ms milliseconde millisecondes millisecond milliseconds",
    "minute": "min mn minute minutes",
    "hour": "h heure heures hour hours hr hrs",
    "day": "jour jours journee journees day days",
    "week": "semaine semaines week weeks",
    "month": "mois month months",
    "quarter": "trimestre trimestres quarter quarters",
    "year": "an ans annee annees year years yr yrs",
    "decade": "decennie decennies decade decades",
    "century": "siecle siecles century centuries",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "m": "m metre metres meter meters",
    "km": "km kilometre kilometres kilometer kilometers",
    "km/h": "km/h kmh",
    "mile": "mile miles",
    "foot": "feet ft",
    "m2": "m2 metre-carre metres-carres square-metre square-metres square-meters",
    "m3": "m3 metre-cube metres-cubes cubic-metre cubic-metres cubic-meters",
    "hectare": "ha hectare hectares",
    "g": "g gramme grammes gram grams",
    "kg": "kg kilo kilos kilogramme kilogrammes kilogram kilograms",
    "tonne": "t tonne tonnes ton tons",
    "litre": "l litre litres liter liters",
    "watt": "w watt watts",
    "kw": "kw kilowatt kilowatts",
    "mw": "mw megawatt megawatts",
    "gw": "gw gigawatt gigawatts",
    "kwh": "kwh kilowattheure kilowattheures",
    "mwh": "mwh megawattheures",
    "gwh": "gwh gigawattheures",
    "twh": "twh terawattheures",
    "volt": "v volt volts",
    "degree": "° degre degres degree degrees °c",
    "fahrenheit": "°f",
    "kilobyte": "ko kb",
    "megabyte": "mo mb",
    "gigabyte": "go gb",
    "terabyte": "to tb",
    "decibel": "db decibels",
}
UNITS: Mapping[str, str] = MappingProxyType(
    {name.replace("-", " "): unit for unit, names in _WRITTEN.items() for name in names.split()}
)
_FIRST_WORDS = frozenset(name.split()[0] for name in UNITS if " " in name)
# Units that are words of their own ("go", "to", "m", "t") only count glued or in capitals.
_EASILY_MISREAD = frozenset({"to", "go", "mo", "t", "s", "v", "w", "x", "mb", "l", "pp"})
_SCALES = {
    "k": 1_000, "mille": 1_000, "thousand": 1_000, "millier": 1_000, "milliers": 1_000,
    "million": 10**6, "millions": 10**6, "mio": 10**6, "mn": 10**6, "m": 10**6,
    "milliard": 10**9, "milliards": 10**9, "md": 10**9, "mds": 10**9, "mrd": 10**9,
    "billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9,
    "trillion": 10**12, "trillions": 10**12,
}  # fmt: skip
_ABBREVIATED = frozenset({"m", "b", "k", "mn", "mio"})
# What is the same quantity told otherwise: how much of the first of its group each unit is.
_SAME_QUANTITY: tuple[Mapping[str, Fraction], ...] = tuple(
    {unit: Fraction(str(size)) for unit, size in group.items()}
    for group in (
        {"second": 1, "minute": 60, "hour": 3_600, "millisecond": "1/1000"},
        {"day": 1, "week": 7},
        {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1_200},
        {"m": 1, "mm": "1/1000", "cm": "1/100", "km": 1_000},
        {"m2": 1, "hectare": 10_000},
        {"kg": 1, "g": "1/1000", "tonne": 1_000},
        {"kw": 1, "watt": "1/1000", "mw": 1_000, "gw": 1_000_000},
        {"kwh": 1, "mwh": 1_000, "gwh": 1_000_000, "twh": 1_000_000_000},
    )
)
CURRENCIES = frozenset({"eur", "usd", "gbp", "chf", "yen"})
_HALF = re.compile(r" (?:et demie?|and a half)(?![\w-])")
_BEFORE_A_HALF = frozenset({" e", " a"})
_A_HALF = Fraction(1, 2)
_SIGNS = "€$£¥%‰°×"
_PREFIX = re.compile(r"(?:(us\$|[€$£¥])|(?<!\w)(eur|usd|gbp|chf)|(?<!\w)([x×])) ?$")
_WORD = rf"([{_SIGNS}][cf]?(?!\w)|[{_SIGNS}]|[^\W\d_]+(?:[23](?!\w)|/h)?)"
_TOKEN = re.compile(rf" {{0,2}}-?{_WORD}")
_AFTER_SCALE = re.compile(rf" ?(?:de |d'|of )?-?{_WORD}")
# "By a factor of ten" is ten times as much.
_FACTOR = re.compile(r"(?<!\w)(?:factor of|facteur(?: de)?) $")
_LONGEST_FACTOR = len("facteur de ") + 1
_SECOND_WORD = re.compile(r"(?: de)?[ -]([^\W\d_]+)")
_GLUED_MONEY = re.compile(r"(k|m|md|mds|mrd|bn)(eur|usd|chf)")


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands around a number: its unit ("" for none), its scale, and where it all stands.

    `has_half` tells of another half of it: "trois millions et demi", "two and a half years".
    """

    unit: str
    scale: int
    start: int
    end: int
    has_half: bool = False

    def applied_to(self, values: frozenset[Fraction]) -> frozenset[Fraction]:
        """Return what a number of these values is with its half and its scale."""
        if not self.has_half and self.scale == 1:
            return values
        half = _A_HALF if self.has_half else 0
        return frozenset((value + half) * self.scale for value in values)


def is_measure(word: str) -> bool:
    """Tell whether a bare word glued to a number is a unit or a scale."""
    return word in UNITS or word in _SCALES or _GLUED_MONEY.fullmatch(word) is not None


def told_otherwise(value: Fraction, unit: str) -> Iterator[tuple[Fraction, str]]:
    """Yield the same quantity in each other unit of its kind: 90 minutes are 1.5 hours."""
    for group in _SAME_QUANTITY:
        if unit in group:
            whole = value * group[unit]
            yield from ((whole / size, other) for other, size in group.items() if other != unit)


def unit_after_an_adjective(words: re.Match[str] | None) -> tuple[str, int] | None:
    """Find the unit in "12 petites minutes" and "10 full days"."""
    if words is None or words[2] is None or not may_be_noun(words[1]) or len(words[2]) < len("day"):
        return None
    unit = UNITS.get(words[2])
    return (unit, words.end(2)) if unit else None


def measure(passage: Passage, start: int, end: int) -> Measure:
    """Read the unit and the scale of the number that stands at start..end."""
    text = passage.text
    prefix = _PREFIX.search(text, start - 5, start)
    half = _behind_a_half(text, end)
    token = _TOKEN.match(text, half)
    if prefix is None:
        scale, finish = _scale(passage, token, half, is_money=False)
        after_scale = _behind_a_half(text, finish) if scale > 1 else finish
        token = _AFTER_SCALE.match(text, after_scale) if scale > 1 else token
        unit, after_unit = _suffix(passage, token, after_scale)
        last = _behind_a_half(text, after_unit) if unit else after_unit
        has_half = last - after_unit + after_scale - finish > 0 or half > end
        if (
            unit == TIMES and has_half and not text[start].isdigit()
        ):  # how many times is worked out, and rounded as one likes
            return Measure("", 1, start, end)
        if not unit and _FACTOR.search(text, start - _LONGEST_FACTOR, start):
            unit = TIMES
        return Measure(unit, scale, start, last, has_half)
    unit = TIMES if prefix[3] else UNITS[prefix[1] or prefix[2]]
    scale, finish = _scale(passage, token, half, is_money=unit in CURRENCIES)
    return Measure(unit, scale, prefix.start(), finish, half > end)


def _behind_a_half(text: str, at: int) -> int:
    if text[at : at + 2] not in _BEFORE_A_HALF:
        return at
    half = _HALF.match(text, at)
    return half.end() if half else at


def _scale(
    passage: Passage, token: re.Match[str] | None, end: int, *, is_money: bool
) -> tuple[int, int]:
    if token is None:
        return 1, end
    word = token[1]
    if word[0] in "kmb" and (glued := _GLUED_MONEY.fullmatch(word)):
        return _SCALES[glued[1]], token.start(1) + len(glued[1])
    if word not in _SCALES:
        return 1, end
    following = _AFTER_SCALE.match(passage.text, token.end())
    is_sum = is_money or (following is not None and UNITS.get(following[1]) in CURRENCIES)
    is_sure = word not in _ABBREVIATED or is_sum or _is_multiplier(passage, token)
    return (_SCALES[word], token.end()) if is_sure else (1, end)


def _is_multiplier(passage: Passage, token: re.Match[str]) -> bool:
    if token[1] == "k":
        return token.start(1) == token.start()
    return token[1] in {"m", "b"} and passage.is_capital(token.start(1))


# A French year alone is one; "in 2024 an operator" counts none.
_ONE = re.compile(r"(?<![\w,.])(?:[01](?:[.,]\d{1,3})?|un|demi)$")
_LONGEST_ONE = len(" 0,125")


def _is_one(text: str, end: int) -> bool:
    return _ONE.search(text[max(0, end - _LONGEST_ONE) : end]) is not None


def _suffix(passage: Passage, token: re.Match[str] | None, end: int) -> tuple[str, int]:
    if token is None:
        return "", end
    word, (start, finish) = token[1], token.span(1)
    # Of most words no unit begins, whatever stands behind.
    pair = _SECOND_WORD.match(passage.text, finish) if word in _FIRST_WORDS else None
    if pair:
        two = UNITS.get(f"{word} {pair[1]}") or UNITS.get(passage.text[start : pair.end()])
        if two is not None:
            return two, pair.end()
    unit = UNITS.get(word, "") if word != "an" or _is_one(passage.text, end) else ""
    is_sure = word not in _EASILY_MISREAD or start == end or passage.is_capital(start)
    return (unit, finish) if unit and is_sure else ("", end)
