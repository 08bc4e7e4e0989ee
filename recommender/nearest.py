"""The rows of a matrix nearest to a vector, among those that are allowed."""

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from recommender.vectors import Floats, Mask, Rows, best

EXACT_UP_TO: Final = 300_000
"""So many rows are compared with every question; beyond, one in a hundred may be missed."""

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


def nearest_in(matrix: Floats, *, many: int = _MANY, exact_up_to: int = EXACT_UP_TO) -> Nearest:
    """Return what searches a matrix fastest: exactly, unless it is too large for that."""
    if len(matrix) < many:
        return Compared(matrix)
    if len(matrix) <= exact_up_to:
        from recommender.adapters.codes import Codes  # noqa: PLC0415 - FAISS, where there is much

        return Codes.of(matrix)
    from recommender.adapters.narrow import Narrow  # noqa: PLC0415 - the same

    return Narrow.of(matrix)
