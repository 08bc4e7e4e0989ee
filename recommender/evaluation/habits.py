"""What somebody's own visits say of each live item: how new it is to them, and what they like."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from recommender.collective.counts import LEAST_PEOPLE
from recommender.evaluation.crowd import NEW, age_of
from recommender.evaluation.log import Past
from recommender.evaluation.peers import People
from recommender.vectors import Doubles

# Whoever has not come for so long may have missed everything, in days.
_LONG: Final = 60.0
_LATELY: Final = 14.0
# What somebody does who did nothing yet is what everybody does, as if three choices said so.
_USUAL: Final = 3.0


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of people over one past."""

    past: Past
    people: People

    def told(self) -> Iterator[tuple[str, Doubles]]:
        """Yield people × items, each feature by its name."""
        gap, age = self._gap(), self.past.now - self.past.first_seen
        yield "of the age this person reads", self._apt()
        yield "as well known as what this person reads", self._mainstream()
        yield "chosen since this person came", self._since(gap)
        yield "new since this person came", (age[None, :] < gap[:, None]).astype(np.float64)
        ratio = np.log(age[None, :] / (gap[:, None] + NEW) + NEW)
        yield "its age beside this person's absence", np.clip(ratio, -4.0, 4.0)
        yield "visits that passed it by", np.log1p(self._passed(age))

    def _gap(self) -> Doubles:
        last = self.past.last_seen()[self.people]
        return np.where(np.isfinite(last), self.past.now - last, _LONG)

    def _apt(self) -> Doubles:
        choices, size = self.past.choices(), self.past.chosen.shape[0]
        passed = choices.day - self.past.first_seen[choices.item]
        read_at = np.log(np.maximum(passed, 0.0) + NEW)
        counts = np.bincount(choices.person, minlength=size)
        sums = np.bincount(choices.person, read_at, minlength=size)
        usual = read_at.mean() if len(read_at) else 0.0
        own = (sums + LEAST_PEOPLE * usual) / (counts + LEAST_PEOPLE)
        apt: Doubles = -((age_of(self.past)[None, :] - own[self.people][:, None]) ** 2)
        return apt

    def _mainstream(self) -> Doubles:
        known = np.log1p(np.asarray((self.past.chosen > 0).sum(axis=0)).ravel())
        marks = (self.past.chosen[self.people] > 0).astype(np.float64)
        counts = np.asarray(marks.sum(axis=1)).ravel()
        own = (np.asarray(marks @ known) + _USUAL * known.mean()) / (counts + _USUAL)
        apt: Doubles = -((known[None, :] - own[:, None]) ** 2)
        return apt

    def _since(self, gap: Doubles) -> Doubles:
        choices = self.past.choices()
        recent = choices.day > self.past.now - _LATELY
        item, day = choices.item[recent], choices.day[recent]
        worth = 0.5 ** (self.past.now - day)
        size = self.past.chosen.shape[1]
        rows = [
            np.bincount(item[news], worth[news], minlength=size)
            for news in (day > self.past.now - away for away in gap)
        ]
        return np.log1p(np.stack(rows))

    def _passed(self, age: Doubles) -> Doubles:
        """Return on how many days each person came and did not choose what was there."""
        seen = self.past.seen
        ago = (self.past.now - seen.day).astype(np.intp)
        rows = [
            np.searchsorted(np.unique(ago[seen.person == person]).astype(np.float64), age)
            for person in self.people
        ]
        return np.stack(rows).astype(np.float64)
