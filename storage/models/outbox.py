"""Events on their way to an operator's own addresses; none is about a person."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import impersonal
from storage.models.base import Base, Instant


class EventRow(Base):
    """One event for one address: that content came in, or that a campaign is ready."""

    __tablename__ = "events"

    event_id: Mapped[str] = mapped_column(String(40), primary_key=True, info=impersonal())
    url: Mapped[str] = mapped_column(Text, info=impersonal())
    body: Mapped[str] = mapped_column(Text, info=impersonal())
    attempts: Mapped[int] = mapped_column(info=impersonal())
    due_at: Mapped[datetime] = mapped_column(Instant, index=True, info=impersonal())
