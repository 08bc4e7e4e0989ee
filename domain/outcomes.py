"""What posts on a content brought, over whole weeks and at least five people."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from secrets import token_hex

FEWEST = 5
"""The smallest number of people any figure is given over."""

_WEEK = timedelta(days=7)


def monday(day: date) -> date:
    """Return the Monday of a day's week; figures know no finer time."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class Figures:
    """How far posts went, and what came of it; None for what nobody measured."""

    reach: int | None = None
    engagements: int | None = None
    clicks: int | None = None
    conversions: int | None = None

    def __add__(self, other: "Figures") -> "Figures":
        """Return both together; what only one of them measured is that one's."""
        return Figures(
            _sum(self.reach, other.reach),
            _sum(self.engagements, other.engagements),
            _sum(self.clicks, other.clicks),
            _sum(self.conversions, other.conversions),
        )

    @property
    def engagement_rate(self) -> float | None:
        """Return engagements per person reached, None when it cannot be told."""
        if not self.reach or self.engagements is None:
            return None
        return self.engagements / self.reach

    @property
    def are_doubtful(self) -> bool:
        """Tell whether more was done than people were reached.

        Platforms count so now and then, several deeds of one person or of whoever was told by
        others: it is worth a second look, and no more. A reach of 0 is one that nobody measured.
        """
        done = (self.engagements or 0, self.clicks or 0, self.conversions or 0)
        return bool(self.reach) and max(done) > (self.reach or 0)


def _new_id() -> str:
    return f"o_{token_hex(8)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A report of what posts brought: on a content, in a campaign, or both; of whom, by number.

    `first_week` and `last_week` are Mondays; both weeks are within. Its id is drawn by chance, so
    that whoever withdraws a report that is not shown yet is whoever made it.
    """

    content_id: str | None
    campaign_id: str | None
    first_week: date
    last_week: date
    people: int
    figures: Figures
    report_id: str = field(default_factory=_new_id)

    def is_over(self, today: date) -> bool:
        """Tell whether its last week has ended."""
        return self.last_week + _WEEK <= today

    @property
    def is_of_few(self) -> bool:
        """Tell whether it covers too few people to be shown by itself."""
        return self.people < FEWEST


class Counted(StrEnum):
    """What became of a report."""

    CONTENT = "content"
    CAMPAIGN = "campaign"
    POOLED = "pooled"
    WAITING = "waiting"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedOutcome:
    """An outcome as it is shown: of one content, or of a part of a campaign.

    It never changes; it may be withdrawn, by its id, as a whole. `people_at_least` moves in steps
    of five.
    """

    report_id: str
    content_id: str | None
    campaign_id: str | None
    first_week: date
    last_week: date
    people_at_least: int
    figures: Figures


def _sum(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other
