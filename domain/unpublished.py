"""What contents under embargo are known by, however somebody comes by them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Final
from unicodedata import normalize

from domain.addresses import page_key
from domain.content import ContentItem

Free = tuple[tuple[datetime, datetime], ...]
"""From when up to when each content of one name may be spoken about (aware, UTC)."""
Until = tuple[tuple[str, Free], ...]
"""What something is known by, with when it is free."""

_WORD: Final = re.compile(r"[^\W_]+")
_ALWAYS: Final = datetime.min.replace(tzinfo=UTC)
_FOREVER: Final = datetime.max.replace(tzinfo=UTC)
# Fewer words are those of many a content: "Podcast", "Notre newsletter".
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Unpublished:
    """The pages, titles and texts that wait, pages by their `page_key`, texts by `words_key`.

    What a content that may be spoken about is known by as well waits for nothing, until that
    content is past its end.
    """

    pages: Until = ()
    titles: Until = ()
    texts: Until = ()

    @classmethod
    def of(cls, items: Iterable[ContentItem]) -> "Unpublished":
        """Return what waits of these contents, none of which is past its end."""
        known = list(items)
        return cls(
            pages=_waiting((page_key(item.url), page_key(item.url), item) for item in known),
            titles=_waiting((words_key(item.title), item.title, item) for item in known),
            texts=_waiting((words_key(item.text), words_key(item.text), item) for item in known),
        )

    def __bool__(self) -> bool:
        """Tell whether anything waits at all."""
        return bool(self.pages or self.titles or self.texts)

    def holds(self, now: datetime, *, url: str | None, title: str, text: str) -> bool:
        """Tell whether a content that somebody brings is one of these."""
        if not self:
            return False
        titles = frozenset(map(words_key, at(now, self.titles)))
        asked = (
            (page_key(url), at(now, self.pages)),
            (words_key(text), at(now, self.texts)),
            (words_key(title), titles),
        )
        return any(one is not None and one in known for one, known in asked)


NOTHING_WAITS: Final = Unpublished()


def at(now: datetime, known: Until) -> frozenset[str]:
    """Return what waits at an instant: for its hour, and nothing of its name is free."""
    return frozenset(name for name, free in known if _waits(now, free))


@lru_cache(maxsize=64)
def words_key(text: str) -> str | None:
    """Return what texts of the same words share; None for so few that many texts have them.

    Case, spaces, quotation marks, dashes and all other signs do not count.
    """
    words = _WORD.findall(normalize("NFKC", text).casefold())
    if len(words) < _FEWEST:
        return None
    return blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _waits(now: datetime, free: Free) -> bool:
    is_free = any(begins <= now < ends for begins, ends in free)
    return not is_free and any(now < begins for begins, _ in free)


def _waiting(known: Iterable[tuple[str | None, str | None, ContentItem]]) -> Until:
    """Return what may wait by its keys, named as contents name it, with when each is free."""
    named: dict[str, dict[str, None]] = {}
    free: dict[str, list[tuple[datetime, datetime]]] = {}
    for key, name, item in known:
        if key is not None and name is not None:
            named.setdefault(key, {})[name] = None
            window = (item.embargo_until or _ALWAYS, item.expires_at or _FOREVER)
            free.setdefault(key, []).append(window)
    return tuple(
        (name, tuple(windows))
        for key, windows in free.items()
        if any(begins > _ALWAYS for begins, _ in windows)
        for name in named[key]
    )
