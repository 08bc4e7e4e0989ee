"""Multiples told in other ways than in words: +100 %, twice, from 100 to 200 for "doubled"."""

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

_TOLD_IN_WORDS = (2, 3, 4)
_RISE = re.compile(
    r"(?:\+\s?|\b(?:by|up|(?:hausse|increase|rise|growth|croissance|augment\w+|progress\w+"
    r"|bond\w*|grimp\w+) (?:de|of)) )(?P<percent>[123]00)\s?(?:%|pour cent|per ?cent)",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(?:twice|two-?fold|deux fois|(?:du |le |au )double)\b", re.IGNORECASE)


def told_multiples(texts: Sequence[str], figures: Collection[Fraction]) -> Iterator[int]:
    """Yield which of twice, three and four times these texts with these figures tell.

    Some come more than once.
    """
    for text in texts:
        yield from (int(rise["percent"]) // 100 + 1 for rise in _RISE.finditer(text))
        if _TWICE.search(text):
            yield 2
    for times in _TOLD_IN_WORDS:
        if any(one > 1 and one * times in figures for one in figures):
            yield times
