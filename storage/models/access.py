"""Keys and sessions: who may call, kept as hashes only."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import Owner, impersonal, personal
from storage.models.base import Base, Instant

_KEY = personal(owner=Owner.AMBASSADOR, purpose="account", retention="until revoked or erased")
_GRANT = personal(owner=Owner.AMBASSADOR, purpose="account", retention="until withdrawn or erased")
_SESSION = personal(owner=Owner.AMBASSADOR, purpose="account", retention="12 hours")


class ApiKeyRow(Base):
    """A key of a platform, a person or the communication team; the key itself is not kept.

    When a key was last used is kept for platforms alone: for a person it would be a trace of
    their participation.
    """

    __tablename__ = "api_keys"

    key_id: Mapped[str] = mapped_column(String(32), primary_key=True, info=dict(_KEY))
    digest: Mapped[str] = mapped_column(String(64), unique=True, info=dict(_KEY))
    role: Mapped[str] = mapped_column(String(20), info=dict(_KEY))
    name: Mapped[str | None] = mapped_column(Text, info=dict(_KEY))
    created_at: Mapped[datetime] = mapped_column(Instant, info=dict(_KEY))
    revoked_at: Mapped[datetime | None] = mapped_column(Instant, info=dict(_KEY))
    platform_last_used_at: Mapped[datetime | None] = mapped_column(Instant, info=impersonal())
    ambassador_id: Mapped[str | None] = mapped_column(
        ForeignKey("ambassadors.ambassador_id", ondelete="CASCADE"), info=dict(_KEY)
    )
    scopes: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True), info=dict(_KEY))
    # The key before the last rotation, believed for a while.
    previous_digest: Mapped[str | None] = mapped_column(String(64), index=True, info=dict(_KEY))
    previous_ends_at: Mapped[datetime | None] = mapped_column(Instant, info=dict(_KEY))


class GrantRow(Base):
    """That a person lets a platform ask on their behalf, by the id of their record."""

    __tablename__ = "grants"

    ambassador_id: Mapped[str] = mapped_column(
        ForeignKey("ambassadors.ambassador_id", ondelete="CASCADE"),
        primary_key=True,
        info=dict(_GRANT),
    )
    key_id: Mapped[str] = mapped_column(
        ForeignKey("api_keys.key_id", ondelete="CASCADE"), primary_key=True, info=dict(_GRANT)
    )
    granted_at: Mapped[datetime] = mapped_column(Instant, info=dict(_GRANT))


class SessionRow(Base):
    """A signed-in browser, or a sign-in link not yet followed; both kept as hashes."""

    __tablename__ = "sessions"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True, info=dict(_SESSION))
    kind: Mapped[str] = mapped_column(String(10), info=dict(_SESSION))
    role: Mapped[str] = mapped_column(String(20), info=dict(_SESSION))
    ends_at: Mapped[datetime] = mapped_column(Instant, index=True, info=dict(_SESSION))
    ambassador_id: Mapped[str | None] = mapped_column(
        ForeignKey("ambassadors.ambassador_id", ondelete="CASCADE"), info=dict(_SESSION)
    )
    # Which member of the communication team or administrator; an employee is never named here.
    staff: Mapped[str | None] = mapped_column(String(64), info=impersonal())
