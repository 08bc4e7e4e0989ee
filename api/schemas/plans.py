"""Plans of campaigns over anonymous seats, as they are sent in and out."""

from typing import Annotated

from pydantic import Field

from api.schemas.base import WHOLE, Answer, Body, Identifier, Word, with_example
from api.schemas.people import BOTH, Mix, TypeOrMix
from domain.campaigns import Campaign
from domain.content import ContentItem, Objective
from domain.language import Language
from domain.links import tagged_link
from domain.people import ProfileMix, ProfileType
from domain.plans import KeptPlan, SeatGroup

_SEATS_TOGETHER = 5_000


class SeatGroupIn(Body):
    """Seats of one description; it describes nobody in particular."""

    profile_type: TypeOrMix
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=2)] = BOTH
    topics: Annotated[tuple[Word, ...], Field(max_length=50)] = ()
    seats: Annotated[int, Field(strict=True, ge=1, le=_SEATS_TOGETHER), WHOLE]

    def as_group(self) -> SeatGroup:
        """Return it as the domain's own type."""
        said: ProfileType | Mix = self.profile_type
        return SeatGroup(
            profile=ProfileMix(said) if isinstance(said, dict) else ProfileMix.only(said),
            languages=tuple(dict.fromkeys(self.languages)),
            topics=self.topics,
            seats=self.seats,
        )


class PlanIn(Body):
    """How many seats of which description; and how often one content may be told."""

    model_config = with_example(
        {
            "groups": [
                {"profile_type": "expert", "languages": ["fr"], "seats": 12},
                {"profile_type": {"reporter": 0.7, "supporter": 0.3}, "seats": 8},
            ]
        }
    )

    groups: Annotated[tuple[SeatGroupIn, ...], Field(min_length=1, max_length=40)]
    capacity: Annotated[int, Field(strict=True, ge=1, le=_SEATS_TOGETHER), WHOLE] | None = Field(
        default=None, description="Without it, all contents are told about as often"
    )


class PlannedOut(Answer):
    """How many seats of one group were planned on one content; never how many are taken."""

    content_id: str
    seats: int


class GroupOut(Answer):
    """A group of seats, and what was planned for it."""

    profile_type: dict[ProfileType, float]
    languages: list[Language]
    topics: list[str]
    seats: int
    planned: list[PlannedOut]


class PlanOut(Answer):
    """A campaign's plan as it was made; it does not change when somebody takes a seat."""

    campaign_id: str
    groups: list[GroupOut]

    @classmethod
    def of(cls, campaign_id: str, kept: KeptPlan) -> "PlanOut":
        """Return a plan as it is sent."""
        return cls(
            campaign_id=campaign_id,
            groups=[_group(number, group, kept) for number, group in enumerate(kept.groups)],
        )


class SeatIn(Body):
    """Of which campaign one would like a seat."""

    model_config = with_example({"campaign_id": "spring-hiring"})

    campaign_id: Identifier


class SeatOut(Answer):
    """A content to speak about, if one likes; taking the seat binds to nothing."""

    campaign_id: str
    content_id: str
    title: str
    language: Language
    url: str | None
    link: str | None

    @classmethod
    def of(cls, campaign_id: str, item: ContentItem) -> "SeatOut":
        """Return a seat as it is sent."""
        return cls(
            campaign_id=campaign_id,
            content_id=item.content_id,
            title=item.title,
            language=item.language,
            url=item.url,
            link=tagged_link(item),
        )


class OpenCampaign(Answer):
    """A running campaign one may take a seat of."""

    id: str
    name: str
    objective: Objective
    content_id: str | None = Field(description="The content of the seat one holds, if any")

    @classmethod
    def of(cls, campaign: Campaign, held: ContentItem | None) -> "OpenCampaign":
        """Return a campaign as it is sent."""
        return cls(
            id=campaign.campaign_id,
            name=campaign.name,
            objective=campaign.objective,
            content_id=held.content_id if held else None,
        )


class OpenCampaigns(Answer):
    """The running campaigns that have a plan."""

    items: list[OpenCampaign]


def _group(number: int, group: SeatGroup, kept: KeptPlan) -> GroupOut:
    return GroupOut(
        profile_type=dict(group.profile.shares),
        languages=list(group.languages),
        topics=list(group.topics),
        seats=group.seats,
        planned=[
            PlannedOut(content_id=one.content_id, seats=one.planned)
            for one in kept.seats
            if one.group == number
        ],
    )
