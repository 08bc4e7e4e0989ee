"""Drafts that people find again: those they asked for, and those a campaign prepared."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import Owner, personal
from storage.models.base import Base, Instant


class DraftColumns:
    """What is kept of a draft: its owner's, whatever becomes of the content it speaks of."""

    draft_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    ambassador_id: Mapped[str] = mapped_column(
        ForeignKey("ambassadors.ambassador_id", ondelete="CASCADE"), index=True
    )
    content_id: Mapped[str] = mapped_column(String(64), index=True)
    text: Mapped[str] = mapped_column(Text)
    notes: Mapped[list[str]] = mapped_column(JSON)
    language: Mapped[str] = mapped_column(String(2))
    platform: Mapped[str] = mapped_column(String(20))
    angle: Mapped[str] = mapped_column(Text)
    engine: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant, index=True)


class DraftRow(DraftColumns, Base):
    """A draft its owner asked for."""

    __tablename__ = "drafts"


class PreparedDraftRow(DraftColumns, Base):
    """A draft a campaign prepared for somebody who wants that; nobody else sees it."""

    __tablename__ = "prepared_drafts"


for _model, _purpose, _retention in (
    (DraftRow, "drafts", "30 days, or until the purpose is off, or erased"),
    (PreparedDraftRow, "prepared_drafts", "14 days, or until the purpose is off, or erased"),
):
    for _column in _model.__table__.columns:
        _column.info.update(
            personal(owner=Owner.AMBASSADOR, purpose=_purpose, retention=_retention)
        )
