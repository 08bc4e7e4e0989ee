"""People: what they said of themselves, and which purposes they turned on."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import Owner, impersonal, personal
from storage.models.base import Base, Instant

_ACCOUNT = personal(owner=Owner.AMBASSADOR, purpose="account", retention="until erased")
_PRESENCE = personal(
    owner=Owner.AMBASSADOR,
    purpose="account",
    retention="the month of the last sign-in; after 12 months without one, all is erased",
)
_PROFILE = personal(
    owner=Owner.AMBASSADOR, purpose="profile", retention="until the purpose is off, or erased"
)
_VOICE = personal(
    owner=Owner.AMBASSADOR, purpose="voice", retention="until the purpose is off, or erased"
)


class AmbassadorRow(Base):
    """A volunteer. Everything but the account is there only while its purpose is on."""

    __tablename__ = "ambassadors"

    ambassador_id: Mapped[str] = mapped_column(String(64), primary_key=True, info=dict(_ACCOUNT))
    owner_token: Mapped[str] = mapped_column(String(64), unique=True, info=dict(_ACCOUNT))
    created_at: Mapped[datetime] = mapped_column(Instant, info=dict(_ACCOUNT))
    version: Mapped[int] = mapped_column(info=dict(_ACCOUNT))
    name: Mapped[str | None] = mapped_column(Text, info=dict(_PROFILE))
    organization: Mapped[str | None] = mapped_column(Text, info=dict(_PROFILE))
    profile: Mapped[dict[str, float] | None] = mapped_column(JSON, info=dict(_PROFILE))
    languages: Mapped[list[str]] = mapped_column(JSON, info=dict(_PROFILE))
    topics: Mapped[list[str]] = mapped_column(JSON, info=dict(_PROFILE))
    never: Mapped[list[str]] = mapped_column(JSON, info=dict(_PROFILE))
    posts: Mapped[list[str]] = mapped_column(JSON, info=dict(_VOICE))
    voice_cards: Mapped[list[dict[str, Any]]] = mapped_column(JSON, info=dict(_VOICE))
    signed_in_month: Mapped[str] = mapped_column(String(7), info=dict(_PRESENCE))


class PurposeRow(Base):
    """The ledger: each time a person turned a purpose on or off. The latest entry holds."""

    __tablename__ = "purposes"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, info=impersonal())
    ambassador_id: Mapped[str] = mapped_column(
        ForeignKey("ambassadors.ambassador_id", ondelete="CASCADE"), index=True, info=dict(_ACCOUNT)
    )
    purpose: Mapped[str] = mapped_column(String(40), info=dict(_ACCOUNT))
    is_on: Mapped[bool] = mapped_column(Boolean, info=dict(_ACCOUNT))
    changed_at: Mapped[datetime] = mapped_column(Instant, info=dict(_ACCOUNT))


class ErasureRow(Base):
    """That somebody was erased, as a keyed hash, so that nothing brings them back."""

    __tablename__ = "erasures"

    tombstone: Mapped[str] = mapped_column(String(64), primary_key=True, info=impersonal())
    asked_at: Mapped[datetime] = mapped_column(Instant, info=impersonal())
    finished_at: Mapped[datetime | None] = mapped_column(Instant, info=impersonal())
