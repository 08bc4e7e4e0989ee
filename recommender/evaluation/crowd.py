"""What everybody together says of each live item at a moment: a value an item, nobody in it.

Counts of recent choices are what popularity is. Beside them stands how many could have chosen an
item since it appeared: three of four people who were there say more than thirty of a thousand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from recommender.collective.counts import LEAST_PEOPLE
from recommender.evaluation.log import Past
from recommender.vectors import Doubles, Mask, Rows

# In days: what is read this hour, today, this week, this month.
HALF_LIVES: Final = (1 / 24, 1 / 8, 1 / 4, 1 / 2, 1.0, 3.0, 7.0, 30.0)
# A quarter of an hour: the age of what has only just appeared.
NEW: Final = 0.01
_WINDOWS: Final = (0.5, 1.0, 3.0)
_FIRST_HOURS: Final = (0.25, 1.0)
_NEWCOMERS: Final = (0.5, 3.0)
_FIRST_CHOICES: Final = 5
# Nobody chose it, and nobody was there: as if one in ten had.
_PRIOR: Final = (1.0, 10.0)
_MANY_DAYS: Final = 400


@dataclass(frozen=True, slots=True)
class Crowd:
    """Counts over one past; those of fewer people than `least` are not known."""

    past: Past
    least: int = 1

    def told(self) -> Iterator[tuple[str, Doubles]]:
        """Yield each feature by its name."""
        choices = self.past.choices()
        counts = self._counted(choices.item, np.ones(len(choices.item)))
        known = counts >= self.least
        since = self.past.now - choices.day
        for half in HALF_LIVES:
            lately = self._counted(choices.item, 0.5 ** (since / half)) * known
            yield f"chosen lately, half-life {half * 24:g} h", np.log1p(lately)
        today = self._counted(choices.item, 0.5**since) * known
        yield "share of its choices of one day", today / (counts + LEAST_PEOPLE)
        yield "age", age_of(self.past)
        last = np.full(len(counts), -np.inf)
        np.maximum.at(last, choices.item, choices.day)
        yield "last chosen", np.log(self.past.now - np.where(known, last, 0.0) + 2 * NEW)
        yield from self._rates(choices.item, choices.day, counts * known, known)
        yield from self._beginnings(choices.item, choices.day, known)

    def _rates(
        self, item: Rows, day: Doubles, counts: Doubles, known: Mask
    ) -> Iterator[tuple[str, Doubles]]:
        came = self.past.last_seen()
        came = np.sort(came[np.isfinite(came)])
        there = len(came) - np.searchsorted(came, self.past.first_seen)
        yield "share of those there since", np.log((counts + _PRIOR[0]) / (there + _PRIOR[1]))
        for window in _WINDOWS:
            begins = self.past.now - window
            lately = self._counted(item, day > begins) * known
            present = np.minimum(there, (came > begins).sum())
            share = np.log((lately + _PRIOR[0] / 2) / (present + _PRIOR[1]))
            yield f"share of those there, {window * 24:g} h", share
        person_days = self._person_days()
        yield "choices per visit of a day", np.log((counts + 1.0) / (person_days + 20.0))

    def _beginnings(self, item: Rows, day: Doubles, known: Mask) -> Iterator[tuple[str, Doubles]]:
        age = day - self.past.first_seen[item]
        for hours in _FIRST_HOURS:
            early = self._counted(item, age < hours) * known
            yield f"chosen in its first {hours * 24:g} h", np.log1p(early)

    def newcomers(self) -> Iterator[tuple[str, Doubles]]:
        """Yield what people choose who have only begun, and how strongly people chose."""
        choices = self.past.choices()
        order = np.lexsort((choices.day, choices.person))
        starts = np.searchsorted(choices.person[order], np.arange(self.past.chosen.shape[0]))
        number = np.empty(len(order), np.intp)
        number[order] = np.arange(len(order)) - starts[choices.person[order]]
        for half in _NEWCOMERS:
            fresh = 0.5 ** ((self.past.now - choices.day) / half) * (number < _FIRST_CHOICES)
            counted = np.log1p(self._counted(choices.item, fresh))
            yield f"chosen by newcomers, half-life {half * 24:g} h", counted
        seen = self.past.seen
        faded = 0.5 ** ((self.past.now - seen.day) / 0.5)
        yield "opened lately", np.log1p(self._counted(seen.item, faded))
        strongly = 0.5 ** (self.past.now - seen.day) * (seen.strength - 1.0)
        yield "chosen strongly lately", np.log1p(self._counted(seen.item, strongly))

    def _person_days(self) -> Doubles:
        """Return, per item, on how many days people were there since it appeared, all together."""
        ago = np.minimum((self.past.now - self.past.seen.day).astype(np.intp), _MANY_DAYS - 1)
        visits = np.unique(np.stack([self.past.seen.person, ago], axis=1), axis=0)[:, 1]
        together: Doubles = np.cumsum(np.bincount(visits, minlength=_MANY_DAYS).astype(np.float64))
        age = (self.past.now - self.past.first_seen).astype(np.intp)
        days: Doubles = together[np.clip(age, 0, _MANY_DAYS - 1)]
        return days

    def _counted(self, item: Rows, worth: Doubles | np.ndarray) -> Doubles:
        size = self.past.chosen.shape[1]
        counted: Doubles = np.bincount(item, np.asarray(worth, np.float64), size).astype(np.float64)
        return counted


def age_of(past: Past) -> Doubles:
    """Return how old items are, in the logarithm of days."""
    age: Doubles = np.log(past.now - past.first_seen + NEW)
    return age
