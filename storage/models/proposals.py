"""Proposals of content: they lead to their author only through the token in the author's record."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Date, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import PROPOSAL, Owner, personal
from storage.models.base import Base

_PROPOSAL = personal(
    owner=Owner.TOKEN,
    purpose=PROPOSAL,
    retention="until taken back or erased, together with the content made of it; "
    "90 days once declined",
)


class ProposalRow(Base):
    """A proposal; the day it was made is kept, no hour."""

    __tablename__ = "proposals"

    proposal_id: Mapped[str] = mapped_column(String(64), primary_key=True, info=dict(_PROPOSAL))
    owner_token: Mapped[str] = mapped_column(String(64), index=True, info=dict(_PROPOSAL))
    name: Mapped[str | None] = mapped_column(Text, info=dict(_PROPOSAL))
    title: Mapped[str] = mapped_column(Text, info=dict(_PROPOSAL))
    text: Mapped[str] = mapped_column(Text, info=dict(_PROPOSAL))
    language: Mapped[str] = mapped_column(String(2), info=dict(_PROPOSAL))
    url: Mapped[str | None] = mapped_column(Text, info=dict(_PROPOSAL))
    images: Mapped[list[dict[str, Any]]] = mapped_column(JSON, info=dict(_PROPOSAL))
    note: Mapped[str | None] = mapped_column(Text, info=dict(_PROPOSAL))
    state: Mapped[str] = mapped_column(String(10), index=True, info=dict(_PROPOSAL))
    proposed_on: Mapped[date] = mapped_column(Date, info=dict(_PROPOSAL))
    decided_on: Mapped[date | None] = mapped_column(Date, info=dict(_PROPOSAL))
    # No foreign key: an erasure has to find the drafts on a content that the team deleted.
    content_id: Mapped[str | None] = mapped_column(String(64), info=dict(_PROPOSAL))
