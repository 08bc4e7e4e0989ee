"""What reading a source gives, row by row: content, a refusal, or a remark."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from domain.content import ContentItem, Image


class Unusable(Exception):
    """One row cannot become content; says why, and in which field."""

    def __init__(self, reason: str, *, field: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its file or address, and its line or its number in a feed."""

    name: str
    line: int | None = None
    entry: int | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.name}, line {self.line}"
        return self.name if self.entry is None else f"{self.name}, entry {self.entry}"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A row that became content; `lacks` names what of a title and a text it came without."""

    item: ContentItem
    where: str
    lacks: Literal["", "title", "text"] = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row, or a whole file of a folder, that gave nothing; `reason` holds the remedy."""

    where: str
    line: int | None
    reason: str
    field: str | None = None

    @classmethod
    def at(cls, place: Place, reason: str, *, field: str | None = None) -> "Rejected":
        """Refuse what stands at a place."""
        return cls(str(place), place.line, reason, field)


@dataclass(frozen=True, slots=True)
class Noted:
    """Something worth knowing about the source; nothing is lost by it."""

    where: str
    message: str


Row: TypeAlias = Accepted | Rejected | Noted

RawDate: TypeAlias = str | date | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row as its source gives it: plain text, but nothing checked yet.

    `key` is the source's own name for the row. `language` is what the row says of itself,
    `usual_language` what its feed says of all its rows. `base` resolves a relative `url`.
    """

    place: Place
    source: str
    title: str = ""
    text: str = ""
    summary: str = ""
    url: str | None = None
    base: str | None = None
    key: str | None = None
    language: str | None = None
    usual_language: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    published: RawDate = None
    embargo: RawDate = None
    expires: RawDate = None
    campaign: str | None = None


Records: TypeAlias = Iterator[Record | Rejected | Noted]
