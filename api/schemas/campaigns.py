"""Campaigns and jobs as they are sent in and out."""

from datetime import date, datetime
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, ValidationInfo, field_validator

from api.schemas.base import Answer, Body, Clean, Word, in_order, with_example
from domain.campaigns import Campaign, Job, JobState
from domain.content import Objective
from domain.people import ProfileType

CampaignId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,64}$")]


class CampaignIn(Body):
    """A campaign; contents belong to it that name its id or its name."""

    model_config = ConfigDict(
        **with_example(
            {
                "id": "spring-hiring",
                "name": "Spring hiring",
                "objective": "talent",
                "from": "2026-03-01",
                "to": "2026-05-31",
                "profile_types": ["hr_ambassador", "supporter"],
                "consideration": None,
            }
        ),
        validate_by_name=True,
    )

    id: CampaignId | None = None
    name: Word
    objective: Objective
    starts: Annotated[date | None, Field(alias="from", description="Its first day")] = None
    ends: Annotated[date | None, Field(alias="to", description="Its last day")] = None
    profile_types: Annotated[tuple[ProfileType, ...], Field(max_length=4)] = ()
    consideration: (
        Annotated[
            str,
            Field(max_length=500, description="What authors receive for posting, if anything"),
            Clean,
        ]
        | None
    ) = None

    @field_validator("ends")
    @classmethod
    def _ends_after_it_starts(cls, ends: date | None, read: ValidationInfo) -> date | None:
        return in_order(read.data.get("starts"), ends)

    def as_campaign(self, campaign_id: str) -> Campaign:
        """Return the campaign it describes, under the id it is kept under."""
        return Campaign(
            campaign_id=campaign_id,
            name=self.name,
            objective=self.objective,
            starts=self.starts,
            ends=self.ends,
            profile_types=tuple(dict.fromkeys(self.profile_types)),
            consideration=self.consideration or None,
        )


class CampaignOut(Answer):
    """A campaign as it is kept."""

    model_config = ConfigDict(frozen=True, validate_by_name=True, serialize_by_alias=True)

    id: str
    name: str
    objective: Objective
    starts: Annotated[date | None, Field(alias="from")]
    ends: Annotated[date | None, Field(alias="to")]
    profile_types: list[ProfileType]
    consideration: str | None

    @classmethod
    def of(cls, campaign: Campaign) -> "CampaignOut":
        """Return a campaign as it is sent."""
        return cls(
            id=campaign.campaign_id,
            name=campaign.name,
            objective=campaign.objective,
            starts=campaign.starts,
            ends=campaign.ends,
            profile_types=list(campaign.profile_types),
            consideration=campaign.consideration,
        )


class CampaignList(Answer):
    """All campaigns, the newest first."""

    items: list[CampaignOut]
    total: int


class Progress(Answer):
    """How far a job is, in whole fives of people; None below five."""

    people: int | None
    done: int | None


class JobOut(Answer):
    """How a job stands; it names nobody."""

    job_id: str
    campaign_id: str
    state: JobState
    asked_at: datetime
    finished_at: datetime | None
    progress: Progress

    @classmethod
    def of(cls, job: Job) -> "JobOut":
        """Return a job as it is sent."""
        return cls(
            job_id=job.job_id,
            campaign_id=job.campaign_id,
            state=job.state,
            asked_at=job.asked_at,
            finished_at=job.finished_at,
            progress=Progress(people=job.people or None, done=job.done or None),
        )
