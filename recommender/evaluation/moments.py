"""What can be said, at a moment, for each live item to each person: named features that add up."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse

from recommender.collective.counts import LEAST_PEOPLE
from recommender.collective.weights import ItemWeights
from recommender.evaluation.log import Past
from recommender.evaluation.peers import People
from recommender.vectors import Doubles, Floats

# In days: what is read this hour, today, this week, this month.
HALF_LIVES: Final = (1 / 24, 1 / 8, 1 / 4, 1 / 2, 1.0, 3.0, 7.0, 30.0)
FEATURES: Final = (
    *(f"chosen lately, half-life {days * 24:g} h" for days in HALF_LIVES),
    "share of its choices of one day",
    "age",
    "follows from choices of two weeks",
    "follows from choices of two days",
    "follows from all choices",
    "follows most of all",
    "titles alike",
    "of the age this person reads",
)
# A quarter of an hour: the age of what has only just appeared.
_NEW: Final = 0.01
_RECENT: Final = (14.0, 2.0, np.inf)


@dataclass(frozen=True, slots=True)
class Moment:
    """A past, and what was learned from it; `least` hides counts of fewer people."""

    past: Past
    weights: ItemWeights
    titles: Doubles
    least: int = 1

    def features(self, people: People) -> Floats:
        """Return people × items × FEATURES."""
        shared = np.stack([*self._popular(), self._age()], axis=-1)
        own = np.stack([*self._following(people), self._alike(people), self._apt(people)], axis=-1)
        wide = np.broadcast_to(shared, (len(people), *shared.shape))
        return np.concatenate([wide, own], axis=-1).astype(np.float32)

    def _popular(self) -> list[Doubles]:
        where = self.past.days.tocoo()
        size = self.past.chosen.shape[1]
        counts = np.bincount(where.col, minlength=size)
        known = counts >= self.least
        since = self.past.now - where.data
        lately = [
            np.bincount(where.col, 0.5 ** (since / half), minlength=size) * known
            for half in HALF_LIVES
        ]
        share = lately[HALF_LIVES.index(1.0)] / (counts + LEAST_PEOPLE)
        return [*map(np.log1p, lately), share]

    def _age(self) -> Doubles:
        age: Doubles = np.log(self.past.now - self.past.first_seen + _NEW)
        return age

    def _following(self, people: People) -> list[Doubles]:
        said = []
        for half_life in _RECENT:
            marks = faded(self.past, half_life)[people]
            spread = np.sqrt(np.asarray(marks.sum(axis=1)) + 1.0)
            said.append(np.asarray(marks @ self.weights.weights) / spread)
        most = said[0] / np.maximum(said[0].max(axis=1, keepdims=True), 1e-9)
        return [*said, most]

    def _alike(self, people: People) -> Doubles:
        marks = faded(self.past, _RECENT[0])[people]
        whole = np.maximum(np.asarray(marks.sum(axis=1)), 1.0)
        alike: Doubles = np.asarray(marks @ self.titles) / whole
        return alike

    def _apt(self, people: People) -> Doubles:
        where = self.past.days.tocoo()
        read_at = np.log(np.maximum(where.data - self.past.first_seen[where.col], 0.0) + _NEW)
        size = self.past.chosen.shape[0]
        counts = np.bincount(where.row, minlength=size)
        sums = np.bincount(where.row, read_at, minlength=size)
        usual = read_at.mean() if len(read_at) else 0.0
        own = (sums + LEAST_PEOPLE * usual) / (counts + LEAST_PEOPLE)
        apt: Doubles = -((self._age()[None, :] - own[people][:, None]) ** 2)
        return apt


def faded(past: Past, half_life: float) -> sparse.csr_matrix:
    """Return choices as 1, halved after each half-life (days)."""
    marks = past.days.astype(np.float64).copy()
    marks.data = 0.5 ** ((past.now - marks.data) / half_life)
    return marks
