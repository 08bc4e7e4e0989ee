"""What staff did, and every charter that was in force."""

from datetime import datetime

from sqlalchemy import Boolean, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import impersonal
from storage.models.base import Base, Instant


class AuditRow(Base):
    """One deed of a member of staff; no employee stands in it, and no text."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, info=impersonal())
    at: Mapped[datetime] = mapped_column(Instant, info=impersonal())
    who: Mapped[str] = mapped_column(String(64), info=impersonal())
    action: Mapped[str] = mapped_column(String(40), info=impersonal())
    about: Mapped[str] = mapped_column(String(200), info=impersonal())


class CharterRow(Base):
    """One version of the charter as it was put; the newest is in force.

    `is_filed` tells that the data folder's file says the same, or that nobody has to write it.
    """

    __tablename__ = "charters"

    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, info=impersonal())
    version: Mapped[str] = mapped_column(String(60), unique=True, info=impersonal())
    digest: Mapped[str] = mapped_column(String(64), info=impersonal())
    yaml: Mapped[str] = mapped_column(Text, info=impersonal())
    put_at: Mapped[datetime] = mapped_column(Instant, info=impersonal())
    put_by: Mapped[str] = mapped_column(String(64), info=impersonal())
    is_filed: Mapped[bool] = mapped_column(Boolean, info=impersonal())
