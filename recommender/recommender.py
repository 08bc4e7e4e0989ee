"""Which content for which ambassador: retrieve, rank, diversify, explain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Final

import numpy as np

from domain.campaigns import Campaign
from domain.content import Objective
from domain.errors import RequestInvalid, SettingsInvalid
from domain.people import Ambassador
from domain.plans import SeatGroup
from domain.ports import Encoder, VectorIndex
from domain.recommendation import Recommendations
from recommender.allocation import Plan, allocate, even_capacity
from recommender.background import Background
from recommender.calibration import Scale
from recommender.diversity import Likeness, Pick, diversify
from recommender.eligibility import Limits, eligible
from recommender.explanation import Explainer
from recommender.factors import Factors, Request
from recommender.fallback import cold_start
from recommender.fields import fields_of
from recommender.kinds import OBJECTIVES
from recommender.known_topics import KnownTopics
from recommender.nearest import EXACT_UP_TO
from recommender.profiles import Interests, read_interests
from recommender.raising import Raising
from recommender.ranking import rank
from recommender.retrieval import Retriever
from recommender.snapshot import Snapshot
from recommender.vectors import Doubles, Mask
from recommender.weights import Weights
from recommender.what_if import WhatIf

_NOBODY_TOLD: Final[Mapping[str, int]] = MappingProxyType({})
_NOTHING_KEPT: Final[Mapping[str, float]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Recommender:
    """Suggests content from one snapshot of the catalogue; safe to share between threads.

    The snapshot's vectors and the index's were made by this encoder. Up to `exact_up_to` items
    the snapshot is searched exactly; so it is when the index fails, or there is none.
    """

    encoder: Encoder
    index: VectorIndex | None
    snapshot: Snapshot
    weights: Weights = field(default_factory=Weights)
    exact_up_to: int = EXACT_UP_TO
    scale: Scale = field(init=False)
    background: Background = field(init=False)
    topics: KnownTopics = field(init=False)

    def __post_init__(self) -> None:
        found = self.snapshot.matrix.shape[1]
        if found != self.encoder.dimension:
            raise SettingsInvalid(
                f"the catalogue holds vectors of {found} values and the encoder "
                f"{self.encoder.fingerprint} gives {self.encoder.dimension}: embed it again."
            )
        object.__setattr__(self, "scale", Scale.of(self.snapshot, self.encoder))
        object.__setattr__(self, "background", Background.of(self.snapshot))
        topics = KnownTopics(
            self.encoder, self.background, self.snapshot.words, self.snapshot.matrix
        )
        object.__setattr__(self, "topics", topics)
        # Embedded now, so that the first request does not wait for it.
        fields_of(self.encoder)

    def recommend(  # noqa: PLR0913 - each is a wish of its own, and callers name them
        self,
        ambassador: Ambassador,
        *,
        k: int,
        now: datetime,
        objective: Objective | None = None,
        exclude: frozenset[str] = frozenset(),
        told: Mapping[str, int] = _NOBODY_TOLD,
        frozen_topics: tuple[str, ...] = (),
        follows: Mapping[str, float] = _NOTHING_KEPT,
        echo: Mapping[str, float] = _NOTHING_KEPT,
        campaigns: tuple[Campaign, ...] = (),
        whose: int | None = None,
        what_if: bool = False,
        raising: bool = False,
    ) -> Recommendations:
        """Return k items, or as many as are allowed, best first, with the reasons of each.

        `told` counts the colleagues who told each content; it moves a score only at 5 and at 20.
        `follows` says how much a content follows from what this person kept (`following`), `echo`
        how far above the usual the response to a content was (`outcomes.echo`). `whose` is a number
        of 64 bits that stands for the person: of what fits about as well, each has turns of their
        own. With
        `what_if` each item says what would change its rank, with `raising` also which topic
        would raise it.
        """
        if k < 1:
            raise RequestInvalid(f"k is {k}: ask for at least 1 item", field="k")
        interests = read_interests(ambassador, self.topics)
        wanted = np.array([float(known is objective) for known in OBJECTIVES])
        languages = ambassador.languages
        request = Request(interests, languages, now, wanted, told, follows, echo, campaigns, whose)
        allowed = eligible(self.snapshot, ambassador, Limits(now, exclude, frozen_topics))
        factors = self._candidates(allowed, request, k)
        ranking = rank(factors, request, self.weights)
        likeness = Likeness(self.snapshot.matrix, factors.rows, self.scale.text, self.weights)
        picks = diversify(ranking.scores, likeness, k)
        tried = WhatIf(factors, request, ranking, self.weights, likeness, picks)
        explainer = Explainer(
            self.snapshot,
            request,
            ranking,
            _about(factors, interests, picks),
            _naming(factors, interests, picks),
            tried if what_if else None,
            Raising(tried, self.topics, ambassador.never) if raising else None,
        )
        return Recommendations(
            items=tuple(explainer.recommend(rank, pick) for rank, pick in enumerate(picks)),
            cold_start=cold_start(interests, topics_found=factors.tells_of(interests)),
            encoder=self.encoder.fingerprint,
        )

    def plan(  # noqa: PLR0913 - each is a wish of its own, and callers name them
        self,
        groups: Sequence[SeatGroup],
        contents: Sequence[str],
        *,
        now: datetime,
        objective: Objective | None = None,
        frozen_topics: tuple[str, ...] = (),
        capacity: int | None = None,
    ) -> Plan:
        """Plan a campaign's contents over anonymous seats, by how well each suits each group.

        Without a capacity all contents are told about as often. What may not be suggested to a
        group (language, embargo, expiry, frozen topics) is never planned for it.
        """
        limits = Limits(now, frozenset(), frozen_topics)
        fits = [self.fits(group.described, contents, limits, objective) for group in groups]
        seats = [group.seats for group in groups]
        most = even_capacity(sum(seats), len(contents)) if capacity is None else capacity
        matrix = np.stack(fits) if fits else np.zeros((0, len(contents)))
        return allocate(matrix, seats, contents, capacity=most)

    def fits(
        self,
        ambassador: Ambassador,
        contents: Sequence[str],
        limits: Limits,
        objective: Objective | None = None,
    ) -> Doubles:
        """Return how well each of these contents suits somebody, nan where it may not be."""
        rows = np.array([self.snapshot.rows[content] for content in contents], dtype=np.intp)
        interests = read_interests(ambassador, self.topics)
        wanted = np.array([float(known is objective) for known in OBJECTIVES])
        request = Request(interests, ambassador.languages, limits.now, wanted, _NOBODY_TOLD)
        allowed = eligible(self.snapshot, ambassador, limits)[rows]
        factors = Factors(self.snapshot, rows, self.scale, self.background)
        scores = rank(factors, request, self.weights).scores
        return np.where(allowed, scores, np.nan)

    def _candidates(self, allowed: Mask, request: Request, k: int) -> Factors:
        retriever = Retriever(self.snapshot, self.index, self.exact_up_to)
        rows = retriever.candidates(allowed, request, k=k)
        return Factors(self.snapshot, rows, self.scale, self.background)


def _about(
    factors: Factors, interests: Interests, picks: Sequence[Pick]
) -> dict[int, Sequence[float]]:
    places = [pick.place for pick in picks]
    about = factors.about(interests, np.array(places, np.intp))
    return dict(zip(places, about.tolist(), strict=True))


def _naming(factors: Factors, interests: Interests, picks: Sequence[Pick]) -> frozenset[int]:
    if not interests.topics:
        return frozenset()
    named = factors.worded(interests).max(axis=1)
    return frozenset(pick.place for pick in picks if named[pick.place] > 0)
