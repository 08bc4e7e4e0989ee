"""The rows of a matrix nearest to a vector, exactly, among those that are allowed."""

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from recommender.vectors import Floats, Mask, Rows, best

# Fewer rows are compared as soon as their bytes would be read.
_MANY: Final = 5_000


class Nearest(Protocol):
    """Searches the rows of one matrix."""

    def nearest(self, asked: Floats, k: int, allowed: Mask) -> Rows:
        """Return the k allowed rows nearest to a vector, nearest first; of two equals the first."""
        ...


@dataclass(frozen=True, slots=True)
class Compared:
    """Compares with every row."""

    matrix: Floats

    def nearest(self, asked: Floats, k: int, allowed: Mask) -> Rows:
        """Return the k allowed rows nearest to a vector, nearest first; of two equals the first."""
        rows = np.flatnonzero(allowed)
        return rows[best((self.matrix @ asked)[rows], k)]


def nearest_in(matrix: Floats) -> Nearest:
    """Return what searches a matrix fastest."""
    if len(matrix) < _MANY:
        return Compared(matrix)
    from recommender.adapters.codes import Codes  # noqa: PLC0415 - FAISS, where there is much

    return Codes.of(matrix)
