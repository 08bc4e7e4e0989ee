"""Passages of a text weighed by a model: every sentence, and every two that follow each other.

All scorers of a model are weighed at once, when the first check asks; each sentence is summed
once, and two sentences are the sum of both.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from operator import add

from domain.language import Language
from domain.review import Span
from guardrails.learned.model import Kind, Model, model
from guardrails.learned.tokens import Token, tokens
from guardrails.reading import Reading

_LEAST_WORDS = 3
_MOST_WORDS = 120  # a passage longer than this is no sentence
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Sums:
    """What the words of a passage add up to, before the passage is looked at as a whole."""

    span: Span
    passage: tuple[Token, ...]
    stems: Sequence[float]
    meaning: Sequence[float]
    power: float
    words: int

    def with_next(self, other: "Sums") -> "Sums":
        """Return the passage of this one and the next."""
        return Sums(
            Span(self.span.start, other.span.end),
            (*self.passage, *other.passage),
            list(map(add, self.stems, other.stems)),
            list(map(add, self.meaning, other.meaning)),
            self.power + other.power,
            self.words + other.words,
        )


@dataclass(frozen=True, slots=True)
class Guess:
    """A passage, and its score by each scorer of a model."""

    span: Span
    scores: Sequence[float]


@dataclass(frozen=True, slots=True)
class Weighing:
    """One model at work on texts of one language."""

    model: Model
    language: Language

    def guess(self, sums: Sums) -> Guess:
        """Score a passage by every scorer."""
        shown = self.model.shows.of_all(sums.passage)
        by_ideas = 1 / sqrt(max(1, len(shown)))
        by_words, by_meaning = 1 / sqrt(max(1, sums.words)), 1 / sqrt(max(_TINY, sums.power))
        parts = zip(
            self.model.card.biases, sums.stems, sums.meaning, self.model.whole(shown), strict=True
        )
        return Guess(
            sums.span,
            [b + s * by_words + m * by_meaning + i * by_ideas for b, s, m, i in parts],
        )

    def sums(self, passage: Sequence[Token], span: Span) -> Sums:
        """Add up the words of a passage."""
        stems, meaning = self.model.nothing(), self.model.nothing()
        power, words = 0.0, 0
        for token in passage:
            if token.is_word:
                word = self.model.word(token, self.language)
                stems = list(map(add, stems, word.stems))
                meaning = list(map(add, meaning, word.meaning))
                power += word.power
                words += 1
        return Sums(span, tuple(passage), stems, meaning, power, words)


def guesses(reading: Reading, kind: Kind) -> Iterator[Guess]:
    """Yield every passage of a text with its scores."""
    yield from weighed(reading, model(kind))


def weighed(reading: Reading, by: Model) -> Iterator[Guess]:
    """Yield every passage of a text with its scores by a model at hand."""
    weighing = Weighing(by, reading.language)
    before: Sums | None = None
    concerns = weighing.model.shows.concerns
    for span, passage in _sentences(reading):
        sums = weighing.sums(passage, span)
        if sums.words >= _LEAST_WORDS and concerns(passage):
            yield weighing.guess(sums)
        if before is not None and before.words and sums.words:
            yield weighing.guess(before.with_next(sums))
        before = sums


def _sentences(reading: Reading) -> Iterator[tuple[Span, list[Token]]]:
    bare = reading.bare
    for span in reading.sentences:
        first, last = bisect_left(bare.starts, span.start), bisect_left(bare.starts, span.end)
        passage = tokens(bare.text[first:last])
        if len(passage) <= _MOST_WORDS:
            yield span, passage
