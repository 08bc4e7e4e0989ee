"""The first answer to each idempotency key, so that a retry gets it again."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import Owner, impersonal, personal
from storage.models.base import Base, Instant

_ANSWER = personal(
    owner=Owner.TOKEN,
    purpose="account",
    retention="24 hours, until the purpose drafts is turned off, or erased; sealed: only the "
    "request's own Idempotency-Key opens the answer",
)


class FirstAnswerRow(Base):
    """One key of one caller, as a keyed hash: being answered, or answered once and for all."""

    __tablename__ = "first_answers"

    key: Mapped[str] = mapped_column(String(64), primary_key=True, info=dict(_ANSWER))
    asked: Mapped[str] = mapped_column(String(64), info=dict(_ANSWER))
    owner_token: Mapped[str] = mapped_column(String(64), index=True, info=dict(_ANSWER))
    run: Mapped[str] = mapped_column(String(200), info=impersonal())
    nonce: Mapped[str] = mapped_column(String(32), info=dict(_ANSWER))
    waits_until: Mapped[datetime] = mapped_column(Instant, info=impersonal())
    ends_at: Mapped[datetime] = mapped_column(Instant, index=True, info=dict(_ANSWER))
    answer: Mapped[str | None] = mapped_column(Text, info=dict(_ANSWER))
    standing: Mapped[str | None] = mapped_column(String(64), info=impersonal())
