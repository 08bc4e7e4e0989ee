"""Reservations: what keeps two colleagues from the same text, without a text or a name."""

from datetime import datetime

from sqlalchemy import LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import Owner, impersonal, personal
from storage.models.base import Base, Instant

_FINGERPRINT = personal(
    owner=Owner.TOKEN, purpose="fingerprints", retention="180 days, or 15 minutes when off"
)


class ReservationRow(Base):
    """An angle and a fingerprint held on one content, by a token only its owner's record knows."""

    __tablename__ = "reservations"

    reservation_id: Mapped[str] = mapped_column(
        String(64), primary_key=True, info=dict(_FINGERPRINT)
    )
    content_key: Mapped[str] = mapped_column(String(128), index=True, info=impersonal())
    angle: Mapped[str] = mapped_column(Text, info=dict(_FINGERPRINT))
    shingles: Mapped[bytes] = mapped_column(LargeBinary, info=dict(_FINGERPRINT))
    embedding: Mapped[bytes] = mapped_column(LargeBinary, info=dict(_FINGERPRINT))
    owner_token: Mapped[str] = mapped_column(String(64), index=True, info=dict(_FINGERPRINT))
    ends_at: Mapped[datetime] = mapped_column(Instant, index=True, info=dict(_FINGERPRINT))
