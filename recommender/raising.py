"""Which topic, were it one more of the person's, would raise an item: tried, as each change is.

What is proposed is the name of a field the item stands out on (`fields.toml`), in the person's
first language; never one they named already, nor one they never speak about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from domain.language import Language
from domain.recommendation import Change, Shift
from recommender.factors import ABOUT, either, significant
from recommender.known_topics import KnownTopics
from recommender.profiles import interests_in
from recommender.shifting import said
from recommender.subjects import Way, read_topic
from recommender.vectors import Doubles
from recommender.weights import Factor
from recommender.what_if import WhatIf, place_in

# Beyond the fields that an item stands out on the most, its subject is another.
_FIELDS: Final = 2


@dataclass(frozen=True, slots=True)
class Raising:
    """Tries topics on one answer; `never` are the topics this person does not speak about."""

    tried: WhatIf
    topics: KnownTopics
    never: Sequence[str]
    _standing: dict[str, Doubles] = field(default_factory=dict)
    _known: frozenset[Way] = field(init=False)

    def __post_init__(self) -> None:
        named = (topic.ways for topic in self.tried.request.interests.topics)
        avoided = (read_topic(name).ways for name in self.never)
        object.__setattr__(self, "_known", frozenset().union(*named, *avoided))

    def shift(self, rank: int) -> Shift | None:
        """Return the topic that would raise the item of a rank (from 0) the most; None if none."""
        place, best, chosen = self.tried.picks[rank].place, rank, ""
        for name in self._proposed(place) if rank else ():
            after = place_in(self._listed(name), place)
            if after is not None and after < best:
                best, chosen = after, name
        if not chosen:
            return None
        return said(Change.WITH_TOPIC, chosen, before=rank + 1, after=best + 1)

    def _proposed(self, place: int) -> Iterator[str]:
        """Yield the fields an item may be said to be about, the surest first."""
        factors, spoken = self.tried.factors, self.tried.request.languages
        written = factors.snapshot.languages[factors.rows[place]]
        said_in = spoken[0] if spoken else Language.FRENCH
        for name in self.topics.likest_fields(
            factors.snapshot.matrix[factors.rows[place]], written, said_in, _FIELDS
        ):
            (found,) = self.topics.read([name])
            if not found.topic.ways & self._known and self._standing_on(name)[place] >= ABOUT:
                yield name

    def _standing_on(self, name: str) -> Doubles:
        """Return how far each candidate stands out on a topic, as if it had been asked about."""
        if name not in self._standing:
            factors = self.tried.factors
            interests = interests_in(self.topics.read([name]), self.topics.encoder)
            self._standing[name] = significant(factors.topics(interests))[:, 0]
        return self._standing[name]

    def _listed(self, name: str) -> list[int]:
        column = self._standing_on(name)[:, None]
        every = np.concatenate([self.tried.ranking.standing, column], axis=1)
        owed = self.tried.weights.topics * significant(either(every))
        return self.tried.listed({Factor.TOPICS: owed})
