"""How fully each factor holds for each candidate, from 0 to 1, whatever it is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from domain.campaigns import Campaign
from domain.language import Language
from recommender.background import Background
from recommender.calibration import Scale
from recommender.kinds import KINDS, OBJECTIVES, SERVES_OBJECTIVE, SUITS_TYPE, TYPES
from recommender.profiles import Interests
from recommender.snapshot import ALWAYS, LANGUAGES, Snapshot, instant
from recommender.turns import turns
from recommender.vectors import Doubles, Floats, Rows

TYPE_TABLE: Final = np.array([[SUITS_TYPE[row].get(kind, 0.0) for kind in KINDS] for row in TYPES])
OBJECTIVE_TABLE: Final = np.array(
    [[SERVES_OBJECTIVE[row].get(kind, 0.0) for kind in KINDS] for row in OBJECTIVES]
)

# How many colleagues told something is only ever known as one of three steps, or whoever looks
# often enough could tell when one of them did: fewer than 5, fewer than 20, more.
SEVERAL: Final = 5
MANY: Final = 20

# From here on a text may be said to be about a topic; below, it is only nearer than others.
ABOUT: Final = 0.4

# Likeness alone is weaker evidence of a topic than its words; least of all to claim it.
_LIKENESS_OF_TOPIC: Final = 0.7
_CLAIMED_BY_LIKENESS: Final = 0.6
# Less than a twentieth of a factor is nothing to rank by, nor to tell anybody.
_NOTHING: Final = 0.05
_MICROSECOND: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Request:
    """One question to the recommender, read.

    `objective` holds shares in the order of OBJECTIVES, all zero when none was set. `whose` is a
    number that stands for the person where turns are drawn, None where nobody is meant.
    """

    interests: Interests
    languages: tuple[Language, ...]
    now: datetime
    objective: Doubles
    told: Mapping[str, int]
    follows: Mapping[str, float] = field(default_factory=dict)
    echo: Mapping[str, float] = field(default_factory=dict)
    campaigns: tuple[Campaign, ...] = ()
    whose: int | None = None


@dataclass(frozen=True)
class Factors:
    """Computes the factors for some rows of a snapshot."""

    snapshot: Snapshot
    rows: Rows
    scale: Scale
    background: Background

    @cached_property
    def vectors(self) -> Floats:
        """The rows' vectors, taken out once, and only if they are needed: they are large."""
        return self.snapshot.matrix[self.rows]

    def topics(self, interests: Interests) -> Doubles:
        """Return how far each candidate stands out on each topic: by its words, or by likeness."""
        standing = self._standing(self._nearness(interests), interests)
        return 1.0 - (1.0 - self.worded(interests)) * (1.0 - _LIKENESS_OF_TOPIC * standing)

    def about(self, interests: Interests, places: Rows) -> Doubles:
        """Return how surely some candidates are about each topic, whatever the others are about."""
        rows = self.rows[places]
        near = self.snapshot.matrix[rows] @ interests.topic_vectors.T
        likeness = self.scale.topic.of(near)
        worded = _by_words(interests, rows)
        return 1.0 - (1.0 - worded) * (1.0 - _CLAIMED_BY_LIKENESS * likeness)

    def tells_of(self, interests: Interests) -> bool:
        """Tell whether any candidate may be said to be about any topic."""
        if (self.worded(interests) >= ABOUT).any():
            return True
        every = np.arange(len(self.rows))
        return bool(interests.topics and (self.about(interests, every) >= ABOUT).any())

    def worded(self, interests: Interests) -> Doubles:
        """Return how much each candidate names each topic."""
        return _by_words(interests, self.rows)

    def _nearness(self, interests: Interests) -> Floats:
        """Return how near each candidate is to the words that each topic is told in."""
        if interests.near:
            return np.array([near[self.rows] for near in interests.near]).T
        near: Floats = self.vectors @ interests.wide_vectors.T
        return near

    def _standing(self, likeness: Floats, interests: Interests) -> Doubles:
        """Return how far candidates stand out; on the usual scale where too few are to compare."""
        standing, told = self.background.standing(
            likeness, interests.usual, self.snapshot.languages[self.rows]
        )
        if not told.all():
            standing = np.where(told[:, None], standing, self.scale.topic.of(likeness))
        found: Doubles = standing * self.snapshot.known[self.rows, None]
        return found

    def kind_fit(self, shares: Doubles, table: Doubles) -> Doubles:
        """Return how well the kinds of each candidate suit a mix of types, or of objectives."""
        fit: Doubles = self.snapshot.kinds[self.rows] @ (shares @ table)
        return fit

    def like_posts(self, interests: Interests) -> Doubles:
        """Return how near each candidate is to the nearest post."""
        likeness = self.scale.text.of(self.vectors @ interests.post_vectors.T)
        nearest: Doubles = likeness.max(axis=1)
        return nearest

    def freshness(self, now: datetime, half_life: timedelta) -> Doubles:
        """Return 1 for what is published now, half of it after each half-life; 0 if unknown."""
        published = self.snapshot.published[self.rows]
        present = instant(now, otherwise=ALWAYS)
        known = (published != ALWAYS) & (published <= present)
        ages = present - np.where(known, published, present)
        return np.where(known, 0.5 ** (ages / (half_life / _MICROSECOND)), 0.0)

    def preferred(self, languages: tuple[Language, ...]) -> Doubles:
        """Return 1 for the first of several languages."""
        first = LANGUAGES.index(languages[0])
        is_first: Doubles = (self.snapshot.languages[self.rows] == first).astype(np.float64)
        return is_first

    def known(self, values: Mapping[str, float]) -> Doubles:
        """Return what is known of each candidate by its id, 0 of those nothing is known of."""
        return np.array([values.get(content_id, 0.0) for content_id in self._ids()], np.float64)

    def campaign(self, request: "Request") -> Doubles:
        """Return how far each candidate is of a running campaign for people like this one.

        A campaign for certain types counts for as much of a person as they are of these; one
        whose objective is not what was asked for does not count.
        """
        running = _running(request)
        if not running:
            return np.zeros(len(self.rows))
        names = [self.snapshot.items[row].campaign for row in self.rows.tolist()]
        return np.array([running.get(name, 0.0) if name else 0.0 for name in names])

    def turns(self, whose: int) -> Doubles:
        """Return the turn of each candidate for the person that a number stands for."""
        return turns(whose, self.snapshot.numbers[self.rows])

    def told(self, told: Mapping[str, int]) -> Rows:
        """Return how many colleagues told each candidate."""
        if not told:
            return np.zeros(len(self.rows), np.intp)
        return np.array([told.get(content_id, 0) for content_id in self._ids()], np.intp)

    def _ids(self) -> list[str]:
        return [self.snapshot.items[row].content_id for row in self.rows.tolist()]


def _running(request: Request) -> dict[str, float]:
    today, asked = request.now.date(), request.objective
    return {
        name: _meant_for(campaign, request.interests.mix)
        for campaign in request.campaigns
        if campaign.runs(today) and (not asked.any() or asked[OBJECTIVES.index(campaign.objective)])
        for name in campaign.names
    }


def _meant_for(campaign: Campaign, mix: Doubles) -> float:
    if not campaign.profile_types:
        return 1.0
    return float(sum(mix[TYPES.index(one)] for one in campaign.profile_types))


def _by_words(interests: Interests, rows: Rows) -> Doubles:
    found = [words.at(rows) for words in interests.worded]
    return np.array(found).reshape(len(found), len(rows)).T


def either(values: Doubles) -> Doubles:
    """Join several chances for one candidate: 1 if one of them is sure."""
    joined: Doubles = 1.0 - np.prod(1.0 - values, axis=1)
    return joined


def significant(values: npt.NDArray[np.floating]) -> Doubles:
    """Return values as they are, and 0 for those that are next to nothing."""
    return np.where(values < _NOTHING, 0.0, values)
