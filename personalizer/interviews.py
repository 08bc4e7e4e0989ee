"""Who speaks in an interview: a name or its initials before a colon, again and again."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

_LABEL: Final = re.compile(
    r"(?:^|\n)[ \t*_]{0,4}(?P<label>[A-ZÀ-Þ][\w.'’-]{0,20}(?:[ \u00a0][A-ZÀ-Þ][\w.'’-]{0,20}){0,3})"
    r"[*_]{0,2}[ \u00a0\u202f]?:[*_]{0,2}[ \u00a0\u202f]"
)
_AGAIN: Final = 2


@lru_cache(maxsize=64)
def labels_of(text: str) -> frozenset[str]:
    """Return what stands before the colon of those who speak; nothing where nobody speaks twice.

    A name counts with its initials: "Nadia Terrel :", and later "N. T. :".
    """
    found = Counter(one["label"] for one in _LABEL.finditer(text))
    again = {label for label, times in found.items() if times >= _AGAIN}
    initials = {_initials(label) for label in again}
    return frozenset(again | {label for label in found if again and _initials(label) in initials})


def label_length(sentence: str, text: str) -> int:
    """Return how many characters at the beginning of a sentence say who speaks in a text."""
    found = _LABEL.match(sentence)
    return found.end() if found is not None and found["label"] in labels_of(text) else 0


def is_answered_by_somebody(text: str, at: int) -> bool:
    """Tell whether what stands at a place of a text is said by somebody the text interviews."""
    begins = text.rfind("\n", 0, at) + 1
    while begins and not text[begins:at].strip() and begins > 1:
        begins = text.rfind("\n", 0, begins - 1) + 1
    return label_length(text[begins:], text) > 0


def _initials(label: str) -> str:
    return "".join(word[0] for word in label.replace(".", ". ").split())
