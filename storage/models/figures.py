"""Figures: this week's counting, whose rows are people's, and what is published, which is nobody's.

When a week ends its counting becomes rounded figures over at least five people, the rows are
deleted, and the figures never change again.
"""

from datetime import date

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import Owner, impersonal, personal
from storage.models.base import Base

_COUNTED = personal(
    owner=Owner.AMBASSADOR,
    purpose="collective",
    retention="until the week ends, the purpose is off, or erased",
)


class TallyRow(Base):
    """That somebody is to be counted once for something this week."""

    __tablename__ = "tallies"

    week: Mapped[date] = mapped_column(Date, primary_key=True, info=dict(_COUNTED))
    ambassador_id: Mapped[str] = mapped_column(
        ForeignKey("ambassadors.ambassador_id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
        info=dict(_COUNTED),
    )
    measure: Mapped[str] = mapped_column(String(20), primary_key=True, info=dict(_COUNTED))
    counted: Mapped[str] = mapped_column(String(128), primary_key=True, info=dict(_COUNTED))


class PublishedWeekRow(Base):
    """That the figures of a week are published; nothing is added to them any more."""

    __tablename__ = "published_weeks"

    week: Mapped[date] = mapped_column(Date, primary_key=True, info=impersonal())


class FigureRow(Base):
    """How many people, rounded to five, something happened to in a week."""

    __tablename__ = "figures"

    week: Mapped[date] = mapped_column(Date, primary_key=True, info=impersonal())
    measure: Mapped[str] = mapped_column(String(20), primary_key=True, info=impersonal())
    counted: Mapped[str] = mapped_column(String(128), primary_key=True, info=impersonal())
    people: Mapped[int] = mapped_column(info=impersonal())


class OutcomeRow(Base):
    """A report of what posts brought; `entry` joins the reports that are shown as one.

    Of one that was shown and is withdrawn only its weeks are left.
    """

    __tablename__ = "outcomes"

    outcome_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, info=impersonal())
    report_id: Mapped[str] = mapped_column(String(20), unique=True, index=True, info=impersonal())
    content_id: Mapped[str | None] = mapped_column(String(64), index=True, info=impersonal())
    campaign_id: Mapped[str | None] = mapped_column(String(100), index=True, info=impersonal())
    first_week: Mapped[date] = mapped_column(Date, info=impersonal())
    last_week: Mapped[date] = mapped_column(Date, info=impersonal())
    people: Mapped[int] = mapped_column(info=impersonal())
    reach: Mapped[int | None] = mapped_column(info=impersonal())
    engagements: Mapped[int | None] = mapped_column(info=impersonal())
    clicks: Mapped[int | None] = mapped_column(info=impersonal())
    conversions: Mapped[int | None] = mapped_column(info=impersonal())
    counted: Mapped[str] = mapped_column(String(10), index=True, info=impersonal())
    entry: Mapped[int | None] = mapped_column(index=True, info=impersonal())
