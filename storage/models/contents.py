"""Content, its vectors, and a counter that tells other processes something changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.declaration import impersonal
from storage.models.base import Base, Instant


class ContentRow(Base):
    """One item of content; its authors are named in public by whoever published it."""

    __tablename__ = "contents"

    content_id: Mapped[str] = mapped_column(String(64), primary_key=True, info=impersonal())
    digest: Mapped[str] = mapped_column(String(128), info=impersonal())
    title: Mapped[str] = mapped_column(Text, info=impersonal())
    text: Mapped[str] = mapped_column(Text, info=impersonal())
    summary: Mapped[str | None] = mapped_column(Text, info=impersonal())
    language: Mapped[str] = mapped_column(String(2), info=impersonal())
    url: Mapped[str | None] = mapped_column(Text, info=impersonal())
    page_key: Mapped[str | None] = mapped_column(String(32), index=True, info=impersonal())
    source: Mapped[str] = mapped_column(Text, info=impersonal())
    authors: Mapped[list[str]] = mapped_column(JSON, info=impersonal())
    tags: Mapped[list[str]] = mapped_column(JSON, info=impersonal())
    images: Mapped[list[dict[str, Any]]] = mapped_column(JSON, info=impersonal())
    campaign: Mapped[str | None] = mapped_column(Text, info=impersonal())
    published_at: Mapped[datetime | None] = mapped_column(Instant, info=impersonal())
    embargo_until: Mapped[datetime | None] = mapped_column(Instant, info=impersonal())
    expires_at: Mapped[datetime | None] = mapped_column(Instant, info=impersonal())
    imported_at: Mapped[datetime] = mapped_column(Instant, info=impersonal())


class EmbeddingRow(Base):
    """The vector of a content under one encoder; SQL is where every vector is kept."""

    __tablename__ = "embeddings"

    content_id: Mapped[str] = mapped_column(
        ForeignKey("contents.content_id", ondelete="CASCADE"), primary_key=True, info=impersonal()
    )
    encoder: Mapped[str] = mapped_column(String(200), primary_key=True, info=impersonal())
    digest: Mapped[str] = mapped_column(String(128), info=impersonal())
    vector: Mapped[bytes] = mapped_column(LargeBinary, info=impersonal())


class ReadingRow(Base):
    """The words of a content as one reader counted them: derived, and made again when missing."""

    __tablename__ = "readings"

    content_id: Mapped[str] = mapped_column(
        ForeignKey("contents.content_id", ondelete="CASCADE"), primary_key=True, info=impersonal()
    )
    reader: Mapped[str] = mapped_column(String(64), info=impersonal())
    digest: Mapped[str] = mapped_column(String(128), info=impersonal())
    reading: Mapped[bytes] = mapped_column(LargeBinary, info=impersonal())


class CatalogueRow(Base):
    """One row whose revision rises with every change of content or vectors.

    `removals` rises when something is taken out for good: indexes are then made anew.
    """

    __tablename__ = "catalogue"

    id: Mapped[int] = mapped_column(primary_key=True, info=impersonal())
    revision: Mapped[int] = mapped_column(info=impersonal())
    removals: Mapped[int] = mapped_column(info=impersonal())
