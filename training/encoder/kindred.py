"""Which seldom words mean nearly the same: spherical k-means over what the teacher says of them."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

_TURNS: Final = 12
# Words compared with every centre at once: what a few megabytes hold.
_BLOCK: Final = 2_048

Vectors = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]


def summed(groups: Places, vectors: Sequence[Vectors | None], shares: Sequence[float]) -> Vectors:
    """Return the direction of each group of words, zeros where none of its words has any.

    The more frequent word counts more, but not by as much as it is more frequent.
    """
    size = max((len(one) for one in vectors if one is not None), default=1)
    directions = np.zeros((int(groups.max(initial=-1)) + 1, size), dtype=np.float32)
    for group, vector, share in zip(groups, vectors, shares, strict=True):
        if vector is not None:
            directions[group] += vector * np.float32(share**0.5)
    return unit(directions)


def kindred(vectors: Vectors, counts: npt.NDArray[np.float64], size: int, *, seed: int) -> Places:
    """Return which of so many clusters each vector is in; `counts` is how much each pulls."""
    if len(vectors) <= size:
        return np.arange(len(vectors), dtype=np.intp)
    chosen = np.random.default_rng(seed).choice(len(vectors), size, replace=False)
    centres = vectors[np.sort(chosen)]
    weighed = vectors * counts[:, None].astype(np.float32)
    for _ in range(_TURNS):
        places = _nearest(vectors, centres)
        gathered = np.zeros_like(centres)
        np.add.at(gathered, places, weighed)
        # A centre that nobody is nearest to stays where it is.
        centres = np.where(gathered.any(axis=1, keepdims=True), unit(gathered), centres)
    return places


def unit(table: Vectors) -> Vectors:
    """Bring every row to length one; zeros stay zeros."""
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    found: Vectors = np.divide(table, lengths, out=np.zeros_like(table), where=lengths > 0)
    return found


def _nearest(vectors: Vectors, centres: Vectors) -> Places:
    starts = range(0, len(vectors), _BLOCK)
    return np.concatenate(
        [(vectors[start : start + _BLOCK] @ centres.T).argmax(axis=1) for start in starts]
    )
