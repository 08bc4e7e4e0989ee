"""Words in common: BM25 over the catalogue, and which items name a topic at all.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt

from recommender.reading import Keys, Reading, hashed
from recommender.subjects import Topic
from recommender.vectors import Doubles, Floats, Mask, Rows

# What Lucene uses: how soon another mention stops counting, and how much a text's length does.
_SATURATION: Final = 1.5
_LENGTH: Final = 0.75


@dataclass(frozen=True, slots=True)
class Worded:
    """The rows that name some of a topic's words, ascending, and how much each is about it."""

    rows: Rows
    values: Doubles

    def at(self, rows: Rows) -> Doubles:
        """Return how much these rows are about the topic, 0 for those that name none of it."""
        places = np.searchsorted(self.rows, rows)
        held = np.append(self.rows, -1)[places] == rows
        return np.where(held, np.append(self.values, 0.0)[places], 0.0)

    def among(self, allowed: Mask) -> "Worded":
        """Return what is left of it among the rows that are allowed."""
        held = allowed[self.rows]
        return Worded(self.rows[held], self.values[held])


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """An inverted index: for each key the rows that have it, and what BM25 gives them for it.

    Keys are hashed and ascend. The rows of key t are `rows[starts[t]:starts[t + 1]]`, what they
    are given is in `given`.
    """

    size: int
    keys: Keys
    starts: Rows
    rows: Rows
    given: Floats

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Self:
        """Index texts by the words counted in them."""
        lengths = np.array([len(one.keys) for one in readings], np.intp)
        keys = _joined([one.keys for one in readings], np.uint64)
        counts = _joined([one.counts for one in readings], np.uint16).astype(np.float32)
        rows = np.repeat(np.arange(len(readings), dtype=np.intp), lengths)
        order = np.argsort(keys, kind="stable")
        known, starts = np.unique(keys[order], return_index=True)
        starts = np.append(starts, len(keys)).astype(np.intp)
        given = _given(counts, rows, len(readings))[order] * _rarity(starts, len(readings))
        return cls(len(readings), known, starts, rows[order], given.astype(np.float32))

    def naming(self, topic: Topic) -> Mask:
        """Tell which rows name a topic: every word of one of its ways, anywhere in the text."""
        found = np.zeros(self.size, dtype=np.bool_)
        for way in topic.ways:
            if all(self._has(key) for key in way):
                found |= np.logical_and.reduce([self._having(key) for key in way])
        return found

    def about(self, topic: Topic) -> Doubles:
        """Return how much each row is about a topic, from 0 to 1.

        BM25 gives a word less than its weight, and the more of it the more often it stands there:
        about 0.4 for one mention in a text of usual length, 0.7 for the title, counted thrice.
        """
        values = np.zeros(self.size)
        for way in topic.ways:
            np.maximum(values, self._about(sorted(way)), out=values)
        return values

    def worded(self, topic: Topic) -> Worded:
        """Return where a topic is named, as `about` does, without the rows that are not."""
        values = self.about(topic)
        rows = np.flatnonzero(values)
        return Worded(rows, values[rows])

    def _about(self, way: Sequence[str]) -> Doubles:
        matched, given = np.zeros(self.size), np.zeros(self.size)
        for key in way:
            rows = self._slice(key)
            matched[self.rows[rows]] += self._weight(key)
            given[self.rows[rows]] += self.given[rows]
        whole = sum(self._weight(key) for key in way)
        # Half of the words is much less than half of the topic: the two shares multiply.
        return np.minimum(1.0, (given / whole) * (matched / whole))

    def _having(self, key: str) -> Mask:
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[self.rows[self._slice(key)]] = True
        return mask

    def _has(self, key: str) -> bool:
        found = self._slice(key)
        return bool(found.stop > found.start)

    def _slice(self, key: str) -> slice:
        number = np.uint64(hashed(key))
        term = int(np.searchsorted(self.keys, number))
        if term == len(self.keys) or self.keys[term] != number:
            return slice(0, 0)
        return slice(int(self.starts[term]), int(self.starts[term + 1]))

    def _weight(self, key: str) -> float:
        found = self._slice(key)
        frequency = found.stop - found.start
        return float(np.log1p((self.size - frequency + 0.5) / (frequency + 0.5)))


def _joined(parts: Sequence[npt.NDArray[np.generic]], kind: type[np.generic]) -> npt.NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def _given(counts: Floats, rows: Rows, size: int) -> Doubles:
    """Return how much of a word's weight each mention earns, from how often it stands there."""
    lengths = np.bincount(rows, counts, minlength=size)
    usual = lengths.mean() if size else 0.0
    fullness = (_SATURATION * (1 - _LENGTH + _LENGTH * lengths / max(usual, 1.0)))[rows]
    earned: Doubles = counts / (fullness + counts)
    return earned


def _rarity(starts: Rows, size: int) -> Doubles:
    """Return the weight of each posting's word: the rarer the more."""
    frequency = np.diff(starts)
    weights: Doubles = np.log1p((size - frequency + 0.5) / (frequency + 0.5))
    return np.repeat(weights, frequency)
