"""By how much told as to how much: "it fell to 0.19" for "a reduction of 0.19", or the contrary.

A figure is compared where every place of it that was given tells a step, or every one a level.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.digits import is_in
from guardrails.facts.kept import view
from guardrails.facts.passage import folding

_NUMBER: Final = r"[$€£]? ?(?P<number>\d[\d ., ]*\d|\d)(?![\d:h]| ?h\b)"
_ABOUT: Final = r"(?:environ |pres de |seulement |about |around |nearly |only |just |some )?"
_MOVES: Final = (
    r"(?:tomb|descend|pass|mont|chut|ramen|redui|baiss|grimp|recul|diminu|augment|progress)\w*"
)
_MOVED: Final = (
    r"\b(?:falls?|fell|fallen|drops?|dropped|rises?|rose|risen|climbed|grew|grown|went|gone|down|up"
    r"|cut|reduced|decreased|increased|lowered|brought)"
)
LEVEL: Final = re.compile(rf"(?:\b{_MOVES} a|{_MOVED}(?: back)? to) {_ABOUT}{_NUMBER}")
STEP: Final = re.compile(
    rf"(?:\b{_MOVES} de|\b(?:gain|economie|hausse|perte) de|{_MOVED} by|{_MOVED}"
    r"|\b(?:reduction|drop|fall|decrease|increase|rise|cut|gain|saving) of)"
    rf" {_ABOUT}{_NUMBER}(?! ?(?:\w+ )?(?:a|to) [$€£]?\d)"
)
MAY_MOVE: Final = (
    r"(?:tomb|descend|pass|mont|chut|ramen|redui|baiss|grimp|recul|diminu|augment|progress|fall|fell"
    r"|drop|ris|rose|climb|gr[eo]w|went|gone|down|up|cut|reduc|decreas|increas|lower|brought|gain"
    r"|economie|hausse|perte|saving)"
    r"[^\pN.!?\n]{0,60}\pN"
)
_ANY: Final = re.compile(r"(?<![\w.,])\d[\d ., ]*\d|(?<![\w.,])\d")


def step_for_level(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells a level where it was given a step, or a step for a level."""
    folded = view(text, folding)
    if not is_in(MAY_MOVE, folded.text):
        return
    told = [(one, pattern) for pattern in (LEVEL, STEP) for one in pattern.finditer(folded.text)]
    known = [view(each, _counts) for each in given] if told else []
    for match, pattern in told:
        number, other = plain_number(match["number"]), STEP if pattern is LEVEL else LEVEL
        every = sum(one[_ANY][number] for one in known)
        if every and every == sum(one[other][number] for one in known):
            yield folded.span(*match.span())


def _counts(text: str) -> Mapping[re.Pattern[str], Counter[str]]:
    """Return how often each number stands in a text at all, as a level and as a step."""
    bare = view(text, folding).text
    return {pattern: _counted(pattern, bare) for pattern in (_ANY, LEVEL, STEP)}


def _counted(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(plain_number(match[pattern.groups]) for match in pattern.finditer(text))
