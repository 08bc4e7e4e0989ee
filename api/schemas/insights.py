"""Outcomes as they are reported, and figures over at least five people."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from api.schemas.base import WHOLE, Answer, Body, Identifier, Said, in_order, with_example
from domain.outcomes import FEWEST, Counted, Figures, Outcome, PublishedOutcome, monday

Amount = Annotated[int, Field(strict=True, ge=0, le=2_000_000_000), WHOLE]
_LAST_DAY = timedelta(days=6)
_EARLIEST, _LATEST = date(2000, 1, 3), date(2999, 12, 31)


class OutcomeIn(Body):
    """What posts brought from one day to another, and how many people posted.

    Days are widened to whole weeks. A report names no person.
    """

    model_config = ConfigDict(
        **with_example(
            {
                "campaign_id": "printemps",
                "from": "2026-03-02",
                "to": "2026-03-15",
                "people": 12,
                "reach": 18_400,
                "engagements": 610,
                "clicks": 240,
                "conversions": 9,
            }
        ),
        validate_by_name=True,
    )

    content_id: Identifier | None = None
    campaign_id: Annotated[Identifier | None, Field(validate_default=True)] = None
    first_day: Annotated[date, Field(alias="from", ge=_EARLIEST, le=_LATEST)]
    last_day: Annotated[date, Field(alias="to", ge=_EARLIEST, le=_LATEST)]
    people: Annotated[int, Field(strict=True, ge=1, le=10_000_000), WHOLE]
    reach: Amount | None = None
    engagements: Amount | None = None
    clicks: Amount | None = None
    conversions: Amount | None = None

    @field_validator("campaign_id")
    @classmethod
    def _about_something(cls, campaign_id: str | None, read: ValidationInfo) -> str | None:
        # Spaces name no campaign.
        campaign_id = (campaign_id or "").strip() or None
        if campaign_id is None and read.data.get("content_id", "") is None:
            raise PydanticCustomError("about_nothing", "is about nothing")
        return campaign_id

    @field_validator("last_day")
    @classmethod
    def _ends_after_it_starts(cls, last_day: date, read: ValidationInfo) -> date | None:
        return in_order(read.data.get("first_day"), last_day)

    def as_outcome(self) -> Outcome:
        """Return it as the domain's own type."""
        return Outcome(
            content_id=self.content_id,
            campaign_id=self.campaign_id,
            first_week=monday(self.first_day),
            last_week=monday(self.last_day),
            people=self.people,
            figures=Figures(self.reach, self.engagements, self.clicks, self.conversions),
        )


class OutcomeOut(Answer):
    """What became of a report, over which whole weeks, and why.

    By `id` it is withdrawn; there is none of what was not kept.
    """

    model_config = ConfigDict(frozen=True, serialize_by_alias=True)

    id: str | None
    counted: Counted
    first_day: Annotated[date, Field(alias="from")]
    last_day: Annotated[date, Field(alias="to")]
    message: Said


class PublishedOutcomeOut(Answer):
    """What posts brought, of one content or a part of a campaign.

    It never changes; by `id` it is withdrawn as a whole.
    """

    model_config = ConfigDict(frozen=True, serialize_by_alias=True)

    id: str
    scope: Literal["content", "campaign"]
    content_id: str | None
    campaign_id: str | None
    first_day: Annotated[date, Field(alias="from")]
    last_day: Annotated[date, Field(alias="to")]
    people_at_least: int
    reach: int | None
    engagements: int | None
    engagement_rate: float | None
    clicks: int | None
    conversions: int | None

    @classmethod
    def of(cls, published: PublishedOutcome) -> "PublishedOutcomeOut":
        """Return an outcome as it is sent."""
        figures = published.figures
        return cls.model_validate(
            {
                "id": published.report_id,
                "scope": "campaign" if published.content_id is None else "content",
                "content_id": published.content_id,
                "campaign_id": published.campaign_id,
                "from": published.first_week,
                "to": published.last_week + _LAST_DAY,
                "people_at_least": published.people_at_least,
                "reach": figures.reach,
                "engagements": figures.engagements,
                "engagement_rate": figures.engagement_rate,
                "clicks": figures.clicks,
                "conversions": figures.conversions,
            }
        )


class ThemeOut(Answer):
    """What a team could practise."""

    id: str
    name: Said
    practice: Said


class FindingFigure(Answer):
    """How many people's texts met a rule in a week, rounded to five, and the theme behind it."""

    rule: str
    check: str
    people: int
    theme: ThemeOut


class ContentFigure(Answer):
    """How many people asked for drafts on a content in a week, rounded to five."""

    content_id: str
    people: int


class WeekOut(Answer):
    """The figures of one whole week, published once."""

    week: date
    findings: list[FindingFigure]
    contents: list[ContentFigure]


class Insights(Answer):
    """Figures over at least `k` people each; none is a part of another, none ever changes."""

    k: int = FEWEST
    weeks: list[WeekOut]
    themes: list[ThemeOut]
    outcomes: list[PublishedOutcomeOut]


class Helped(Answer):
    """What posts on one content brought, all together, told to somebody who spoke about it."""

    content_id: str
    title: str
    text: Said


class HelpedOut(Answer):
    """One note per content, the latest content first; nobody is compared with anybody."""

    notes: list[Helped]
