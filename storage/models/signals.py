"""Signals: what people said of contents, without when they said it."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import Owner, personal
from storage.models.base import Base

_SIGNAL = personal(
    owner=Owner.AMBASSADOR,
    purpose="signals",
    retention="until withdrawn, until the purpose is off, or erased",
)


class SignalRow(Base):
    """The last thing a person said of a content."""

    __tablename__ = "signals"

    ambassador_id: Mapped[str] = mapped_column(
        ForeignKey("ambassadors.ambassador_id", ondelete="CASCADE"),
        primary_key=True,
        info=dict(_SIGNAL),
    )
    content_id: Mapped[str] = mapped_column(
        ForeignKey("contents.content_id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
        info=dict(_SIGNAL),
    )
    signal: Mapped[str] = mapped_column(String(10), info=dict(_SIGNAL))
