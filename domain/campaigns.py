"""Campaigns: what the communication team wants spoken of for a while, and the work they ask for."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b

from domain.content import Objective
from domain.people import ProfileType


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A campaign; contents belong to it that name its id or its name.

    It runs from `starts` to `ends`, both included; None leaves that side open. Without
    `profile_types` it is for everybody. `consideration` is what authors receive for posting,
    if anything: every draft and check on its contents is held to it.
    """

    campaign_id: str
    name: str
    objective: Objective
    starts: date | None = None
    ends: date | None = None
    profile_types: tuple[ProfileType, ...] = ()
    consideration: str | None = None

    @property
    def names(self) -> tuple[str, str]:
        """What a content may call it."""
        return (self.campaign_id, self.name)

    @property
    def version(self) -> str:
        """Return what is another one as soon as anything of it is."""
        return blake2b(repr(self).encode(), digest_size=16).hexdigest()

    def runs(self, today: date) -> bool:
        """Tell whether a day is one of its days."""
        return (self.starts is None or today >= self.starts) and not self.is_over(today)

    def is_over(self, today: date) -> bool:
        """Tell whether its last day has passed."""
        return self.ends is not None and today > self.ends


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will come of it."""
        return self not in {JobState.WAITING, JobState.RUNNING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Drafts being prepared for a campaign; `people` and `done` count in steps of five."""

    job_id: str
    campaign_id: str
    state: JobState
    asked_at: datetime
    finished_at: datetime | None
    people: int
    done: int


def in_steps(count: int) -> int:
    """Return a number of people as it may be told: in whole fives, so that nobody stands out."""
    return count - count % 5
