"""Which content of a campaign is prepared for whom: what suits each, none much oftener told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np

from api import asking
from api.wiring import Services
from domain.campaigns import Campaign
from domain.errors import NotFound
from domain.people import Ambassador
from recommender.allocation import allocate, even_capacity
from recommender.eligibility import Limits
from recommender.recommender import Recommender
from recommender.vectors import Doubles
from storage.jobs import Seat


@dataclass(frozen=True, slots=True)
class Sharing:
    """Shares a campaign's contents out, as the catalogue is when it is made."""

    services: Services
    campaign: Campaign
    recommender: Recommender = field(init=False)
    contents: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.services.live.refresh()
        recommender = self.services.live.current()
        names, items = self.campaign.names, recommender.snapshot.items
        own = (one for one in items if one.campaign in names)
        contents = tuple(one.content_id for one in own if not self.services.live.held.holds(one))
        object.__setattr__(self, "recommender", recommender)
        object.__setattr__(self, "contents", contents)

    def seats(self, people: Sequence[str]) -> Iterator[Seat]:
        """Yield a seat for each person the campaign is meant for and some content may be given.

        All contents are told about as often; whoever may be given only one that is told often
        already gets that one.
        """
        known = {one: fits for one in people if (fits := self._fits(one)) is not None}
        if not known:
            return
        matrix = np.stack(list(known.values()))
        most = even_capacity(len(known), len(self.contents))
        plan = allocate(matrix, [1] * len(known), self.contents, capacity=most)
        for one, fits, row in zip(known, matrix, plan.free, strict=True):
            place = row.index(1) if any(row) else int(np.nanargmax(fits))
            yield Seat(one, self.contents[place])

    def _fits(self, one: str) -> Doubles | None:
        """Return how well each content suits somebody, nan where it may not be; None for none."""
        try:
            person = self.services.people.get(one).ambassador
        except NotFound:
            return None
        if not self.contents or not _is_meant(person, self.campaign):
            return None
        frozen = self.services.organization.frozen_topics
        limits = Limits(datetime.now(UTC), asking.set_aside(self.services, one), frozen)
        fits = self.recommender.fits(person, self.contents, limits, self.campaign.objective)
        return None if np.isnan(fits).all() else fits


def _is_meant(ambassador: Ambassador, campaign: Campaign) -> bool:
    if not campaign.profile_types or ambassador.profile is None:
        return True
    return any(ambassador.profile.share(one) > 0 for one in campaign.profile_types)
