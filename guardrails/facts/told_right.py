"""What was given of something that a text tells wrongly: the sentence to read again, the link.

A figure is looked up by itself, a month with its year by the month. What stands nowhere, or only
in a passage too long to be shown, is not guessed at.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import Final

from domain.segmentation import sentence_bounds
from guardrails.facts.changes import plain_number
from guardrails.facts.digits import WHOLE_NUMBER
from guardrails.facts.kept import view
from guardrails.facts.months import DATED, MONTH
from guardrails.facts.passage import folding
from guardrails.facts.retold import words_in, words_of_folded
from guardrails.hosts import links_in

# The 22 of "22 avril" counts nothing.
_DAY: Final = re.compile(rf"\b\d{{1,2}}(?=\s(?:{MONTH})\b)", re.IGNORECASE)
_LONGEST: Final = 300

_Told = tuple[frozenset[str], frozenset[str]]


def nearest_sentence(words: str, given: Sequence[str]) -> str | None:
    """Return the sentence given that shares most with these words, the first of them above all."""
    numbers, stems = _told(words)
    begun = WHOLE_NUMBER.findall(words)[:1] if words[:1].isdigit() else []
    first = {plain_number(one) for one in begun}
    is_day, is_month = _DAY.search(words) is not None, DATED.search(words) is not None
    best, most = None, (0, 0, 0)
    for one in chain.from_iterable([view(text, _short_ones) for text in given]):
        theirs, others = one.whole if is_day else one.without_days
        if numbers.isdisjoint(theirs) and (first or stems.isdisjoint(others)):
            continue
        figures, said = len(numbers & theirs), len(stems & others)
        if first:
            shared = (len(theirs.intersection(first)), figures, said)
        else:
            shared = (said if is_month else figures + said, figures, 0)
        if any(shared[:2]) and shared > most:
            best, most = one.text, shared
    return best


def nearest_link(_words: str, given: Sequence[str]) -> str | None:
    """Return the one link that was given; of several nobody says which was meant."""
    links = {
        text[one.span.start : one.span.end]
        for text in given
        for one in links_in(text)
        if not one.is_bare
    }
    return links.pop() if len(links) == 1 else None


class _Sentence:
    """A sentence with what it tells, its days counted among its figures or not."""

    def __init__(self, text: str, bare: str | None) -> None:
        self.text = text
        self._bare = bare

    @cached_property
    def whole(self) -> _Told:
        if self._bare is None:
            return _told(self.text)
        return _numbers(self.text), words_of_folded(self._bare)

    @cached_property
    def without_days(self) -> _Told:
        without = _DAY.sub(" ", self.text)
        return self.whole if without == self.text else _told(without)


def _short_ones(text: str) -> Sequence[_Sentence]:
    bare = view(text, folding)
    # Read letter by letter, a piece of the folded text is the folded piece.
    return [
        _Sentence(text[start:end], None if bare.odd else bare.text[start:end])
        for start, end in sentence_bounds(text)
        if end - start <= _LONGEST
    ]


def _told(text: str) -> _Told:
    return _numbers(text), words_in(text)


def _numbers(text: str) -> frozenset[str]:
    return frozenset([plain_number(one) for one in WHOLE_NUMBER.findall(text)])
