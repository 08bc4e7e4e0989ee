"""Reading JSON Feed, versions 1.0 and 1.1."""

import json
from dataclasses import replace

from domain.errors import ImportFailed
from recommender.catalogue.addresses import absolute_url
from recommender.catalogue.documents import Document
from recommender.catalogue.entries import Node, nodes, text
from recommender.catalogue.fields import read_fields
from recommender.catalogue.rows import Place, Records, Rejected, Unusable

_COPIED = ("id", "title", "content_html", "content_text", "summary", "language", "tags")


def read_json_feed(document: Document) -> tuple[int, Records]:
    """Return the number of items, and what they give; raises ImportFailed if there is none."""
    feed = _parsed(document)
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise ImportFailed(f"{document.name} is a JSON Feed without items: nothing to import yet.")
    return len(items), _records(feed, items, document)


def _parsed(document: Document) -> Node:
    try:
        feed = json.loads(document.text())
    except (ValueError, RecursionError) as error:
        line = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ImportFailed(f"{document.name} is not JSON{line}: export it again.") from None
    if isinstance(feed, dict) and "items" in feed:
        return feed
    raise ImportFailed(
        f"{document.name} is JSON, but no JSON Feed: write one object a line, and call it .jsonl."
    )


def _records(feed: Node, items: list[object], document: Document) -> Records:
    source = text(feed, "title") or document.source
    home = text(feed, "home_page_url") or text(feed, "feed_url")
    base = absolute_url(home, document.url) or document.url
    for number, item in enumerate(items, start=1):
        place = Place(document.name, entry=number)
        if not isinstance(item, dict):
            yield Rejected.at(place, "it is not an object: export the feed again")
            continue
        try:
            record = read_fields(_fields(item, feed), place, source=source, base=base)
        except Unusable as unusable:
            yield Rejected.at(place, unusable.reason, field=unusable.field)
        else:
            yield replace(record, usual_language=text(feed, "language") or None)


def _fields(item: Node, feed: Node) -> dict[str, object]:
    return {
        **{name: item.get(name) for name in _COPIED},
        "url": item.get("url") or item.get("external_url"),
        "authors": _authors(item) or _authors(feed),
        "date": item.get("date_published") or item.get("date_modified"),
        "images": [*_named(item), *_attached(item)],
    }


def _authors(parent: Node) -> list[str]:
    # Version 1.0 had one author, 1.1 has a list.
    author = parent.get("author")
    single = [author] if isinstance(author, dict) else []
    return [name for one in (*nodes(parent, "authors"), *single) if (name := text(one, "name"))]


def _named(item: Node) -> list[str]:
    return [address for name in ("image", "banner_image") if (address := text(item, name))]


def _attached(item: Node) -> list[dict[str, str]]:
    return [
        {"url": text(attached, "url"), "alt": text(attached, "title")}
        for attached in nodes(item, "attachments")
        if text(attached, "mime_type").startswith("image/")
    ]
