"""Weights from item to item: what having chosen one content says of wanting another.

EASE (Steck, Embarrassingly Shallow Autoencoders for Sparse Data, 2019) with what the contents
have in common joined to the counts, as if so many people more had chosen both. That is what lets
a content that hardly anybody chose yet be near another. Only the weights are published: they
have a row and a column per item, and no person.
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from scipy import sparse

from recommender.collective.counts import co_choices, shared_attention
from recommender.collective.likeness import by_time, by_title
from recommender.vectors import Doubles

# An additive hint that more people chose an item: between equals, the better known.
_KNOWN: Final = 0.01
_DAMPING: Final = 0.35


@dataclass(frozen=True, slots=True)
class Contents:
    """What is known of contents without anybody's choice: `titles` and `days` likeness."""

    titles: Doubles
    days: Doubles

    @classmethod
    def of(cls, titles: Doubles, first_seen: Doubles) -> Self:
        """Take the likeness of titles as it is, and compute that of days."""
        return cls(titles, by_time(first_seen))

    @classmethod
    def read(cls, titles: list[str], first_seen: Doubles) -> Self:
        """Compute both kinds of likeness; `first_seen` in days, nan where it is not known."""
        return cls.of(by_title(titles), first_seen)


@dataclass(frozen=True, slots=True)
class ItemWeights:
    """`weights[i, j]`: what choosing i says for j; `known[j]`: what being known says for j."""

    weights: Doubles
    known: Doubles

    @classmethod
    def private(cls, chosen: sparse.csr_matrix, contents: Contents) -> Self:
        """Learn from counts of at least five people alone: the default."""
        counts = co_choices(chosen)
        known = _KNOWN * np.log1p(counts.diagonal())
        gram = counts + 20.0 * contents.titles + 5.0 * contents.days
        return cls(solved(gram, ridge=400.0), known)

    @classmethod
    def collective(cls, chosen: sparse.csr_matrix, contents: Contents) -> Self:
        """Learn from everything that people who switched it on chose."""
        shared = shared_attention(chosen, damping=_DAMPING)
        known = _KNOWN * np.log1p(np.asarray((chosen > 0).sum(axis=0)).ravel())
        gram = shared + 6.0 * contents.titles + 2.0 * contents.days
        return cls(solved(gram, ridge=60.0), known)

    def scores(self, chosen: sparse.csr_matrix) -> Doubles:
        """Return what the choices of each person (a row) say for each item."""
        said: Doubles = np.asarray(chosen @ self.weights) + self.known
        return said


def solved(gram: Doubles, *, ridge: float) -> Doubles:
    """Solve for the weights that rebuild each item from the others, none from itself."""
    damped = gram.astype(np.float32)
    damped[np.diag_indices_from(damped)] += ridge
    inverse = np.linalg.inv(damped)
    weights: Doubles = (-inverse / inverse.diagonal()).astype(np.float64)
    weights[np.diag_indices_from(weights)] = 0.0
    return weights
