"""Telephone numbers as they are said or laid out to be overlooked.

In English words ("oh six, three nine, double eight …"), in words and figures together, or with a
figure or a pair of them on each line. Whoever counts up or down, or numbers a list, gives nobody's
number.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guardrails.checks.patterns import compiled
from guardrails.identifiers import Identifier
from guardrails.identifiers.phone import is_called_at

_ONES = "zero oh o one two three four five six seven eight nine".split()
_FRENCH_ONES = "zero un deux trois quatre cinq six sept huit neuf".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SAID_ONE = f"(?:{'|'.join(dict.fromkeys([*_ONES, *_FRENCH_ONES, 'une']))})"
_SAID = (
    rf"(?:(?:double|triple|treble)[ -]{_SAID_ONE}|(?:{'|'.join(_TENS)})(?:[ -]{_SAID_ONE})?"
    rf"|{'|'.join(_TEENS)}|{_SAID_ONE}|\d{{1,2}})(?!\w)"
)
_BETWEEN = r"(?:\s{1,2}|[,.;-]\s?|\s[-–]\s)"
_SPOKEN = re.compile(rf"(?<![\w.,])(?:plus{_BETWEEN})?{_SAID}(?:{_BETWEEN}{_SAID}){{4,15}}")
# RE2 finds out in microseconds that hardly a text says three such words in a row.
_ANY = f"(?:{'|'.join([_SAID_ONE, *_TEENS, *_TENS, 'double', 'triple', 'treble'])})"
_MAY_SPEAK = rf"\b{_ANY}[ ,.;-]{{1,2}}(?:{_ANY}|\d{{1,2}})[ ,.;-]{{1,2}}(?:{_ANY}|\d)"
_WORDS = re.compile(r"[a-z]+|\d+")
_FEWEST, _MOST = 9, 13
_FEWEST_SAID = 3  # digits said in words, lest a list of figures be one
_NEAR = 40  # characters
# Results of a draw, days and weeks go no further, nor does one number in fifteen.
_DRAWN, _PAIRS = 50, 5
_REACHED = re.compile(r"(?:me|us|him|her|moi|nous) (?:at|on|au|sur)[ :]{0,3}$")
# What leads to figures below it: a number, or else a list of something.
_CALLED = re.compile(
    r"(?<!\w)(?:tel|telephone|phone|mobile|portable|cell|call|ring|dial|reach|appel\w*|joign\w*"
    r"|joindre|numero|number|contact|whatsapp|sms|coordonnees)(?!\w)[^\d.!?]{0,25}$"
)
_HEADED = re.compile(
    r"(?<!\w)(?:resultats?|results?|scores?|departements?|tirages?|draws?|notes?|grades?|buts?|goals?"
    r"|semaines?|weeks?|jours?|days?|points|lots?|pages?|salles?|rooms?|lignes?|gagnants?|winning"
    r"|temperatures?)(?!\w)[^\d.!?]{0,25}$"
)
_LINE = r"[^\S\n]{0,3}\n\W{0,4}"
_ALONE = r"(?<![\w.,%-].)"  # behind the sign it is about, so that the engine leaps to that
_STACKED = re.compile(
    rf"(?:0{_ALONE}[1-9](?:{_LINE}\d\d){{4}}|0{_ALONE}(?:{_LINE}\d){{9}}"
    rf"|\+{_ALONE}33 ?[1-9](?:{_LINE}\d\d){{4}})(?![\w%€$]|[^\S\n]{{0,2}}\w|[.,]\d)"
)


def spoken_numbers(text: str) -> Iterator[Identifier]:
    """Yield the telephone numbers of a bare folded text that are said or stacked."""
    if compiled(_MAY_SPEAK).search(text.encode(errors="replace")) is not None:
        for match in _SPOKEN.finditer(text):
            if _is_number(text, match):
                yield Identifier("phone", *match.span())
    for match in _STACKED.finditer(text) if "\n" in text else ():
        if _is_stacked(text, match):
            yield Identifier("phone", *match.span())


def _is_stacked(text: str, match: re.Match[str]) -> bool:
    """Tell whether figures one below the other are a number, not a list of results or days."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if _CALLED.search(before) is not None:
        return True
    parts = [int(one) for one in re.findall(r"\d+", match.group())]
    if _counts(parts[1:]) or _HEADED.search(before) is not None:
        return False
    return match.group().startswith("+") or len(parts) > _PAIRS or max(parts) > _DRAWN


def _is_number(text: str, match: re.Match[str]) -> bool:
    said = _WORDS.findall(match.group())
    digits = "".join(_digits(said))
    in_words = sum(not one.isdigit() for one in said)
    if not _FEWEST <= len(digits) <= _MOST or in_words < _FEWEST_SAID:
        return False
    is_dialled = said[0] == "plus" or digits[0] == "0"
    if is_called_at(text, match.start()):
        # "Text: one, two, three …" may be a list; nobody counts behind "call me at".
        return (
            is_dialled
            or _REACHED.search(text, max(0, match.start() - _NEAR), match.start()) is not None
            or not _counts([int(one) for one in digits])
        )
    is_timed = len(digits) % 2 == 0 and set(digits[::2]) == {"0"}  # "oh one, oh three": minutes
    return is_dialled and not is_timed and not _counts([int(one) for one in digits])


def _digits(said: Sequence[str]) -> Iterator[str]:
    """Yield the digits that words say."""
    times = 1
    for at, word in enumerate(said):
        if word in {"double", "triple", "treble"}:
            times = 2 if word == "double" else 3
            continue
        yield _value(word, said[at + 1 : at + 2]) * times
        times = 1


def _value(word: str, following: Sequence[str]) -> str:
    if word.isdigit():
        return word
    if word in _TENS:
        return str(_TENS.index(word) + 2) + ("" if _is_one(following) else "0")
    if word in _TEENS:
        return str(10 + _TEENS.index(word))
    return _one(word)


def _is_one(following: Sequence[str]) -> bool:
    return bool(following) and _one(following[0]) not in {"", "0"}


def _one(word: str) -> str:
    if word in {"zero", "oh", "o"}:
        return "0"
    if word == "une":
        return "1"
    if word in _FRENCH_ONES:
        return str(_FRENCH_ONES.index(word))
    return str(_ONES.index(word) - 2) if word in _ONES else ""


def _counts(values: Sequence[int]) -> bool:
    """Tell whether numbers count up or down, as a list or a launch does."""
    steps = [two - one for one, two in pairwise(values)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)
