"""Reading RSS and Atom, the broken ones too: what feedparser can save, goes in."""

import io
from collections.abc import Sequence
from xml.sax import SAXException

from domain.content import Image
from domain.errors import ImportFailed
from recommender.catalogue.addresses import absolute_url
from recommender.catalogue.documents import Document
from recommender.catalogue.entries import FeedFacts, Node, node, nodes, read_entry, text
from recommender.catalogue.markup import read_html
from recommender.catalogue.media import take_media
from recommender.catalogue.repairs import rebuilt, with_whole_characters
from recommender.catalogue.rows import Noted, Place, Records
from recommender.catalogue.xml_safety import harmless


def read_feed(document: Document) -> tuple[int, Records]:
    """Return the number of entries, and what they give; raises ImportFailed if there is none."""
    data = with_whole_characters(harmless(_in_utf8(document), document.name))
    data, pictures = take_media(data, document.url)
    feed = _parsed(data, document)
    entries = nodes(feed, "entries")
    if not entries:
        raise ImportFailed(_nothing_in(feed, document.name))
    return len(entries), _records(feed, pictures, document)


def _in_utf8(document: Document) -> bytes:
    from feedparser.encodings import convert_to_utf8  # noqa: PLC0415 - takes 70 ms

    headers = {"content-type": document.media_type} if document.media_type else {}
    try:
        converted: bytes = convert_to_utf8(headers, document.read(), {})
    except ValueError:
        # It trips over a declared encoding whose very name is broken.
        return document.text().encode()
    return converted


def _parsed(data: bytes, document: Document) -> Node:
    try:
        return _tried(data, document)
    except Exception:  # noqa: BLE001, S110 - on broken feeds it raises what its parsers raise
        pass
    try:
        return _tried(rebuilt(data), document)
    except Exception as error:  # noqa: BLE001 - the same
        raise ImportFailed(
            f"{document.name} cannot be read as a feed ({type(error).__name__}): check it with a"
            " feed validator."
        ) from None


def _tried(data: bytes, document: Document) -> Node:
    import feedparser  # noqa: PLC0415 - takes 70 ms

    headers = {"content-location": document.url} if document.url else {}
    # Its sanitizer would drop the mark of hidden text and keep the text.
    return dict(feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False))


def _records(feed: Node, pictures: Sequence[tuple[Image, ...]], document: Document) -> Records:
    if isinstance(feed.get("bozo_exception"), SAXException):
        yield Noted(document.name, "it is not well-formed; what could be read is here")
    facts = _facts(node(feed, "feed"), document)
    entries = nodes(feed, "entries")
    # Where the two readings of a broken feed differ, nobody knows whose picture is whose.
    matched = pictures if len(pictures) == len(entries) else [()] * len(entries)
    for number, (entry, shown) in enumerate(zip(entries, matched, strict=True), start=1):
        yield read_entry(entry, Place(document.name, entry=number), facts, shown)


def _facts(channel: Node, document: Document) -> FeedFacts:
    return FeedFacts(
        source=read_html(text(channel, "title")).text or document.source,
        base=absolute_url(text(channel, "link"), document.url) or document.url,
        language=text(channel, "language") or None,
    )


def _nothing_in(feed: Node, name: str) -> str:
    if isinstance(feed.get("bozo_exception"), SAXException):
        return f"{name} is not well-formed, and no entry could be saved: check it with a validator."
    return f"{name} is a feed without entries: nothing to import yet."
