"""Search among a million: the directions in which texts differ most, as bytes, then more in full.

A quarter of the directions tell nearly all that tells contents apart. What is found by them is
ten or a hundred times what was asked for, and compared by all its values. It may miss one; how
seldom, `make bench` prints.
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from recommender.adapters.codes import Bytes, spread
from recommender.vectors import Floats, Halves, Mask, Rows, best

_WIDTH: Final = 256
_BLOCK: Final = 16_384
_SAMPLE: Final = 20_000
_COMPARED: Final = 1_000
_LOOK: Final = 10


@dataclass(frozen=True, slots=True)
class Narrow:
    """Finds nearly always the nearest rows of a matrix, which may be of half width."""

    matrix: Floats | Halves
    directions: Floats
    coded: Bytes

    @classmethod
    def of(cls, matrix: Floats | Halves) -> Self:
        """Learn the directions from a sample, and round what rows are in them."""
        sample = matrix[spread(len(matrix), _SAMPLE)].astype(np.float32)
        centre = sample.mean(axis=0)
        directions = _principal(sample - centre)
        blocks = (
            (matrix[start : start + _BLOCK].astype(np.float32) - centre) @ directions
            for start in range(0, len(matrix), _BLOCK)
        )
        return cls(matrix, directions, Bytes.of(blocks, (sample - centre) @ directions))

    def nearest(self, asked: Floats, k: int, allowed: Mask) -> Rows:
        """Return the k allowed rows nearest to a vector, nearest first; of two equals the first."""
        most = int(np.count_nonzero(allowed))
        looked = max(_COMPARED, _LOOK * k)
        rows = np.flatnonzero(allowed)
        if looked < most:
            found, _, _ = self.coded.likely(asked @ self.directions, looked, allowed, most)
            rows = np.sort(found)
        return rows[best(self.matrix[rows].astype(np.float32) @ asked, k)]


def _principal(centred: Floats) -> Floats:
    _, directions = np.linalg.eigh(centred.T @ centred)
    # The values ascend: the last directions are those of the most variance.
    widest: Floats = np.ascontiguousarray(directions[:, -_WIDTH:], dtype=np.float32)
    return widest
