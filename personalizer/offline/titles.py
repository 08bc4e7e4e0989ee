"""How a draft names its content: by its title, or by as much of it as says what it is.

Titles come as they were published, at times cut short ("Making rules easier to"), with a part
number or a subtitle behind a colon or a dash.
"""

import re
import unicodedata
from typing import Final

from domain.content import ContentItem
from personalizer.clauses import word_count
from personalizer.screening import may_be_named

_UNCITED: Final = re.compile(r"[«»“”\"<>{}|\\`]")
_LONGEST: Final = 18
_FEW: Final = 4
_WAITING: Final = frozenset(
    "the a an of to in on for by with and or but from at as into that than is are your our their"
    " its how why le la les un une des de du d l à au aux en dans pour par sur avec et ou mais que"
    " qui".split()
)
_PART_ENDS: Final = re.compile(r"\s?[:–—]\s|\s-\s|\.\s|,\s")


def title_of(content: ContentItem) -> str | None:
    """Return the title between whose marks a draft names its content, None if it may not be."""
    title = _whole(" ".join(content.title.split()).rstrip(" ."))
    if len(title.split()) > _LONGEST:
        title = _PART_ENDS.split(title)[0]
    is_plain = not any(unicodedata.combining(each) for each in unicodedata.normalize("NFC", title))
    fits = 1 <= len(title.split()) <= _LONGEST and is_plain and may_be_named(title)
    return title if fits and not _UNCITED.search(title) else None


def short_title_of(content: ContentItem) -> str | None:
    """Return a title of so few words that it counts as a name and not as a quotation, or None."""
    title = title_of(content)
    if title is None or word_count(title) <= _FEW:
        return title
    first = _PART_ENDS.split(title)[0]
    return first if word_count(first) <= _FEW and not _dangles(first) else None


def _whole(title: str) -> str:
    """Return a title without the beginning of a part that was cut off."""
    if not _dangles(title):
        return title
    parts = list(_PART_ENDS.finditer(title))
    return title[: parts[-1].start()] if parts else ""


def _dangles(title: str) -> bool:
    """Tell whether a title ends in a word that waits for another one: "the", "of", "and"."""
    last = re.findall(r"\w+", title)[-1:]
    ends = title[-1:].isalnum() and bool(last)
    return ends and last[0].casefold() in _WAITING
