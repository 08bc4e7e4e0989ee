"""Where the sentences of a French or English text stand.

One definition for everybody: what a check calls a sentence is what a draft's grounding map
and the angles of a content call one.
"""

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle dr pr st ste mr mrs ms prof sr jr no nos n° art p pp vol fig cf ex env etc"
    " inc ltd corp co vs e.g i.e u.s u.k a.m p.m approx dept est min max tél av bd".split()
)
# It begins with one class of letters, so that the engine can leap from one such letter to the next.
_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"'»”’)\]]*(?:\s+»)?(?=\s|$))")
_LAST_WORD = re.compile(r"[\w.°-]+$")


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence, without the white space around it.

    A line break always ends a sentence; a full stop does not after an abbreviation or an
    initial, nor when the text goes on in lower case.
    """
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match.group() and not _ends_sentence(text, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[start:end] for start, end in sentence_bounds(text)]


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match.group()[0] in "!?…" or len(match.group()) > 1:
        return not _goes_on_in_lower_case(text, match.end())
    word = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    last = word.group().casefold() if word else ""
    is_initial = len(last) == 1 and last.isalpha() and word is not None and word.group().isupper()
    if last in _ABBREVIATIONS or is_initial:
        return last == "etc" and not _goes_on_in_lower_case(text, match.end())
    return not _goes_on_in_lower_case(text, match.end())


def _goes_on_in_lower_case(text: str, position: int) -> bool:
    following = text[position : position + 40].lstrip(" \t\u00a0\u202f«\"“'’(")
    return following[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    finish = start + len(piece.rstrip())
    if begin < finish:
        yield begin, finish
