"""What contents under embargo are known by, however somebody comes by them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Final
from unicodedata import normalize

from domain.addresses import page_key
from domain.content import ContentItem

Until = tuple[tuple[str, datetime], ...]
"""What something is known by, each with the instant it waits for (aware, UTC)."""

_WORD: Final = re.compile(r"[^\W_]+")
# Fewer words are those of many a content: "Podcast", "Notre newsletter".
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Unpublished:
    """The pages, titles and texts that wait, pages by their `page_key`, texts by `words_key`.

    What a content that may be spoken about is known by as well waits for nothing.
    """

    pages: Until = ()
    titles: Until = ()
    texts: Until = ()

    @classmethod
    def of(cls, items: Iterable[ContentItem]) -> "Unpublished":
        """Return what waits of these contents, none of which is past its end."""
        known = list(items)
        return cls(
            pages=_waiting((page_key(item.url), item) for item in known),
            titles=_waiting((item.title, item) for item in known),
            texts=_waiting((words_key(item.text), item) for item in known),
        )

    def __bool__(self) -> bool:
        """Tell whether anything waits at all."""
        return bool(self.pages or self.titles or self.texts)

    def holds(self, now: datetime, *, url: str | None, title: str, text: str) -> bool:
        """Tell whether a content that somebody brings is one of these."""
        if not self:
            return False
        titles = ((words_key(one), until) for one, until in self.titles)
        return (
            page_key(url) in at(now, self.pages)
            or words_key(text) in at(now, self.texts)
            or words_key(title) in at(now, (each for each in titles if each[0]))
        )


NOTHING_WAITS: Final = Unpublished()


def at(now: datetime, known: Iterable[tuple[str | None, datetime]]) -> frozenset[str | None]:
    """Return what still waits at an instant."""
    return frozenset(one for one, until in known if now < until)


@lru_cache(maxsize=64)
def words_key(text: str) -> str | None:
    """Return what texts of the same words share; None for so few that many texts have them.

    Case, spaces, quotation marks, dashes and all other signs do not count.
    """
    words = _WORD.findall(normalize("NFKC", text).casefold())
    if len(words) < _FEWEST:
        return None
    return blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _waiting(known: Iterable[tuple[str | None, ContentItem]]) -> Until:
    """Return what waits, each until the first content that has it is free."""
    first: dict[str, datetime | None] = {}
    for one, item in known:
        if one is not None:
            first[one] = _earlier(first.get(one, item.embargo_until), item.embargo_until)
    return tuple((one, until) for one, until in first.items() if until is not None)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return None if one is None or other is None else min(one, other)
