"""What an order asks of every post and a model may leave out: the employer's name, the link.

Whoever names the employer is held to the charter's word on it; a text about the employer's own
content that names nobody would slip past. A link that was left out is put where it was asked for.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from domain.content import ContentItem
from domain.organization import Organization
from personalizer.habits import HASHTAG, LINK
from personalizer.screening import subjects_in

_WORKS_THERE: Final = re.compile(
    r"\bje (?:travaille|bosse)\b|\bmon (?:employeur|entreprise)\b"
    r"|\bi work\b|\bmy (?:employer|company)\b",
    re.IGNORECASE,
)


def discloses_nothing(text: str, content: ContentItem, organization: Organization) -> bool:
    """Tell whether a text about its author's employer's own content says nothing of the employer.

    The content is the employer's own where it names it, or stands on a site of theirs.
    """
    named = subjects_in(organization.names)
    if named is None or named.search(text) or _WORKS_THERE.search(text):
        return False
    told = "\n".join((content.title, content.text, *content.authors))
    return named.search(told) is not None or organization.owns(content.url)


def linked(text: str, url: str | None, characters: int) -> str:
    """Return a text with its link, on a line of its own before the hashtags, if there is room."""
    host = urlsplit(url or "").hostname
    has_link = not url or (host or url) in text or LINK.search(text) is not None
    if has_link or len(text) + len(url or "") + 2 > characters:
        return text
    lines = text.rstrip().split("\n")
    last = len(lines)
    while last > 1 and _is_of_hashtags(lines[last - 1]):
        last -= 1
    said, tags = "\n".join(lines[:last]).rstrip(), "\n".join(lines[last:]).strip()
    return "\n\n".join(part for part in (said, url or "", tags) if part)


def _is_of_hashtags(line: str) -> bool:
    return not HASHTAG.sub("", line).strip()
