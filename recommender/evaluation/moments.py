"""What can be said, at a moment, for each live item to each person: named features that add up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse

from recommender.collective.weights import ItemWeights
from recommender.evaluation.crowd import Crowd
from recommender.evaluation.habits import Habits
from recommender.evaluation.log import Past
from recommender.evaluation.neighbours import Neighbours
from recommender.evaluation.peers import People
from recommender.vectors import Doubles, Floats

# In days; what follows from everything somebody ever chose comes beside.
_RECENT: Final = (14.0, 2.0, np.inf)


@dataclass(frozen=True, slots=True)
class Moment:
    """A past, and what was learned from it.

    `least` hides counts of fewer people. Only of people who let the organisation learn from each
    other (`shares`) is anything said by whom they resemble.
    """

    past: Past
    weights: ItemWeights
    titles: Doubles
    least: int = 1
    shares: bool = True

    def features(self, people: People) -> Floats:
        """Return people × items × features; the first are the popularities of HALF_LIVES."""
        return np.stack(
            [self._wide(values, people) for _, values in self.told(people)],
            axis=-1,
            dtype=np.float32,
        )

    def told(self, people: People) -> Iterator[tuple[str, Doubles]]:
        """Yield each feature by its name, one value an item, or one a person and an item."""
        crowd = Crowd(self.past, self.least)
        yield from crowd.told()
        yield from self._following(people)
        yield "titles alike", self._alike(people)
        yield from Habits(self.past, people).told()
        if self.shares:
            yield from crowd.newcomers()
            yield from Neighbours(self.past, people).told()

    def _wide(self, values: Doubles, people: People) -> Doubles:
        return np.broadcast_to(values, (len(people), self.past.chosen.shape[1]))

    def _following(self, people: People) -> Iterator[tuple[str, Doubles]]:
        said = []
        for half_life in _RECENT:
            marks = faded(self.past, half_life)[people]
            spread = np.sqrt(np.asarray(marks.sum(axis=1)) + 1.0)
            said.append(np.asarray(marks @ self.weights.weights) / spread)
            yield f"follows from choices of {half_life:g} days", said[-1]
        most = said[0] / np.maximum(said[0].max(axis=1, keepdims=True), 1e-9)
        yield "follows most of all", most

    def _alike(self, people: People) -> Doubles:
        marks = faded(self.past, _RECENT[0])[people]
        whole = np.maximum(np.asarray(marks.sum(axis=1)), 1.0)
        alike: Doubles = np.asarray(marks @ self.titles) / whole
        return alike


def faded(past: Past, half_life: float) -> sparse.csr_matrix:
    """Return choices as 1, halved after each half-life (days)."""
    marks = past.days.astype(np.float64).copy()
    marks.data = 0.5 ** ((past.now - marks.data) / half_life)
    return marks
