"""Where a post speaks of whoever publishes it as of somebody else.

A model that finds its author's name in the source tells of them as a reporter would. A signature,
a name given with an "I" and somebody's words between quotation marks are no such thing.
"""

import re
from collections.abc import Iterator
from typing import Final

from domain.segmentation import sentences

_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|\[[^\]\n]*\]")
_OF_ONESELF: Final = re.compile(
    r"\b(?:je|j['’]|moi|m['’]|mon|ma|mes|i|i['’]m|me|my)\b", re.IGNORECASE
)
_WHERE_ONE_WORKS: Final = re.compile(
    r"\b(?:où|que) je travaille\b|\bje travaille (?:chez|à|pour)\b|\bwhere i work\b"
    r"|\bi work (?:at|for)\b",
    re.IGNORECASE,
)


def told_of_its_author(text: str, author: str | None) -> Iterator[str]:
    """Yield each sentence that has the author's full name and no "I" beside that of the employer.

    A first name alone may be anybody's.
    """
    words = (author or "").split()
    if len(words) > 1:
        full = r"\s+".join(map(re.escape, words))
        name = re.compile(rf"(?<!\w){full}(?!\w)", re.IGNORECASE)
        told = sentences(_QUOTED.sub(" ", text))
        yield from (one for one in told if name.search(one) and not _is_signed(one, name))


def _is_signed(sentence: str, name: re.Pattern[str]) -> bool:
    """Tell whether a sentence is a signature, or presents whoever says "I"."""
    alone = not re.search(r"\w", name.sub("", sentence))
    return alone or bool(_OF_ONESELF.search(_WHERE_ONE_WORKS.sub("", sentence)))
