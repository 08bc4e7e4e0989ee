"""Links that tell which content and campaign a visit came from, and nothing of who shared them."""

from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from domain.content import ContentItem

SOURCE: Final = "porte-voix"
MEDIUM: Final = "employee_advocacy"


def tagged_link(item: ContentItem) -> str | None:
    """Return the content's address with its UTM values, None when it has none.

    Everybody gets the same link: a value of one's own would follow one person. Values that the
    address carries already stay as they are.
    """
    if item.url is None:
        return None
    parts = urlsplit(item.url)
    given = parse_qsl(parts.query, keep_blank_values=True)
    names = {name for name, _ in given}
    added = [(name, value) for name, value in _values(item) if name not in names]
    query = "&".join(filter(None, (parts.query, urlencode(added))))
    return urlunsplit(parts._replace(query=query))


def _values(item: ContentItem) -> list[tuple[str, str]]:
    values = [("utm_source", SOURCE), ("utm_medium", MEDIUM), ("utm_content", item.content_id)]
    return [*values, ("utm_campaign", item.campaign)] if item.campaign else values
