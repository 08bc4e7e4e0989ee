"""One entry of a feed, as feedparser gives it, as a record."""

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from time import struct_time
from typing import TypeAlias

from domain.content import Image
from recommender.catalogue.addresses import absolute_url
from recommender.catalogue.markup import Shown, read_html
from recommender.catalogue.rows import Place, Record
from recommender.catalogue.values import without_address

Node: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFacts:
    """What a feed says of all its entries."""

    source: str
    base: str | None = None
    language: str | None = None


def read_entry(entry: Node, place: Place, feed: FeedFacts, pictures: Sequence[Image]) -> Record:
    """Return the record an entry stands for; what it does not say is absent."""
    summary = _shown(node(entry, "summary_detail"), feed.base)
    written = nodes(entry, "content")
    contents = [_shown(content, feed.base) for content in written]
    body = max(contents, key=lambda content: len(content.text), default=summary)
    body = body if body.text else summary
    return Record(
        place=place,
        source=feed.source,
        title=_shown(node(entry, "title_detail"), feed.base).text,
        text=body.text,
        summary=summary.text,
        url=absolute_url(text(entry, "link"), feed.base),
        key=text(entry, "id") or None,
        usual_language=_language(written) or feed.language,
        authors=tuple(without_address(text(author, "name")) for author in nodes(entry, "authors")),
        tags=tuple(text(tag, "label") or text(tag, "term") for tag in nodes(entry, "tags")),
        images=(*pictures, *_enclosed(entry, feed.base), *body.images),
        published=_moment(entry, "published_parsed", "updated_parsed", "created_parsed"),
        embargo=_validity(entry, "start"),
        expires=_moment(entry, "expired_parsed")
        or text(entry, "expired")
        or _validity(entry, "end"),
    )


def text(parent: Node, key: str) -> str:
    """Return a text of a node, empty where it has none."""
    value = parent.get(key)
    return value if isinstance(value, str) else ""


def node(parent: Node, key: str) -> Node:
    """Return a node of a node, empty where it has none."""
    value = parent.get(key)
    # feedparser's own dictionaries answer for keys they lack, with a warning.
    return dict(value) if isinstance(value, dict) else {}


def nodes(parent: Node, key: str) -> list[Node]:
    """Return the list of nodes in a node."""
    value = parent.get(key)
    return [dict(one) for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _shown(detail: Node, base: str | None) -> Shown:
    value = text(detail, "value")
    return Shown(value) if text(detail, "type") == "text/plain" else read_html(value, base=base)


def _language(contents: Sequence[Node]) -> str | None:
    return next((found for content in contents if (found := text(content, "language"))), None)


def _enclosed(entry: Node, base: str | None) -> list[Image]:
    links = nodes(entry, "links")
    addresses = [
        absolute_url(text(link, "href"), base)
        for link in links
        if text(link, "rel") == "enclosure" and text(link, "type").startswith("image/")
    ]
    return [Image(url=address) for address in addresses if address]


def _moment(entry: Node, *keys: str) -> datetime | None:
    for key in keys:
        value = entry.get(key)
        if isinstance(value, struct_time):
            return _from_struct(value)
    return None


def _validity(entry: Node, edge: str) -> str | None:
    # Here and in `expired` what cannot be read is passed on, to be refused: content that nobody
    # may speak of yet, or any more, must not go in as if it had no such date.
    match = re.search(rf"\b{edge}\s*=([^;]*)", text(entry, "validity"))
    return match[1] if match else None


def _from_struct(value: struct_time) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(value), UTC)
    except (ValueError, OverflowError, OSError):
        return None
