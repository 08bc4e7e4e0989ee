"""Which few hundred items are worth ranking: several lists of candidates, fused by rank."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.errors import IndexUnavailable
from domain.ports import VectorIndex
from recommender.factors import OBJECTIVE_TABLE, TYPE_TABLE, Request
from recommender.nearest import EXACT_UP_TO
from recommender.snapshot import Instants, Snapshot
from recommender.vectors import Doubles, Floats, Mask, Rows, best

_POOL: Final = 300
_DEPTH: Final = 100
# Cormack, Clarke and Büttcher, Reciprocal Rank Fusion, 2009: 60 keeps one list from ruling.
_FUSION: Final = 60


@dataclass(frozen=True, slots=True)
class Retriever:
    """Finds candidates in one snapshot.

    Up to `exact_up_to` items every vector is compared. Beyond, the index is asked, when there is
    one; it holds the same vectors.
    """

    snapshot: Snapshot
    index: VectorIndex | None = None
    exact_up_to: int = EXACT_UP_TO

    def candidates(self, allowed: Mask, request: Request, *, k: int) -> Rows:
        """Return the rows to rank, in the order of the catalogue, allowed ones only.

        They are all that is allowed, or at least 300 and three times k.
        """
        pool = max(_POOL, 3 * k)
        rows = np.flatnonzero(allowed)
        if len(rows) <= pool:
            return rows
        fused = np.zeros(self.snapshot.size)
        for found in self._lists(rows, allowed, request):
            fused[found] += 1.0 / (_FUSION + 1 + np.arange(len(found)))
        newest = _first(self.snapshot.newest, allowed, pool)
        fused[newest] += 1.0 / (_FUSION + 1 + np.arange(len(newest)))
        # The newest alone fill the pool, so what is on no list is not among the best.
        return np.sort(_best(fused, np.flatnonzero(fused), pool))

    def _lists(self, rows: Rows, allowed: Mask, request: Request) -> Iterator[Rows]:
        interests = request.interests
        for centre, near in (
            (interests.topics_centre, interests.near),
            (interests.posts_centre, None),
        ):
            if centre is not None:
                yield self._near(centre, allowed, near)
        for words in interests.worded:
            named = words.among(allowed)
            yield named.rows[best(named.values, _DEPTH)]
        if request.follows:
            names = sorted(request.follows, key=lambda name: -request.follows[name])
            known = (self.snapshot.rows.get(name) for name in names)
            found = np.array([row for row in known if row is not None], dtype=np.intp)
            yield found[allowed[found]][:_DEPTH]
        for shares, table in (
            (interests.mix, TYPE_TABLE),
            (request.objective, OBJECTIVE_TABLE),
        ):
            if shares.any():
                yield self._fitting(shares @ table, rows, allowed, is_one=shares.max() == 1.0)

    def _fitting(self, fit: Doubles, rows: Rows, allowed: Mask, *, is_one: bool) -> Rows:
        """Return the rows whose kinds fit best; the order of one type or objective is kept."""
        if not is_one:
            return _best(self.snapshot.kinds @ fit, rows, _DEPTH)
        name = fit.tobytes()
        order = self.snapshot.orders.get(name)
        if order is None:
            order = np.argsort(-(self.snapshot.kinds @ fit), kind="stable")
            self.snapshot.orders[name] = order
        return _first(order, allowed, _DEPTH)

    def _near(self, centre: Floats, allowed: Mask, near: Sequence[Floats] | None) -> Rows:
        """Return the allowed rows nearest to a centre, of whose parts `near` may tell already."""
        if self.index is not None and self.snapshot.size > self.exact_up_to:
            found = self._searched(self.index, centre)
            kept = found[allowed[found]]
            # Where the index fails, or finds mostly what is not allowed, the snapshot's own
            # vectors answer: slower on a very large catalogue, never wrong.
            if len(kept) >= _DEPTH / 2:
                return kept
        if near:
            return _best(np.sum(near, axis=0), np.flatnonzero(allowed), _DEPTH)
        return self.snapshot.near.nearest(centre, _DEPTH, allowed)

    def _searched(self, index: VectorIndex, centre: Floats) -> Rows:
        with suppress(IndexUnavailable):
            hits = index.search(centre.tobytes(), _DEPTH)
            found = (self.snapshot.rows.get(hit.content_id) for hit in hits)
            return np.array([row for row in found if row is not None], dtype=np.intp)
        return np.zeros(0, dtype=np.intp)


def _first(order: Rows, allowed: Mask, count: int) -> Rows:
    """Return the first allowed rows of an order, looking no further than is needed."""
    looked = 2 * count
    while looked < len(order):
        found = order[:looked]
        found = found[allowed[found]]
        if len(found) >= count:
            return found[:count]
        looked *= 4
    return order[allowed[order]][:count]


def _best(values: Doubles | Floats | Instants, rows: Rows, k: int) -> Rows:
    return rows[best(values[rows], k)]
