"""Amounts without a number, and multiples: "dozens", "des centaines", "twice as many".

A machine that was given no such figure cannot know them. A figure that makes one true tells it
(340 are "hundreds"), and so does the same word, in either language. Everything here reads bare
folded text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from guardrails.facts.bases import Base
from guardrails.facts.counted import nouns_of, stem
from guardrails.facts.digits import matches_at, starts_of
from guardrails.facts.evidence import Evidence, bare_words
from guardrails.facts.figures import Figure
from guardrails.facts.multiples import compared, told_multiples
from guardrails.facts.numerals import ONES
from guardrails.facts.passage import Passage
from guardrails.facts.persons import ANYBODY, PERSONS
from guardrails.facts.ratios import states_share
from guardrails.facts.units import TIMES, UNITS
from guardrails.reading import fold_term

# What a word may stand for, from least to most, and which words say the same.
_ROWS: Final = (
    (5, 7, "demi half"),
    (8, 13, "dizaine"),
    (10, 14, "douzaine dozen"),
    (13, 17, "quinzaine"),
    (17, 24, "vingtaine"),
    (27, 34, "trentaine"),
    (36, 44, "quarantaine"),
    (45, 56, "cinquantaine"),
    (55, 66, "soixantaine"),
    (85, 125, "centaine hundred cent"),
    (850, 1_300, "millier thousand mille"),
    (20, 1_000, "dizaines douzaines dozens tens"),
    (200, 10_000, "centaines hundreds"),
    (2_000, 1_000_000, "milliers thousands"),
    (2_000_000, 10**9, "millions"),
)
_ROW_OF: Final = {word: row for row in _ROWS for word in row[2].split()}
# Tens and hundreds of something greater: "des dizaines de milliers", "hundreds of thousands".
_MANY_OF: Final = {"dizaines": 10, "centaines": 100, "tens": 10, "dozens": 12, "hundreds": 100}
_OF_WHAT: Final = {"milliers": 1_000, "thousands": 1_000, "millions": 1_000_000}
_SAME: Final = {
    (10, 1_000): "dizaines de milliers|tens of thousands",
    (100, 1_000): "centaines de milliers|hundreds of thousands",
    (10, 1_000_000): "dizaines de millions|tens of millions",
    (100, 1_000_000): "centaines de millions|hundreds of millions",
}
_THANKS: Final = r"(?! ?(?:merci|mercis|excuses|thanks|thank|apologies)\b)"
_SINGULAR: Final = (
    "demi[ -]douzaine|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine"
    "|soixantaine|centaine|millier"
)
_PLURAL: Final = r"dizaines|douzaines|centaines|milliers|millions|dozens|tens|hundreds|thousands"
_NUMBERED: Final = (
    r"(?<!\d )(?<!\d)(?<!deux )(?<!trois )(?<!quatre )(?<!cinq )(?<!two )(?<!three )(?<!four )"
    r"(?<!five )"
)
_AMOUNT: Final = re.compile(
    rf"(?P<one>(?:une?|la) (?:petite |bonne |grosse )?(?:{_SINGULAR}) d(?:e |'){_THANKS}"
    r"|(?:half )?a dozen )"
    rf"|(?P<many>{_NUMBERED}(?:{_PLURAL}) (?:of |de |d')"
    rf"(?:(?:milliers|millions|thousands) (?:of |de |d'))?{_THANKS}|(?:dozens|hundreds|thousands)\b"
    r"(?= (?:more|came|took|joined|attended|gathered)\b))"
)
A_AMOUNT: Final = (
    rf"\b(?:(?:une?|la) (?:petite |bonne |grosse )?(?:{_SINGULAR}) d|(?:half )?a dozen "
    rf"|(?:{_PLURAL}) )"
)
_TWICE: Final = 2
_TIMES: Final = {
    **ONES, "twice": _TWICE, "thrice": 3, "double": _TWICE, "half": _TWICE, "moitie": _TWICE,
}  # fmt: skip
_SPELLED: Final = "deux|trois|quatre|cinq|six|sept|huit|dix|two|three|four|five|seven|eight|ten"
_MULTIPLE: Final = re.compile(
    rf"(?P<fr>{_SPELLED}|\d+) fois (?:plus|moins|mieux|superieur\w*|inferieur\w*)\b"
    rf"|(?P<en>{_SPELLED}|\d+) times (?:as|more|less|fewer|the|better|\w+er)\b(?! same\b)"
    r"|(?P<word>twice|thrice) (?:as|more|the|that)\b"
    r"|(?P<half>half) as (?:many|much|\w+)\b|(?P<moitie>moitie) (?:moins|plus)\b"
    r"|(?P<double>double) (?:the (?:number|size|speed|price|output|volume|amount)|d[eu] )"
    r"|(?P<fold>two|three|four|five|ten)[ -]?fold\b"
)
A_MULTIPLE: Final = (
    rf"\b(?:(?:{_SPELLED}|\d+) (?:fois|times) |twice |thrice |half as |moitie (?:moins|plus)"
    r"|double (?:the|d[eu]) |(?:two|three|four|five|ten)[ -]?fold)"
)
_ORDINALS: Final = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10,
}  # fmt: skip
_EVERY: Final = re.compile(
    r"every (?P<which>third|fourth|fifth|sixth|seventh|eighth|tenth)"
    r" (?!minute|hour|day|night|morning|evening|week|month|quarter|year|time|second|one\b|(?:mon"
    r"|tues|wednes|thurs|fri|satur|sun)day)(?=[a-z])"
)
_BEHIND: Final = re.compile(
    r" ?(?:(?:many|much|more|less|fewer|number|of|de|d'|the|as|en)(?: |(?<=')))*"
    r"([^\W\d_]+)(?: (?:d')?([^\W\d_]+))?"
)
_AN_EVERY: Final = r"\bevery (?:third|fourth|fifth|sixth|seventh|eighth|tenth) "
WORDS: Final = frozenset(
    f"{_PLURAL}|dozen|times|fois|twice|thrice|half|moitie|double|every|fold|twofold|threefold"
    "|fourfold|fivefold|tenfold".split("|")
).union(_ROW_OF)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount from `least` to `most`, or so many times (`times`), or a share of a whole.

    `words` are its own, `said` those that say the same in either language, `nouns` the stems of
    what it counts, with its unit if that is one.
    """

    start: int
    end: int
    words: str
    least: int = 0
    most: int = 0
    said: frozenset[str] = frozenset()
    times: int = 0
    share: Fraction | None = None
    nouns: frozenset[str] = frozenset()
    unit: str = ""

    def may_count(self, figure: Figure) -> bool:
        """Tell whether it may be said of what a figure counts: 320 euros are no people."""
        if figure.unit or self.unit:
            return figure.unit == self.unit
        is_of_people = bool(self.nouns & ANYBODY and figure.nouns & PERSONS)
        are_both_said = bool(self.nouns and figure.nouns)
        return is_of_people or not are_both_said or bool(self.nouns & figure.nouns)


