"""Exact search in memory: every vector compared, nothing missed, nothing on disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from domain.ports import Hit
from recommender.vectors import Floats, Rows, best, unpack


@dataclass(frozen=True, slots=True)
class _Held:
    ids: tuple[str, ...]
    rows: Mapping[str, int]
    matrix: Floats


class ExactIndex:
    """Compare with every vector; a vector of zeros is like nothing and never found."""

    def __init__(self, dimension: int) -> None:
        self._dimension = dimension
        self._held = _Held((), MappingProxyType({}), np.zeros((0, dimension), np.float32))

    def reconcile(self, vectors: Mapping[str, bytes]) -> None:
        """Hold exactly these vectors."""
        ids = sorted(vectors)
        matrix = unpack([vectors[content_id] for content_id in ids], self._dimension)
        kept = np.flatnonzero(matrix.any(axis=1))
        names = tuple(ids[row] for row in kept)
        rows = MappingProxyType({name: row for row, name in enumerate(names)})
        # One assignment: a search that runs meanwhile sees all of the old or all of the new.
        self._held = _Held(names, rows, matrix[kept])

    def search(self, query: bytes, k: int, *, among: frozenset[str] | None = None) -> list[Hit]:
        """Return the k nearest items, nearest first; only those in `among` when given."""
        held = self._held
        (asked,) = unpack([query], self._dimension)
        if k < 1 or not asked.any():
            return []
        rows = _chosen(held, among)
        similarities = (held.matrix @ asked)[rows].astype(np.float64)
        # Ties keep the order of the ids: the answer does not depend on the order of loading.
        return [
            Hit(held.ids[rows[place]], float(similarities[place]))
            for place in best(similarities, k)
        ]


def _chosen(held: _Held, among: frozenset[str] | None) -> Rows:
    if among is None:
        return np.arange(len(held.ids))
    found = (held.rows[name] for name in among if name in held.rows)
    return np.sort(np.fromiter(found, dtype=np.intp))
