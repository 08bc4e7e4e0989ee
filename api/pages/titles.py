"""The contents a page names by their ids, looked up as it names them."""

from dataclasses import dataclass

from domain.content import ContentItem
from domain.errors import NotFound
from storage.contents import Contents


@dataclass(frozen=True, slots=True)
class Titles:
    """Gives the content of an id, None for one that is there no more."""

    contents: Contents

    def __call__(self, content_id: str) -> ContentItem | None:
        """Return the content, to be named by its title."""
        try:
            return self.contents.get(content_id)
        except NotFound:
            return None
