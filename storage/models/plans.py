"""Plans of campaigns over anonymous seats; no row of them leads to a person."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import impersonal
from storage.models.base import Base, Instant


class PlanRow(Base):
    """A campaign's plan: which groups of seats there are."""

    __tablename__ = "plans"

    campaign_id: Mapped[str] = mapped_column(
        ForeignKey("campaigns.campaign_id", ondelete="CASCADE"), primary_key=True, info=impersonal()
    )
    groups: Mapped[list[dict[str, Any]]] = mapped_column(JSON, info=impersonal())
    made_at: Mapped[datetime] = mapped_column(Instant, info=impersonal())


class PlanSeatRow(Base):
    """Seats of one group on one content; taking one lowers `free` and notes nothing else."""

    __tablename__ = "plan_seats"

    campaign_id: Mapped[str] = mapped_column(
        ForeignKey("plans.campaign_id", ondelete="CASCADE"), primary_key=True, info=impersonal()
    )
    place: Mapped[int] = mapped_column(primary_key=True, info=impersonal())
    content_id: Mapped[str] = mapped_column(
        ForeignKey("contents.content_id", ondelete="CASCADE"), primary_key=True, info=impersonal()
    )
    planned: Mapped[int] = mapped_column(info=impersonal())
    free: Mapped[int] = mapped_column(info=impersonal())


class SeatMarkRow(Base):
    """That a seat on a content is somebody's, as a keyed hash: nobody is given two of a campaign.

    It leads to nobody without the deployment's secret and the person's own record.
    """

    __tablename__ = "seat_marks"

    mark: Mapped[str] = mapped_column(String(64), primary_key=True, info=impersonal())
    campaign_id: Mapped[str] = mapped_column(
        ForeignKey("plans.campaign_id", ondelete="CASCADE"), index=True, info=impersonal()
    )
    content_id: Mapped[str] = mapped_column(
        ForeignKey("contents.content_id", ondelete="CASCADE"), info=impersonal()
    )
