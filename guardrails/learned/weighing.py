"""Passages of a text weighed by a model: every sentence, and every two that follow each other.

All scorers of a model are weighed at once, when the first check asks; each sentence is summed
once, and two sentences are the sum of both.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from domain.language import Language
from domain.review import Span
from guardrails.learned.model import Kind, Model, model
from guardrails.learned.tokens import Token, may_be_spaced, tokens
from guardrails.reading import Reading

_LEAST_WORDS = 3
_MOST_WORDS = 120  # a passage longer than this is no sentence
_TINY = 1e-6


class Sums(NamedTuple):
    """What the words of a passage add up to, before the passage is looked at as a whole.

    `stems` and `meaning` are rows of the model's lanes; `shown` is what it shows as a whole, where
    that adds up as well.
    """

    span: Span
    passage: tuple[Token, ...]
    shown: frozenset[str] | None
    stems: int
    meaning: int
    power: float
    words: int

    def with_next(self, other: "Sums") -> "Sums":
        """Return the passage of this one and the next."""
        span, passage, shown, stems, meaning, power, words = self
        return Sums(
            Span(span.start, other.span.end),
            passage + other.passage,
            None if shown is None or other.shown is None else shown | other.shown,
            stems + other.stems,
            meaning + other.meaning,
            power + other.power,
            words + other.words,
        )


@dataclass(frozen=True, slots=True)
class Guess:
    """A passage, and its score by each scorer of a model."""

    span: Span
    scores: Sequence[float]


class Likely(NamedTuple):
    """How many passages of a text were weighed, and those that are not clean beyond doubt."""

    weighed: int
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """One model at work on texts of one language."""

    model: Model
    language: Language

    def score(self, sums: Sums) -> int:
        """Score a passage by every scorer: a row of products."""
        shown = self.model.shows.of_all(sums.passage) if sums.shown is None else sums.shown
        factor = self.model.lanes.factor
        return (
            self.model.biases
            + sums.stems * factor(1 / sqrt(max(1, sums.words)))
            + sums.meaning * factor(1 / sqrt(max(_TINY, sums.power)))
            + self.model.whole(shown) * factor(1 / sqrt(max(1, len(shown))))
        )

    def sums(self, sentence: "_Sentence") -> Sums:
        """Add up the words of a sentence."""
        words = self.model.words(self.language)
        found = [words[token] for token in sentence.words]
        stems, meanings, powers = zip(*found, strict=True) if found else ((), (), ())
        return Sums(
            sentence.span,
            sentence.passage,
            self.model.shows.of_all(sentence.passage) if self.model.shows.adds_up else None,
            sum(stems),
            sum(meanings),
            sum(powers, 0.0),
            len(found),
        )


class _Sentence(NamedTuple):
    span: Span
    passage: tuple[Token, ...]
    words: tuple[Token, ...]


def guesses(reading: Reading, kind: Kind) -> Iterator[Guess]:
    """Yield every passage of a text with its scores."""
    return weighed(reading, model(kind))


def weighed(reading: Reading, by: Model) -> Iterator[Guess]:
    """Yield every passage of a text with its scores by a model at hand."""
    return (Guess(span, by.lanes.numbers(row)) for span, row in _scored(reading, by))


def likely_guesses(reading: Reading, kind: Kind) -> Likely:
    """Return the passages that any scorer objects to, were it only in doubt."""
    by = model(kind)
    likely = (one for one in _scored(reading, by) if by.lanes.exceed(one[1], by.lowest))
    return Likely(
        reading.view(_passages), tuple(Guess(span, by.lanes.numbers(row)) for span, row in likely)
    )


def _passages(reading: Reading) -> int:
    """Return how many passages a text has, whatever they concern."""
    words = [len(one.words) for one in reading.view(_sentences)]
    pairs = sum(bool(one and two) for one, two in pairwise(words))
    return pairs + sum(one >= _LEAST_WORDS for one in words)


def _scored(reading: Reading, by: Model) -> Iterator[tuple[Span, int]]:
    weighing, shows = Weighing(by, reading.language), by.shows
    before: _Sentence | None = None
    summed_before: Sums | None = None
    met_before = frozenset[str]()
    for one in reading.view(_sentences):
        met = shows.met(one.passage)
        # Hardly a sentence concerns the model of respect: the others are not summed.
        summed: Sums | None = None
        if len(one.words) >= _LEAST_WORDS and shows.concerns(one.passage, met):
            summed = weighing.sums(one)
            yield one.span, weighing.score(summed)
        pair = before.passage + one.passage if before and before.words and one.words else ()
        if before and pair and shows.concerns(pair, met_before | met):
            summed = summed or weighing.sums(one)
            both = (summed_before or weighing.sums(before)).with_next(summed)
            yield both.span, weighing.score(both)
        before, summed_before, met_before = one, summed, met


def _sentences(reading: Reading) -> list[_Sentence]:
    bare = reading.bare
    is_spaced = may_be_spaced(bare.text)
    found = []
    for span in reading.sentences:
        first, last = bisect_left(bare.starts, span.start), bisect_left(bare.starts, span.end)
        passage = tokens(bare.text[first:last], is_spaced=is_spaced)
        if len(passage) <= _MOST_WORDS:
            words = tuple([token for token in passage if token[0][0].isalnum()])
            found.append(_Sentence(span, tuple(passage), words))
    return found
