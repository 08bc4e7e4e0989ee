"""How a ratio is written: "four in ten", "2 postes sur 3", "38 / 40"."""

import re
from typing import Final

from guardrails.facts.numerals import Number
from guardrails.facts.passage import Passage
from guardrails.facts.units import measure

RATIO: Final = re.compile(
    r" (?:[^\W\d_]+ ){0,4}(?:sur|out of|of every) (?:the |les )?| (?:in|of) (?:the )?| ?/ ?"
)
# What is known is read in every way: "nine of those 38" may go on from another sentence.
POSSIBLE_RATIO: Final = re.compile(
    r" (?:[^\W\d_]+ ){0,4}(?:sur|out of|of every) (?:the |les |ces |those |these )?"
    r"| (?:in|of) (?:the |those |these |our |its |their )?| de (?:ces|nos|ses|leurs) | ?/ ?"
)
_FARTHEST: Final = 60
_SAID_RATIO: Final = re.compile(r" (?:[^\W\d_]+ ){0,3}in (?:every |a )?")  # "one call in five"
_OF_MORE: Final = re.compile(
    r" (?:[^\W\d_]+ ){1,3}(?:sur|out of) (?:the |les |ces |those |these )?\d"
)


def is_ratio(passage: Passage, part: Number, whole: Number, told_as: re.Pattern[str]) -> bool:
    """Tell whether two numbers are told as so many of so many."""
    text = passage.text
    if whole.start - part.end > _FARTHEST:
        return False
    is_said = part.is_spelled and whole.is_spelled
    is_told = told_as.fullmatch(text, part.end, whole.start) is not None or (
        is_said and _SAID_RATIO.fullmatch(text, part.end, whole.start) is not None
    )
    # "Plus d'un point dans quatorze cas sur 60": the fourteen are a part themselves.
    if not is_told or _OF_MORE.match(text, whole.end):
        return False
    # "0.4 ms on a pipe": nothing is told as so much out of one.
    if max(part.values) >= max(whole.values) or max(whole.values) == 1:
        return False
    return not measure(passage, whole.start, whole.end).unit
