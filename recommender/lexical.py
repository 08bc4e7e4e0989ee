"""Words in common: BM25 over the catalogue, and which items name a topic at all.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final, Self

import numpy as np

from recommender.subjects import Topic
from recommender.vectors import Doubles, Floats, Mask, Rows
from recommender.words import is_stop

_STOP: Final = -1


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """An inverted index: for each key the rows that have it, and what BM25 gives them for it.

    The rows of term t are `rows[starts[t]:starts[t + 1]]`, what they are given is in `given`.
    """

    size: int
    terms: Mapping[str, int]
    starts: Rows
    rows: Rows
    given: Floats

    @classmethod
    def of(cls, documents: Sequence[Sequence[str]]) -> Self:
        """Index documents given as the keys of their words; stop words are left out."""
        numbers = _Numbers()
        ids = [
            [number for number in map(numbers.__getitem__, document) if number != _STOP]
            for document in documents
        ]
        terms = {key: number for key, number in numbers.items() if number != _STOP}
        return cls(len(ids), terms, *_scored(ids, terms))

    def naming(self, topic: Topic) -> Mask:
        """Tell which rows name a topic: every word of one of its ways, anywhere in the text."""
        found = np.zeros(self.size, dtype=np.bool_)
        for way in topic.ways:
            if all(key in self.terms for key in way):
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

    def _slice(self, key: str) -> slice:
        term = self.terms.get(key)
        return slice(0, 0) if term is None else slice(self.starts[term], self.starts[term + 1])

    def _weight(self, key: str) -> float:
        found = self._slice(key)
        frequency = found.stop - found.start
        return float(np.log1p((self.size - frequency + 0.5) / (frequency + 0.5)))


class _Numbers(dict[str, int]):
    """Numbers terms as they come; no stop word has a number of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._next = count()

    def __missing__(self, key: str) -> int:
        number = self[key] = _STOP if is_stop(key) else next(self._next)
        return number


def _scored(ids: list[list[int]], terms: dict[str, int]) -> tuple[Rows, Rows, Floats]:
    if not terms:
        return np.zeros(1, np.intp), np.zeros(0, np.intp), np.zeros(0, np.float32)
    from bm25s import BM25  # noqa: PLC0415 - loads scipy, which nobody needs to read a profile

    bm25 = BM25(method="lucene")
    bm25.index((ids, terms), create_empty_token=False, show_progress=False)
    scores = bm25.scores
    return scores["indptr"].astype(np.intp), scores["indices"].astype(np.intp), scores["data"]
