"""How sure a figure is: bootstrap over people, because one person's cases resemble each other."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from recommender.vectors import Doubles

_TIMES: Final = 1_000
_SEED: Final = 11
_BOUNDS: Final = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and where it lies in 95 of 100 draws of other people like these."""

    value: float
    low: float
    high: float


class Bootstrap:
    """Draws people again and again, the same draws for every figure of one evaluation."""

    def __init__(self, person: npt.NDArray[np.intp]) -> None:
        _, self._of = np.unique(person, return_inverse=True)
        self._people = int(self._of.max()) + 1 if len(person) else 0
        draws = np.random.default_rng(_SEED)
        self._drawn = draws.multinomial(
            self._people, np.full(self._people, 1 / max(self._people, 1)), size=_TIMES
        ).astype(np.float64)

    def mean(self, values: Doubles) -> Interval:
        """Return the mean over cases."""
        sums, counts = self._per_person(values)
        drawn = (self._drawn @ sums) / np.maximum(self._drawn @ counts, 1.0)
        return _interval(float(values.mean()), drawn)

    def ratio(self, values: Doubles, others: Doubles) -> Interval:
        """Return how many times the mean of others a mean is."""
        mine, _ = self._per_person(values)
        theirs, _ = self._per_person(others)
        drawn = (self._drawn @ mine) / np.maximum(self._drawn @ theirs, 1e-12)
        return _interval(float(values.mean() / max(others.mean(), 1e-12)), drawn)

    def _per_person(self, values: Doubles) -> tuple[Doubles, Doubles]:
        counts = np.bincount(self._of, minlength=self._people).astype(np.float64)
        sums = np.bincount(self._of, values, minlength=self._people)
        return sums.astype(np.float64), counts


def _interval(value: float, drawn: Doubles) -> Interval:
    low, high = np.quantile(drawn, _BOUNDS)
    return Interval(value, float(low), float(high))
