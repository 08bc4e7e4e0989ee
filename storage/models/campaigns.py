"""Campaigns, and the jobs that prepare drafts for them."""

from datetime import date, datetime

from sqlalchemy import JSON, Boolean, Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import Owner, impersonal, personal
from storage.models.base import Base, Instant

_SEAT = personal(
    owner=Owner.AMBASSADOR,
    purpose="prepared_drafts",
    retention="until the drafts are prepared, the purpose is off, or erased",
)


class CampaignRow(Base):
    """A campaign of the communication team."""

    __tablename__ = "campaigns"

    campaign_id: Mapped[str] = mapped_column(String(64), primary_key=True, info=impersonal())
    name: Mapped[str] = mapped_column(String(200), unique=True, info=impersonal())
    objective: Mapped[str] = mapped_column(String(20), info=impersonal())
    starts: Mapped[date | None] = mapped_column(Date, info=impersonal())
    ends: Mapped[date | None] = mapped_column(Date, info=impersonal())
    profile_types: Mapped[list[str]] = mapped_column(JSON, info=impersonal())
    consideration: Mapped[str | None] = mapped_column(Text, info=impersonal())
    added_at: Mapped[datetime] = mapped_column(Instant, info=impersonal())


class JobRow(Base):
    """Drafts being prepared; `people` is kept in whole fives only."""

    __tablename__ = "jobs"

    job_id: Mapped[str] = mapped_column(String(64), primary_key=True, info=impersonal())
    campaign_id: Mapped[str] = mapped_column(
        ForeignKey("campaigns.campaign_id", ondelete="CASCADE"), info=impersonal()
    )
    state: Mapped[str] = mapped_column(String(20), index=True, info=impersonal())
    asked_at: Mapped[datetime] = mapped_column(Instant, info=impersonal())
    finished_at: Mapped[datetime | None] = mapped_column(Instant, info=impersonal())
    people: Mapped[int] = mapped_column(info=impersonal())


class JobSeatRow(Base):
    """One draft to be prepared for one person; gone as soon as the job is over."""

    __tablename__ = "job_seats"

    job_id: Mapped[str] = mapped_column(
        ForeignKey("jobs.job_id", ondelete="CASCADE"), primary_key=True, info=dict(_SEAT)
    )
    number: Mapped[int] = mapped_column(primary_key=True, info=dict(_SEAT))
    ambassador_id: Mapped[str] = mapped_column(
        ForeignKey("ambassadors.ambassador_id", ondelete="CASCADE"), index=True, info=dict(_SEAT)
    )
    content_id: Mapped[str] = mapped_column(
        ForeignKey("contents.content_id", ondelete="CASCADE"), index=True, info=dict(_SEAT)
    )
    is_done: Mapped[bool] = mapped_column(Boolean, info=dict(_SEAT))
