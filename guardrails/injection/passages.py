"""The passages of a text from outside: its sentences, whatever the width of its lines.

A text wrapped at eighty columns breaks its lines in the middle of sentences; a line that
stands by itself is a passage even without a full stop.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import log1p
from pathlib import Path

import Stemmer

from domain.language import Language
from domain.segmentation import sentence_bounds
from guardrails.reading import fold

_WRAPPED = re.compile(r"(?<=[^\s.!?…:;])\n(?=[^\W\d_A-Z\n]|[a-z0-9«“\"'(])|(?<=[^\n]{60})\n(?=\S)")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_PARTS = re.compile(r"[^\W_]{2,}")
_EVERYWHERE = log1p(330)  # articles in the background
_STEM = 9  # letters; French and English endings differ behind them


@dataclass(frozen=True)
class Passage:
    """One sentence: where it stands, how it reads, and what its words are.

    `shown` keeps what it shows of whom it speaks to, once `cues.py` has looked.
    """

    start: int
    end: int
    text: str
    bare: str
    is_alone: bool
    shown: dict[str, dict[str, float]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def words(self) -> list[str]:
        """Its words, bare, in order."""
        return _WORD.findall(self.bare)

    @cached_property
    def parts(self) -> list[str]:
        """Its words, taken apart where one was left out of letters: "l'", "don"."""
        return " ".join(self.words).replace("’", "'").replace("'", " ").split(" ")

    @cached_property
    def stems(self) -> frozenset[str]:
        """What it is about: the stems of its words but for those that say nothing."""
        return frozenset(map(_stem, _PARTS.findall(self.bare))) - {""}


@dataclass(frozen=True)
class Article:
    """A text from outside: its passages, and how often each stem stands in how many of them.

    `is_background` says that the text is one of those the background was counted on; what
    it added there itself is left out again.
    """

    passages: tuple[Passage, ...]
    is_background: bool = False

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many passages each stem stands."""
        return Counter(stem for passage in self.passages for stem in passage.stems)

    def strangers(self, passage: Passage) -> tuple[list[float], list[float]]:
        """Return the weights of what only this passage is about, and of what it shares.

        A word that most articles use weighs little, one that none is known to use weighs 1.
        """
        alone: list[float] = []
        shared: list[float] = []
        for stem in passage.stems:
            (alone if self.counts[stem] <= 1 else shared).append(self.weight(stem))
        return alone, shared

    def weight(self, stem: str) -> float:
        """Return how much a stem says of a text: from 0 for what every article says to 1."""
        seen = background().get(stem, 0) - self.is_background
        return 1.0 - log1p(max(seen, 0)) / _EVERYWHERE


def read_article(text: str, *, is_background: bool = False) -> Article:
    """Split a text into its passages."""
    return Article(tuple(_passages(text)), is_background)


@lru_cache(maxsize=1)
def background() -> Mapping[str, int]:
    """Return in how many of some hundred articles each stem stands; those of one are left out."""
    lines = _lines("background.txt")
    return {stem: int(count) for count, *stems in map(str.split, lines) for stem in stems}


def _passages(text: str) -> Iterator[Passage]:
    flat = _WRAPPED.sub(" ", text)
    for start, end in sentence_bounds(flat):
        piece = flat[start:end]
        before, behind = text[:start].rstrip(" \t")[-1:], text[end : end + 1]
        is_alone = {before, behind} <= {"", "\n"}
        yield Passage(start, end, piece, fold(piece, accents=False).text.strip(), is_alone)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    if word in _stop_words() or word.isdigit():
        return ""
    stems: list[str] = [_stemmer(language).stemWord(word)[:_STEM] for language in Language]
    return min(stems, key=len)


@lru_cache(maxsize=2)
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer("french" if language is Language.FRENCH else "english")


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(" ".join(_lines("stop_words.txt")).split())


def _lines(name: str) -> list[str]:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
