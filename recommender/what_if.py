"""What would change a rank: one thing at a time is made otherwise, and the list is made again.

Nothing is guessed. Each change is tried on the candidates of the request, through the same
additive score and the same choice of what differs; a list of a few takes a fraction of a
millisecond. Where a catalogue holds more than is ranked, those candidates stand for the whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import numpy as np

from domain.people import ProfileType
from domain.recommendation import Change, Shift
from recommender.diversity import Likeness, Pick, diversify
from recommender.factors import MANY, SEVERAL, TYPE_TABLE, Factors, Request, either, significant
from recommender.kinds import TYPES
from recommender.ranking import Ranking, added_up, saturation
from recommender.shifting import said
from recommender.vectors import Doubles
from recommender.weights import Factor, Weights

# In days, the shortest that does it is told.
_OLDER: Final = (7, 30, 90, 365)
_GONE: Final = 1_000

_Tried = tuple[Change, str | int | None, int | None]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Tries changes on one answer: `picks` is the list as it was given."""

    factors: Factors
    request: Request
    ranking: Ranking
    weights: Weights
    likeness: Likeness
    picks: list[Pick]
    _lists: dict[tuple[Change, str | int], list[int]] = field(default_factory=dict)

    def shift(self, rank: int) -> Shift:
        """Return what would move the item of a rank (from 0): out of the list, else the furthest.

        Changes are tried in the order of what the item owes to them.
        """
        found: _Tried = (Change.NOTHING, None, rank)
        for change, value, after in self._tried(self.picks[rank].place):
            if _distance(after, rank) > _distance(found[2], rank):
                found = (change, value, after)
            if after is None:
                break
        change, value, after = found
        return said(change, value, before=rank + 1, after=None if after is None else after + 1)

    def _tried(self, place: int) -> Iterator[_Tried]:
        owed = self.ranking.contributions
        for topic in self._topics(place):
            name = self.request.interests.topics[topic].name
            yield Change.WITHOUT_TOPIC, name, self._without_topic(topic, place)
        kind = self._type(place)
        if kind is not None:
            yield Change.WITHOUT_TYPE, kind, self._without_type(kind, place)
        if owed[Factor.FRESHNESS][place]:
            yield from self._older(place)
        for told in (SEVERAL, MANY, 0):
            if _step(told) != _step(int(self.ranking.told[place])):
                yield Change.TOLD, told, self._told(told, place)

    def _topics(self, place: int) -> list[int]:
        """Return the topics an item stands out on, the most first."""
        standing = self.ranking.standing[place]
        return [int(topic) for topic in np.argsort(-standing, kind="stable") if standing[topic]]

    def _type(self, place: int) -> ProfileType | None:
        """Return the type an item suits the person by, the most; None if by none."""
        kinds = self.factors.snapshot.kinds[self.ranking.rows[place]]
        parts = self.request.interests.mix * (TYPE_TABLE @ kinds)
        return TYPES[int(parts.argmax())] if parts.any() else None

    def _without_topic(self, topic: int, place: int) -> int | None:
        key = (Change.WITHOUT_TOPIC, topic)
        if key not in self._lists:
            rest = either(np.delete(self.ranking.standing, topic, axis=1))
            owed = self.weights.topics * significant(rest)
            self._lists[key] = self.listed({Factor.TOPICS: owed})
        return place_in(self._lists[key], place)

    def _without_type(self, kind: ProfileType, place: int) -> int | None:
        key = (Change.WITHOUT_TYPE, kind.value)
        if key not in self._lists:
            mix = self.request.interests.mix * (np.array(TYPES) != kind)
            mix = mix / mix.sum() if mix.any() else mix
            fit = significant(self.factors.kind_fit(mix, TYPE_TABLE))
            owed = self.weights.profile_type * fit
            self._lists[key] = self.listed({Factor.PROFILE_TYPE: owed})
        return place_in(self._lists[key], place)

    def _older(self, place: int) -> Iterator[_Tried]:
        for days in _OLDER:
            past = self.request.now + timedelta(days=days)
            fresh = significant(self.factors.freshness(past, self.weights.half_life))
            owed = self.ranking.contributions[Factor.FRESHNESS].copy()
            owed[place] = self.weights.freshness * fresh[place]
            yield Change.OLDER, days, place_in(self.listed({Factor.FRESHNESS: owed}), place)

    def _told(self, told: int, place: int) -> int | None:
        counts = self.ranking.told.copy()
        counts[place] = told
        others = {name: count for name, count in self.request.told.items() if count >= SEVERAL}
        others.pop(self.factors.snapshot.items[self.ranking.rows[place]].content_id, None)
        uneven = bool(others) or told >= SEVERAL
        covered = np.where(counts < SEVERAL, float(uneven), 0.0)
        changed = {
            Factor.COVERAGE: self.weights.coverage * covered,
            Factor.SATURATION: -self.weights.saturation * saturation(counts),
        }
        return place_in(self.listed(changed), place)

    def listed(self, changed: Mapping[Factor, Doubles]) -> list[int]:
        """Return the candidates that would be listed if these contributions were otherwise."""
        # Added up as the ranking does, so that what ties there ties here.
        scores = added_up({**self.ranking.contributions, **changed})
        return [pick.place for pick in diversify(scores, self.likeness, len(self.picks))]


def place_in(listed: list[int], place: int) -> int | None:
    """Return the rank of a candidate in a list (from 0), None where it is not in it."""
    return listed.index(place) if place in listed else None


def _distance(after: int | None, before: int) -> int:
    return _GONE if after is None else abs(after - before)


def _step(told: int) -> int:
    return (told >= SEVERAL) + (told >= MANY)
