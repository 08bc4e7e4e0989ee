"""What people of the same taste chose: for people who let the organisation learn from that."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse

from recommender.evaluation.log import Past
from recommender.evaluation.peers import People
from recommender.vectors import Doubles, Rows

_HALF_LIVES: Final = (2.0, 14.0)
_NEAREST: Final = 60
_STEADY: Final = 10.0
_TASTE: Final = 60.0
_TINY: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Likeness of people over one past, and who brings items in."""

    past: Past
    people: People

    def told(self) -> Iterator[tuple[str, Doubles]]:
        """Yield people × items, each feature by its name."""
        marks = (self.past.chosen > 0).astype(np.float64)
        sizes = np.maximum(np.asarray(marks.sum(axis=1)).ravel(), 1.0)
        alike = self._alike(marks, sizes, np.ones(marks.shape[1]))
        where = self.past.days.tocoo()
        for half in _HALF_LIVES:
            faded = 0.5 ** ((self.past.now - where.data) / half)
            recent = sparse.csr_matrix((faded, (where.row, where.col)), marks.shape)
            yield (
                f"chosen by people alike, half-life {half:g} d",
                np.asarray((recent.T @ alike.T).T),
            )
        yield from self._shares(marks, sizes)
        yield "co-chosen, by the cosine", self._cosine(marks)
        yield from self._bringers(marks)

    def _alike(self, marks: sparse.csr_matrix, sizes: Doubles, worth: Doubles) -> Doubles:
        mine = marks[self.people]
        common = np.asarray((mine.multiply(worth) @ marks.T).todense())
        spread = np.sqrt(sizes[self.people][:, None] * sizes[None, :] + _STEADY)
        alike: Doubles = common / spread
        alike[np.arange(len(self.people)), self.people] = 0.0
        return alike

    def _shares(self, marks: sparse.csr_matrix, sizes: Doubles) -> Iterator[tuple[str, Doubles]]:
        rarity = 1.0 / np.log1p(np.asarray(marks.sum(axis=0)).ravel() + 1.0)
        alike = self._alike(marks, sizes, rarity)
        order = np.argsort(-self.past.last_seen(), kind="stable")
        there = np.searchsorted(
            -self.past.last_seen()[order], -self.past.first_seen, side="right"
        ).astype(np.intp)
        yield "share of people alike", _share(marks, alike, order, there)
        least = np.sort(alike, axis=1)[:, -min(_NEAREST, alike.shape[1])]
        nearest = np.where(alike >= least[:, None], alike, 0.0)
        yield "share of the nearest people", _share(marks, nearest, order, there)

    def _cosine(self, marks: sparse.csr_matrix) -> Doubles:
        counts = np.asarray(marks.sum(axis=0)).ravel()
        even = sparse.diags(1.0 / np.sqrt(counts + 3.0))
        together = (marks.T @ marks).tolil()
        together.setdiag(0.0)
        taste = self.past.days[self.people].copy()
        taste.data = 0.5 ** ((self.past.now - taste.data) / _TASTE)
        spread = np.sqrt(np.asarray(taste.sum(axis=1)) + 1.0)
        said: Doubles = np.asarray((taste @ (even @ together.tocsr() @ even)).todense()) / spread
        return said

    def _bringers(self, marks: sparse.csr_matrix) -> Iterator[tuple[str, Doubles]]:
        """Yield who chose an item first: what they bring in, and how often this person took it."""
        choices = self.past.choices()
        bringer = np.zeros(marks.shape[1], np.intp)
        latest_first = np.argsort(-choices.day, kind="stable")
        bringer[choices.item[latest_first]] = choices.person[latest_first]
        size = marks.shape[0]
        of = sparse.csr_matrix(
            (np.ones(len(bringer)), (np.arange(len(bringer)), bringer)), (len(bringer), size)
        )
        taken = np.asarray((marks[self.people] @ of).todense())
        usual = np.asarray(marks.sum(axis=0) @ of).ravel() / marks.sum()
        counts = np.asarray(marks[self.people].sum(axis=1))
        lift = np.log((taken + 5 * usual + 1e-3) / ((counts + 5) * usual + 1e-3))
        yield "taken from who brought it", np.log1p(taken)[:, bringer]
        yield "taken from them more than usual", lift[:, bringer]
        yield "what they bring is read at once", self._quick(bringer, size)[bringer]

    def _quick(self, bringer: Rows, size: int) -> Doubles:
        choices = self.past.choices()
        early = choices.day - self.past.first_seen[choices.item] < 1.0
        quick = np.bincount(choices.item, early, minlength=len(bringer))
        told = self.past.now - self.past.first_seen > 1.0
        usual = quick[told].mean() if told.any() else 0.0
        sums = np.bincount(bringer[told], quick[told], minlength=size)
        counts = np.bincount(bringer[told], minlength=size)
        brought: Doubles = np.log1p((sums + 3 * usual) / (counts + 3))
        return brought


def _share(marks: sparse.csr_matrix, alike: Doubles, order: Rows, there: Rows) -> Doubles:
    """Return which share of the likeness that was there since an item appeared chose it."""
    summed = np.concatenate([np.zeros((len(alike), 1)), np.cumsum(alike[:, order], axis=1)], axis=1)
    chose = np.asarray((marks.T @ alike.T).T)
    usual = alike.mean(axis=1, keepdims=True)
    share: Doubles = np.log((chose + usual + _TINY) / (summed[:, there] + 20 * usual + 10 * _TINY))
    return share
