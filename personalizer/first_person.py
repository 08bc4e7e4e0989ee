"""Sentences in which whoever wrote a content says "I": told as theirs, or by nobody.

Where one author signs the whole of a content, what they say can be given to "the author".
"""

import re
from functools import lru_cache
from typing import Final

from domain.content import ContentItem
from personalizer.interviews import is_answered_by_somebody
from personalizer.passages import Passage
from personalizer.turns import turns_of

_SPEAKS_OF_SELF: Final = re.compile(r"\b(?:(?i:je|j|me|moi|mon|ma|mes|my|myself)|I)\b")
# "Camille Roy" or "Léa, électricienne" on a line of its own: what follows is told by her.
_NAMED: Final = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:(?: [A-ZÀ-Þ][a-zà-ÿ’'-]+){1,2}(?:,[^.\n]{1,60})?|, [^.\n]{1,60})"
)


def speaks_of_self(said: str) -> bool:
    """Tell whether words say "I" or "my"."""
    return _SPEAKS_OF_SELF.search(said) is not None


def is_its_authors(passage: Passage, content: ContentItem) -> bool:
    """Tell whether "I" in a passage can only be the one author of its content."""
    is_alone = len(content.authors) == 1 and passage.speaker is None and _is_of_one(content.text)
    return is_alone and not is_answered_by_somebody(content.text, passage.span.start)


@lru_cache(maxsize=64)
def _is_of_one(text: str) -> bool:
    """Tell whether nobody else has a part of a text: neither an answer nor a portrait."""
    names = (_NAMED.fullmatch(line.strip(" #*_")) for line in text.split("\n"))
    return not turns_of(text) and not any(names)
