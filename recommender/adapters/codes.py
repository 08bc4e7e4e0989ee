"""Search that reads bytes: a byte for each value, then the best few in full.

What a comparison costs is the memory it reads. Vectors are centred, turned so that no value stands
out (by a Hadamard transform with random signs) and rounded to bytes, which FAISS compares. Rounding
leads a similarity astray by the sum of many small errors that know nothing of each other; whatever
might be among the nearest within eight times the usual sum is compared again by its own values.
The answer is that of comparing everything, and a test says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, Self

import numpy as np

from recommender.vectors import Floats, Mask, Rows, best

_LEVELS: Final = 127
_BLOCK: Final = 16_384
_SAMPLE: Final = 4_096
# The sample's largest value is hardly the largest; what is larger still is cut.
_ROOM: Final = 1.25
# What single width itself may be wrong by.
_SLACK: Final = 1e-5
_SEED: Final = 11
# The first look is at so many times what is asked for, each further one at more times more.
_FIRST: Final = 2
_LOOK: Final = 4
_FEWEST: Final = 32
# Hoeffding: a sum of independent errors is so many times its usual size less than once in 10**13.
_DEVIATIONS: Final = 8.0
_UNIFORM: Final = 1 / np.sqrt(12)


@dataclass(frozen=True, slots=True)
class Turn:
    """Spreads what stands out in some values of a vector over all; lengths and angles stay."""

    order: Rows
    signs: Floats
    left: Floats
    right: Floats

    @classmethod
    def of(cls, dimension: int) -> Self:
        """Return the same turn for the same dimension, always."""
        chance = np.random.default_rng(_SEED)
        signs = chance.choice(np.array([-1, 1], np.float32), dimension)
        # A transform of 2**n values is one of its rows and one of its columns, as a square or
        # nearly: two small products.
        together = (dimension & -dimension).bit_length() - 1
        left, right = _hadamard(together // 2), _hadamard(together - together // 2)
        return cls(chance.permutation(dimension), signs, left, right)

    def __call__(self, rows: Floats) -> Floats:
        """Return rows turned: a Hadamard transform of as many values at once as is possible."""
        mixed = rows[:, self.order] * self.signs
        squares = mixed.reshape(len(rows), -1, len(self.left), len(self.right))
        turned: Floats = (self.left @ squares @ self.right).reshape(rows.shape)
        return turned


@dataclass(frozen=True, slots=True)
class Bytes:
    """Rows as bytes: a code times `step` is a row, turned and rounded; none is over `reach` long.

    Values too large for a byte are cut, by at most `cut` in the length of a row.
    """

    turn: Turn
    index: Any  # of FAISS, whose types do not know what it accepts from Python
    step: float
    reach: float
    cut: float

    @classmethod
    def of(cls, blocks: Iterable[Floats], sample: Floats) -> Self:
        """Round rows that come in blocks; they are about as large as those of a sample."""
        faiss: Any = import_module("faiss")
        # Requests are many and cores are few: a search takes one thread.
        faiss.omp_set_num_threads(1)
        dimension = sample.shape[1]
        kind = faiss.ScalarQuantizer.QT_8bit_direct_signed
        index = faiss.IndexScalarQuantizer(dimension, kind, faiss.METRIC_INNER_PRODUCT)
        index.train(np.zeros((1, dimension), np.float32))
        turn = Turn.of(dimension)
        step = max(float(np.abs(turn(sample)).max(initial=0.0)) * _ROOM, _SLACK) / _LEVELS
        reach = cut = 0.0
        for block in blocks:
            turned = turn(block) / np.float32(step)
            kept = np.clip(turned, -_LEVELS, _LEVELS)
            index.add(np.rint(kept))
            reach, cut = max(reach, _longest(kept)), max(cut, _longest(turned - kept))
        return cls(turn, index, step, reach * step, cut * step)

    def likely(
        self, asked: Floats, looked: int, allowed: Mask, most: int
    ) -> tuple[Rows, Floats, float]:
        """Return the nearest by their codes, how near, and what two of these may be wrong by.

        Of the rows, `most` are allowed.
        """
        (turned,) = self.turn(asked[None])
        step = max(float(np.abs(turned).max()), _SLACK) / _LEVELS
        code = np.rint(turned / np.float32(step))
        length = float(np.linalg.norm(turned))
        usual = _UNIFORM * float(np.hypot(length * self.step, self.reach * step))
        doubt = _DEVIATIONS * usual + length * self.cut + _SLACK
        near, rows = self._searched(code, looked, allowed, most)
        return rows, near * np.float32(step * self.step), 2 * doubt

    def _searched(self, code: Floats, looked: int, allowed: Mask, most: int) -> tuple[Floats, Rows]:
        if most * _LOOK >= len(allowed):
            # Where much is allowed, looking at all and further costs less than asking each row.
            further = min(looked * len(allowed) // most, len(allowed))
            near, rows = self.index.search(code[None], further)
            kept = allowed[rows[0]]
            return near[0][kept], rows[0][kept]
        faiss: Any = import_module("faiss")
        chosen = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        params = faiss.SearchParameters(sel=chosen)
        near, rows = self.index.search(code[None], min(looked, most), params=params)
        return near[0], rows[0]


@dataclass(frozen=True, slots=True)
class Codes:
    """Finds the nearest rows of a matrix exactly, reading a quarter of its bytes."""

    matrix: Floats
    coded: Bytes

    @classmethod
    def of(cls, matrix: Floats) -> Self:
        """Round every row of a matrix, which is kept and not copied."""
        centre = matrix.mean(axis=0, dtype=np.float64).astype(np.float32)
        blocks = (
            matrix[start : start + _BLOCK] - centre for start in range(0, len(matrix), _BLOCK)
        )
        return cls(matrix, Bytes.of(blocks, matrix[spread(len(matrix), _SAMPLE)] - centre))

    def nearest(self, asked: Floats, k: int, allowed: Mask) -> Rows:
        """Return the k allowed rows nearest to a vector, nearest first; of two equals the first."""
        most = int(np.count_nonzero(allowed))
        looked = _FIRST * max(k, _FEWEST)
        while looked < most:
            rows, near, doubt = self.coded.likely(asked, looked, allowed, most)
            if len(near) > k and near[-1] < near[k - 1] - doubt:
                return self._best(asked, np.sort(rows[near >= near[k - 1] - doubt]), k)
            looked *= _LOOK
        return self._best(asked, np.flatnonzero(allowed), k)

    def _best(self, asked: Floats, rows: Rows, k: int) -> Rows:
        return rows[best(self.matrix[rows] @ asked, k)]


def _hadamard(doublings: int) -> Floats:
    made = np.ones((1, 1), np.float32)
    for _ in range(doublings):
        made = np.kron(np.array([[1, 1], [1, -1]], np.float32), made)
    return made / np.float32(np.sqrt(len(made)))


def spread(size: int, most: int) -> slice:
    """Return a choice of rows, at most so many and spread over all."""
    return slice(0, size, max(1, -(-size // most)))


def _longest(rows: Floats) -> float:
    return float(np.linalg.norm(rows, axis=1).max())
