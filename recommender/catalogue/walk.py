"""One document from its bytes to rows, through the feed of a page where it offers one."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from domain.errors import ImportFailed
from domain.language import Language
from recommender.catalogue.documents import Document, Fetch
from recommender.catalogue.formats import Format
from recommender.catalogue.items import accept
from recommender.catalogue.pages import linked_feed
from recommender.catalogue.reading import format_of, read_document
from recommender.catalogue.rows import Noted, Record, Row


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever imports has said beside the location."""

    as_format: Format | None
    fetch: Fetch
    known_language: Language | None
    campaign: str | None


@dataclass(slots=True)
class Progress:
    """How far reading has come."""

    total: int = 0
    done: int = 0


def rows_of(document: Document, wishes: Wishes, progress: Progress) -> Iterator[Row]:
    """Yield the rows of a document and close it; raises ImportFailed when it gives none."""
    with closing(document.stream):
        kind = format_of(document, wishes.as_format)
        feed = None
        if kind is Format.WEB_PAGE and wishes.as_format is None and document.url:
            feed = linked_feed(document)
        if feed is None:
            yield from _read(document, kind, wishes, progress)
        else:
            yield from _followed(document, feed, wishes, progress)


def _followed(page: Document, feed: str, wishes: Wishes, progress: Progress) -> Iterator[Row]:
    try:
        document = wishes.fetch(feed, linked_from=page.url)
    except ImportFailed as error:
        yield Noted(page.name, f"the feed it offers cannot be read, so it is read itself: {error}")
        yield from _read(page, Format.WEB_PAGE, wishes, progress)
        return
    yield Noted(page.name, f"it is a page that offers a feed, which is read instead: {feed}")
    with closing(document.stream):
        yield from _read(document, format_of(document), wishes, progress)


def _read(document: Document, kind: Format, wishes: Wishes, progress: Progress) -> Iterator[Row]:
    reading = read_document(document, kind)
    progress.total = reading.count or document.size
    is_empty = True
    for record in reading.records:
        yield _row(record, wishes)
        is_empty = is_empty and isinstance(record, Noted)
        progress.done = progress.done + 1 if reading.count else document.stream.tell()
    if is_empty:
        raise ImportFailed(f"{document.name} holds no row at all: export it again, with content.")
    progress.done = progress.total


def _row(record: Record | Row, wishes: Wishes) -> Row:
    if not isinstance(record, Record):
        return record
    return accept(record, known_language=wishes.known_language, campaign=wishes.campaign)
