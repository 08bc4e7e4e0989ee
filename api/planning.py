"""Plans of campaigns over anonymous seats, and the seat somebody takes only by asking."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import numpy as np

from api.schemas.plans import PlanIn
from api.wiring import Services
from domain.campaigns import Campaign
from domain.content import ContentItem
from domain.deeds import Action, Deed
from domain.errors import Conflict, NotFound
from domain.people import Ambassador
from domain.plans import KeptPlan, SeatGroup, Seats
from domain.roles import Caller
from recommender.eligibility import Limits
from recommender.vectors import Doubles


def plan(services: Services, campaign_id: str, asked: PlanIn, caller: Caller) -> KeptPlan:
    """Plan a campaign's live contents over seats and keep the plan; it replaces the last one.

    Raises NotFound, or Conflict when the campaign is over or has no content to speak about.
    """
    campaign = services.campaigns.get(campaign_id)
    now = datetime.now(UTC)
    if campaign.is_over(now.date()):
        raise Conflict(
            f"the campaign ended on {campaign.ends}; set a later last day",
            why="ended",
            field="campaign_id",
        )
    contents = _contents(services, campaign, now)
    if not contents:
        raise Conflict(
            "no content that may be spoken about now names this campaign; name it in one",
            why="no_content",
            field="campaign_id",
        )
    groups = tuple(one.as_group() for one in asked.groups)
    found = services.live.current().plan(
        groups,
        contents,
        now=now,
        objective=campaign.objective,
        frozen_topics=services.organization.frozen_topics,
        capacity=asked.capacity,
    )
    seats = tuple(
        Seats(group, content, count, count)
        for group, row in enumerate(found.free)
        for content, count in zip(found.contents, row, strict=True)
        if count
    )
    kept = KeptPlan(groups, seats)
    deed = Deed.of(caller, Action.CAMPAIGN_PLANNED, campaign_id)
    services.plans.save(campaign_id, kept, deed)
    return kept


def take(services: Services, campaign_id: str, ambassador_id: str) -> ContentItem:
    """Take the free seat that suits somebody best, or return the content of the one they hold.

    That they hold it is kept as a mark that leads to nobody. A seat whose content may no longer
    be theirs is left for another. Raises NotFound when the campaign does not run, has no plan, or
    no free seat suits them.
    """
    campaign = services.campaigns.get(campaign_id)
    if not campaign.runs(datetime.now(UTC).date()):
        raise NotFound(f"the campaign {campaign_id!r} does not run now")
    kept = services.plans.get(campaign_id)
    person = services.people.get(ambassador_id)
    held = services.seats.held(person.owner_token).get(campaign_id)
    if held is not None:
        if _may_be_theirs(services, held, person.ambassador):
            return services.contents.get(held)
        services.seats.leave(campaign_id, person.owner_token)
    for seats in _by_fit(services, kept, person.ambassador):
        taken = services.seats.take(campaign_id, seats, person.owner_token)
        if taken is not None:
            return services.contents.get(taken)
    raise NotFound("no free seat of this campaign suits you now")


def held_seats(services: Services, ambassador_id: str) -> Mapping[str, ContentItem]:
    """Return the content of each seat somebody holds that may be spoken about now, by campaign."""
    held = services.seats.held(services.people.get(ambassador_id).owner_token)
    now, found = datetime.now(UTC), services.contents.some(list(held.values()))
    items = {one.content_id: one for one in found if one.is_live(now)}
    return {campaign: items[content] for campaign, content in held.items() if content in items}


def open_campaigns(services: Services) -> list[Campaign]:
    """Return the running campaigns with a planned content that may be spoken about now.

    Whether a seat of it is free is told to nobody: it would say that others took one.
    """
    now, planned = datetime.now(UTC), services.plans.planned()
    running = [one for one in services.campaigns.all() if one.runs(now.date())]
    return [
        one
        for one in running
        if one.campaign_id in planned and _holds_a_live_content(services, one.campaign_id, now)
    ]


def _holds_a_live_content(services: Services, campaign_id: str, now: datetime) -> bool:
    seats = services.plans.get(campaign_id).seats
    contents = services.contents.some(sorted({one.content_id for one in seats}))
    return any(one.is_live(now) for one in contents)


def _contents(services: Services, campaign: Campaign, now: datetime) -> list[str]:
    items = services.live.current().snapshot.items
    own = (one for one in items if one.campaign in campaign.names and one.is_live(now))
    return [one.content_id for one in own if not services.live.held.holds(one)]


def _by_fit(services: Services, kept: KeptPlan, somebody: Ambassador) -> list[Seats]:
    """Return the free seats that may be somebody's: the likest group's first, then the fittest."""
    known = services.live.current().snapshot.rows
    free = [one for one in kept.seats if one.free and one.content_id in known]
    fits = _fits(services, [one.content_id for one in free], somebody)
    order = sorted(
        (
            (_likeness(kept.groups[one.group], somebody), float(fit), place)
            for place, (one, fit) in enumerate(zip(free, fits, strict=True))
            if not np.isnan(fit)
        ),
        key=lambda each: (-each[0], -each[1], each[2]),
    )
    return [free[place] for likeness, _, place in order if likeness]


def _may_be_theirs(services: Services, content_id: str, somebody: Ambassador) -> bool:
    if content_id not in services.live.current().snapshot.rows:
        return False
    return not np.isnan(_fits(services, [content_id], somebody)).any()


def _fits(services: Services, contents: Sequence[str], somebody: Ambassador) -> Doubles:
    frozen = services.organization.frozen_topics
    limits = Limits(datetime.now(UTC), frozenset(), frozen_topics=frozen)
    return services.live.current().fits(somebody, contents, limits)


def _likeness(group: SeatGroup, somebody: Ambassador) -> float:
    # To a tenth: two groups that are as like somebody are one, and the content decides.
    return round(group.likeness(somebody), 1)
