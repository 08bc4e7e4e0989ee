"""By how much told as to how much: "it fell to 0.19" for "a reduction of 0.19", or the contrary.

A figure is compared where every place of it that was given tells a step, or every one a level; of
"from 30 to 21" both are levels, and neither is a step unless it happens to lie between two others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final, NamedTuple

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.digits import is_in
from guardrails.facts.kept import view
from guardrails.facts.passage import Passage, folding

_NUMBER: Final = r"[$€£]? ?(?P<number>\d[\d ., ]*\d|\d)(?![\d:h]| ?h\b)"
_ABOUT: Final = r"(?:environ |pres de |seulement |about |around |nearly |only |just |some )?"
_MOVES: Final = (
    r"(?:tomb|descend|pass|mont|chut|ramen|redui|baiss|grimp|recul|diminu|augment|progress)\w*"
)
_MOVED: Final = (
    r"\b(?:falls?|fell|fallen|drops?|dropped|rises?|rose|risen|climbed|grew|grown|went|gone|down|up"
    r"|cut|reduced|decreased|increased|lowered|brought)"
)
_GAP: Final = r"[^.!?;:,()\n\d]{0,40}?"
_TO: Final = rf"{_GAP}(?: (?:a|to) | ?(?:->|→) ?){_ABOUT}"
# "Passer de 30" is never by 30.
_BY: Final = (
    rf"(?:\b(?!pass){_MOVES} de|\b(?:gain|economie|hausse|perte|reduction) de|{_MOVED} by|{_MOVED}"
    r"|\b(?:reduction|drop|fall|decrease|increase|rise|cut|gain|saving) of)"
)
LEVEL: Final = re.compile(rf"(?:\b{_MOVES} a|{_MOVED}(?: back)? to) {_ABOUT}{_NUMBER}")
STEP: Final = re.compile(rf"{_BY} {_ABOUT}{_NUMBER}(?!{_TO}[$€£]?\d)")
_PLAIN: Final = (
    r"[$€£]? ?(?P<{}>\d+(?:[ \u00a0\u202f.,]\d{{3}}(?!\d))*(?:[.,]\d{{1,2}})?)(?![\d:h])"
)
RANGE: Final = re.compile(
    rf"\b(?:de|from) {_ABOUT}{_PLAIN.format('first')}{_TO}{_PLAIN.format('last')}"
)
_PERCENT: Final = re.compile(r" ?(?:%|percent\b|per cent\b|pour ?cent\b)")
# Any length: one that is counted from many beginnings is dear to RE2.
MAY_MOVE: Final = (
    r"(?:tomb|descend|pass|mont|chut|ramen|redui|baiss|grimp|recul|diminu|augment|progress|fall|fell"
    r"|drop|ris|rose|climb|gr[eo]w|went|gone|down|up|cut|reduc|decreas|increas|lower|brought|gain"
    r"|economie|hausse|perte|saving)"
    r"[^\pN.!?\n]*\pN"
)
_ANY: Final = re.compile(r"(?<![\w.,])\d[\d ., ]*\d|(?<![\w.,])\d")


def step_for_level(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells a level where it was given a step, or a step for a level."""
    folded = view(text, folding)
    if not Passage.of(text).digits or not is_in(MAY_MOVE, folded.text):
        return
    told = [(one, pattern) for pattern in (LEVEL, STEP) for one in pattern.finditer(folded.text)]
    known = [view(each, _counts) for each in given] if told else []
    for match, pattern in told:
        number, other = plain_number(match["number"]), STEP if pattern is LEVEL else LEVEL
        every = sum(one.told[_ANY][number] for one in known)
        is_percent = _PERCENT.match(folded.text, match.end()) is not None
        is_between = pattern is STEP and any(
            number in (one.percents if is_percent else one.steps) for one in known
        )
        if every and not is_between and every == sum(one.told[other][number] for one in known):
            yield folded.span(*match.span())


class _Counts(NamedTuple):
    """How often each number stands in a text at all, as a level and as a step.

    `steps` lie between two levels, as they are, and `percents` are the same in percent.
    """

    told: Mapping[re.Pattern[str], Counter[str]]
    steps: frozenset[str]
    percents: frozenset[str]


def _counts(text: str) -> _Counts:
    bare = view(text, folding).text
    told = {pattern: _counted(pattern, bare) for pattern in (_ANY, LEVEL, STEP)}
    ranges = [
        (plain_number(one["first"]), plain_number(one["last"])) for one in RANGE.finditer(bare)
    ]
    told[LEVEL].update(chain.from_iterable(ranges))
    moves = [(Fraction(first), Fraction(last)) for first, last in ranges]
    steps = frozenset(_written(abs(last - first)) for first, last in moves)
    percents = frozenset(
        _written(round(abs(last - first) / first * 100, digits))
        for first, last in moves
        for digits in (0, 1)
        if first
    )
    return _Counts(told, steps, percents)


def _written(number: Fraction | int) -> str:
    return f"{float(number):.6f}".rstrip("0").rstrip(".")


def _counted(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(plain_number(match[pattern.groups]) for match in pattern.finditer(text))
