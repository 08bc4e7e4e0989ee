"""What was given of something that a text tells wrongly: the sentence to read again, the link.

A figure is looked up by itself, a month with its year by the month. What stands nowhere, or only
in a passage too long to be shown, is not guessed at.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.segmentation import sentences
from guardrails.facts.changes import plain_number
from guardrails.hosts import links_in

_NUMBER: Final = re.compile(
    r"\d(?<![\w.,].)\d*(?:[ \u00a0\u202f.,]\d{3}(?!\d))*(?:[.,]\d+)?(?![\d\w])"
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STEM: Final = 5
_LONGEST: Final = 300


def nearest_sentence(words: str, given: Sequence[str]) -> str | None:
    """Return the sentence given that shares most with these words, the first of them above all."""
    numbers, stems = _told(words)
    begins_with_figure = words[:1].isdigit()
    best, most = None, (0, 0)
    for sentence in _short_ones(given):
        theirs, others = _told(sentence)
        figures, said = len(numbers & theirs), len(stems & others)
        shared = (figures, said) if begins_with_figure else (said, figures)
        if shared[0] and shared > most:
            best, most = sentence, shared
    return best


def nearest_link(_words: str, given: Sequence[str]) -> str | None:
    """Return the one link that was given; of several nobody says which was meant."""
    links = {
        text[one.span.start : one.span.end]
        for text in given
        for one in links_in(text)
        if not one.is_bare
    }
    return links.pop() if len(links) == 1 else None


def _short_ones(given: Sequence[str]) -> Iterator[str]:
    return (one for text in given for one in sentences(text) if len(one) <= _LONGEST)


def _told(text: str) -> tuple[frozenset[str], frozenset[str]]:
    numbers = frozenset(plain_number(one) for one in _NUMBER.findall(text))
    return numbers, frozenset(one.casefold()[:_STEM] for one in _WORD.findall(text))
