"""What is usual in a language, against which the traces of one hand stand out.

Each trace is read as its distance from the usual, in spreads (Burrows's Delta), and two texts
are compared by the angle between them (Smith and Aldridge 2011; Evert et al. 2017).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from personalizer.stylometry.traces import READ, Traces, traces_of, words_of

Vector = npt.NDArray[np.float64]

VIEWS: Final = ("counts", "masked", "marks", "words")
_COMMON_WORDS: Final = 400
_MOST: Final = {"masked": 1_500, "marks": 300, "words": 3_000}
_CLIPPED: Final = 3.0
_LEAST_TEXTS: Final = 2


@dataclass(frozen=True, slots=True)
class View:
    """One kind of trace: its names, the middle and the spread of each."""

    names: tuple[str, ...]
    middle: Vector
    spread: Vector

    @classmethod
    def of(cls, names: Sequence[str], rows: Sequence[Vector]) -> Self:
        """Return the view that so many texts show."""
        table = np.array(rows)
        spread = table.std(axis=0)
        return cls(tuple(names), table.mean(axis=0), np.where(spread > 0, spread, 1.0))

    def standing(self, row: Vector) -> Vector:
        """Return the direction in which a text stands from the usual, of length 1."""
        return _unit(np.clip((row - self.middle) / self.spread, -_CLIPPED, _CLIPPED))


@dataclass(frozen=True, slots=True)
class Background:
    """What is usual in one language; the views stand in the order of `VIEWS`.

    In the view of words, `middle` is nothing and `spread` the rarity they are divided by.
    """

    common: frozenset[str]
    views: tuple[View, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Return what is usual in these texts; they should be of many hands.

        Raises ValueError without any text.
        """
        if not texts:
            raise ValueError("a background needs texts")
        common = _common(texts)
        traces = [traces_of(text, common) for text in texts]
        counts = [np.array(each.counts) for each in traces]
        names = [f"count {number}" for number in range(len(counts[0]))]
        masked, marks = (_view_of_runs(name, traces) for name in ("masked", "marks"))
        return cls(common, (View.of(names, counts), masked, marks, _view_of_words(traces)))

    def read(self, text: str) -> tuple[Vector, ...]:
        """Return where a text stands in each view."""
        traces = traces_of(text, self.common)
        counts, masked, marks, words = self.views
        return (
            counts.standing(np.array(traces.counts)),
            masked.standing(_shares(traces.masked, masked.names)),
            marks.standing(_shares(traces.marks, marks.names)),
            _unit(_weights(traces.words, words.names) / words.spread),
        )


def _common(texts: Sequence[str]) -> frozenset[str]:
    held = Counter(word for text in texts for word in words_of(text[:READ]))
    return frozenset(_first(held, _COMMON_WORDS))


def _first(held: Counter[str], most: int) -> list[str]:
    """Return the names most texts hold; a tie is settled by the alphabet, not by the texts."""
    return sorted(held, key=lambda name: (-held[name], name))[:most]


def _names(name: str, traces: Iterable[Traces]) -> list[str]:
    held = Counter(each for one in traces for each in getattr(one, name))
    repeated = Counter({each: texts for each, texts in held.items() if texts >= _LEAST_TEXTS})
    return _first(repeated or held, _MOST[name])


def _view_of_runs(name: str, traces: Sequence[Traces]) -> View:
    names = _names(name, traces)
    return View.of(names, [_shares(getattr(one, name), names) for one in traces])


def _view_of_words(traces: Sequence[Traces]) -> View:
    names = _names("words", traces)
    held = np.array([sum(word in one.words for one in traces) for word in names])
    rarity = 1 + np.log((1 + len(traces)) / (1 + held))
    return View(tuple(names), np.zeros(len(names)), 1 / rarity)


def _shares(found: Counter[str], names: Sequence[str]) -> Vector:
    # The root keeps a few very common runs from outweighing all others.
    return np.sqrt(_counted(found, names) / max(1, found.total()))


def _weights(found: Counter[str], names: Sequence[str]) -> Vector:
    counted = _counted(found, names)
    return np.where(counted > 0, 1 + np.log(np.maximum(counted, 1)), 0.0)


def _counted(found: Counter[str], names: Sequence[str]) -> Vector:
    return np.fromiter(map(found.get, names, repeat(0.0)), dtype=float, count=len(names))


def _unit(row: Vector) -> Vector:
    return row / max(float(np.linalg.norm(row)), 1e-9)