def amounts(passage: Passage) -> Iterator[Amount]:
    """Yield the amounts of a text that are told without a number, and its multiples."""
    if not passage.may_hold(WORDS):
        return
    text = passage.text
    for match in matches_at(_AMOUNT, text, starts_of(A_AMOUNT, text)):
        least, most, said = _range(match.group())
        nouns, unit = _counted(text, match.end())
        yield Amount(*_place(match), least, most, said, nouns=nouns, unit=unit)
    for match in matches_at(_MULTIPLE, text, starts_of(A_MULTIPLE, text)):
        nouns, unit = _counted(text, match.end())
        yield Amount(*_place(match), times=_times(match), nouns=nouns, unit=unit)
    for match in matches_at(_EVERY, text, starts_of(_AN_EVERY, text)):
        share = Fraction(1, _ORDINALS[match["which"]])
        yield Amount(*_place(match), share=share)


def states_amount(evidence: Evidence, amount: Amount) -> bool:
    """Tell whether a figure of the evidence makes an amount true, or its words say the same."""
    if evidence.says(amount.words):
        return True
    if amount.share is not None:
        return states_share(evidence, {amount.share})
    if amount.times:
        return _states_times(evidence, amount)
    if any(evidence.says(one) for one in amount.said):
        return True
    return any(
        amount.least <= value <= amount.most
        and any(one.out_of is None and amount.may_count(one) for one in told)
        for value, told in evidence.figures.items()
    )


def _states_times(evidence: Evidence, amount: Amount) -> bool:
    """Tell whether so many times is told, or two figures of one thing make it true."""
    times = Fraction(amount.times)
    told = evidence.view(_multiples_told)
    if any(many == times and _may_be_of(evidence, amount, sentence) for many, sentence in told):
        return True
    if any(one.unit == TIMES for one in evidence.figures.get(times, ())):
        return True
    if times == 2 and Fraction(1, 2) in evidence.shares:  # noqa: PLR2004 - twice is two
        return True
    return any(_is_of(amount, *pair) for pair in evidence.view(compared).get(times, ()))


def _multiples_told(evidence: Evidence) -> list[tuple[int, str]]:
    return list(told_multiples(evidence.originals))


def _may_be_of(evidence: Evidence, amount: Amount, sentence: str) -> bool:
    """Tell whether a sentence may tell a multiple of what an amount counts.

    It tells it of something else where it does not name what other sentences do.
    """
    words = frozenset(map(stem, bare_words(fold_term(sentence)).split()))
    is_elsewhere = not amount.nouns.isdisjoint(evidence.stems)
    return not is_elsewhere or not amount.nouns.isdisjoint(words)


def _is_of(amount: Amount, one: Base, other: Base) -> bool:
    nouns = one.nouns | other.nouns
    is_of_people = bool(amount.nouns & ANYBODY and nouns & PERSONS)
    return is_of_people or not (nouns and amount.nouns) or not nouns.isdisjoint(amount.nouns)


def _range(words: str) -> tuple[int, int, frozenset[str]]:
    known = re.findall(r"[a-z]+", words)
    many = next((_MANY_OF[one] for one in known if one in _MANY_OF), 0)
    of = next((_OF_WHAT[one] for one in known if one in _OF_WHAT), 0)
    if many and of:
        return 2 * many * of, 10 * many * of, frozenset(_SAME.get((many, of), "").split("|")) - {""}
    least, most, said = next(_ROW_OF[one] for one in known if one in _ROW_OF)
    return least, most, frozenset(said.split()) - {"half", "demi"}


def _counted(text: str, end: int) -> tuple[frozenset[str], str]:
    """Return what an amount counts: the stems of the words behind it, or their unit."""
    words = _BEHIND.match(text, end)
    if words is None:
        return frozenset(), ""
    return nouns_of(words), UNITS.get(words[1], "")


def _times(match: re.Match[str]) -> int:
    word = next(one for one in match.groups() if one)
    return int(word) if word.isdigit() else _TIMES[word]


def _place(match: re.Match[str]) -> tuple[int, int, str]:
    words = match.group().rstrip(" '")
    return match.start(), match.start() + len(words), bare_words(words)
