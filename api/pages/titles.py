"""The contents a page names by their ids, looked up together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from domain.content import ContentItem
from storage.contents import Contents


@dataclass(frozen=True, slots=True)
class Titles:
    """Gives the content of an id, None for one that is there no more."""

    items: Mapping[str, ContentItem]

    @classmethod
    def of(cls, contents: Contents, ids: Iterable[str | None]) -> Self:
        """Look up all that a page names: the database is read once, however many there are."""
        named = sorted({one for one in ids if one})
        found = contents.some(named) if named else []
        return cls({item.content_id: item for item in found})

    def __call__(self, content_id: str) -> ContentItem | None:
        """Return the content, to be named by its title."""
        return self.items.get(content_id)
