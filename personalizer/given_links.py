"""A link that nobody gave: invented, shortened, or the content's own with a piece missing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_LINK: Final = re.compile(r"(?:https?://|www\.)[^\s<>«»“”\"]+", re.IGNORECASE)
_SCHEME: Final = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def holds_other_links(text: str, material: Iterable[str]) -> bool:
    """Tell whether a text holds a link that its material does not.

    A model is given its links, and has no reason to know another.
    """
    known = "\n".join(material)
    return bool(known.strip()) and not set(_links(text)) <= set(_links(known))


def _links(text: str) -> Iterator[str]:
    for match in _LINK.finditer(text):
        yield _SCHEME.sub("", match[0]).rstrip(".,;:!?)]…'’/*_").casefold()
