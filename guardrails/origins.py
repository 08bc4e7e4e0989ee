"""Which sentence of a text another one comes from, found without comparing each with each."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from domain.review import Span
from guardrails.facts.quotations import quotations
from guardrails.reading import fold_term

_WORD = re.compile(r"[^\W_]+")
_SHARE = 0.5
_FEWEST_SHARED = 2
_FACT_COUNTS = 3
_VERBATIM = 2.0
# What more sentences than this have in common tells none of them apart, and costs time.
_COMMON = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a sentence can be recognised by."""

    span: Span
    words: frozenset[str]
    facts: frozenset[str]
    plain: str


@dataclass(frozen=True)
class Origins:
    """The sentences of one text, that others may come from."""

    sentences: Sequence[Sentence]

    def nearest(self, mine: Sentence) -> tuple[float, Sentence | None]:
        """Return how near the nearest sentence is, and which one; 0 where none is an origin."""
        quoted = self._quoted(mine)
        if quoted is not None:
            return _VERBATIM, quoted
        near = ((_nearness(mine, one), one) for one in self._related(mine))
        best, origin = max(near, key=lambda each: each[0], default=(0.0, None))
        return (best, origin) if best > 0.0 else (0.0, None)

    def _related(self, mine: Sentence) -> Iterator[Sentence]:
        """Yield, in order, the sentences that share with mine what few have."""
        places = {
            at
            for told in (*mine.words, *mine.facts)
            if len(found := self._holding.get(told, ())) <= _COMMON
            for at in found
        }
        return (self.sentences[at] for at in sorted(places))

    def _quoted(self, mine: Sentence) -> Sentence | None:
        """Return the first sentence that holds a quotation of mine to the letter."""
        quoted = [_said(one.text) for one in quotations(mine.plain, at_least=4)]
        places = [at for one in quoted if (at := self._said.find(one)) >= 0]
        return self.sentences[bisect_right(self._begins, min(places)) - 1] if places else None

    @cached_property
    def _holding(self) -> Mapping[str, Sequence[int]]:
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self.sentences):
            for told in {*one.words, *one.facts}:
                holding[told].append(at)
        return holding

    @cached_property
    def _lines(self) -> Sequence[str]:
        return [_said(one.plain) + "\n" for one in self.sentences]

    @cached_property
    def _said(self) -> str:
        return "".join(self._lines)

    @cached_property
    def _begins(self) -> Sequence[int]:
        return [0, *accumulate(map(len, self._lines))][:-1]


def _said(text: str) -> str:
    return " ".join(_WORD.findall(fold_term(text)))


def _nearness(mine: Sentence, other: Sentence) -> float:
    """Say how much of a sentence the other holds; 0 below what can be called its origin."""
    facts, words = mine.facts & other.facts, mine.words & other.words
    total = len(mine.words) + _FACT_COUNTS * len(mine.facts)
    shared = len(words) + _FACT_COUNTS * len(facts)
    if not total or (not facts and len(words) < _FEWEST_SHARED):
        return 0.0
    share = shared / total
    return share if facts or share >= _SHARE else 0.0
