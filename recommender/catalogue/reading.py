"""Choosing the reader that a document asks for."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.errors import ImportFailed
from recommender.catalogue.documents import Document
from recommender.catalogue.feeds import read_feed
from recommender.catalogue.formats import Format, detect_format
from recommender.catalogue.json_feeds import read_json_feed
from recommender.catalogue.json_lines import read_json_lines
from recommender.catalogue.markdown import read_markdown
from recommender.catalogue.pages import read_page
from recommender.catalogue.rows import Records
from recommender.catalogue.tables import read_table

_COUNTED = {
    Format.RSS: read_feed,
    Format.ATOM: read_feed,
    Format.JSON_FEED: read_json_feed,
}
_STREAMED: dict[Format, Callable[[Document], Records]] = {
    Format.CSV: read_table,
    Format.JSONL: read_json_lines,
    Format.MARKDOWN: read_markdown,
    Format.WEB_PAGE: read_page,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of a document; `count` is None until all are read."""

    records: Records
    count: int | None = None


def format_of(document: Document, asked: Format | None = None) -> Format:
    """Return the format to read a document in; raises ImportFailed when nothing tells."""
    found = asked or detect_format(document.head(), document.name, document.media_type)
    if found is not None:
        return found
    raise ImportFailed(
        f"{document.name} is in no format that is known: name it, one of {', '.join(Format)}."
    )


def read_document(document: Document, kind: Format) -> Reading:
    """Read a document in a format; raises ImportFailed, now or later, if it gives nothing."""
    if kind in _COUNTED:
        count, records = _COUNTED[kind](document)
        return Reading(records, count)
    return Reading(_STREAMED[kind](document))
