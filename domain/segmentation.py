"""Where the sentences of a French or English text stand.

One definition for everybody: what a check calls a sentence is what a draft's grounding map
and the angles of a content call one.
"""

import re
from collections import deque
from collections.abc import Iterator

from domain.placeholders import placeholder_bounds

# Behind these a sentence goes on, whatever follows.
_WITHIN = frozenset("mm mme mmes mlle dr pr ste mr mrs ms cf e.g i.e vs approx tél bd".split())
# A number follows these, or they are words that end a sentence: "The answer is no."
_NUMBERED = frozenset(
    "no nos n° art p pp vol fig est env min max av janv févr avr juil sept oct nov déc jan feb mar"
    " apr jul aug dec".split()
)
# These end a sentence only where a new one plainly begins: "at 6 p.m. The crew leaves".
_EITHER = frozenset("st inc ltd corp co jr sr dept prof ex ph.d etc".split())
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_BEGINNINGS = frozenset(
    "the this that these those it we they you he she in on at for but and so if when our its there"
    " as with le la les un une il elle ils elles on nous vous je ce cet cette ces dans pour mais et"
    " si quand à en au aux".split()
)
_NEXT_WORD = re.compile(r"[\s«\"“'’(]{0,40}(\w{1,40})")
# It begins with one class of letters, so that the engine can leap from one such letter to the next.
_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"'»”’)\]]*(?:\s+»)?(?=\s|$))")
# "Par ici : https://… Petite précision": a link that was announced ends its sentence.
_LINK_END = re.compile(
    r"(?<=[:→👉⤵👇])\s{0,3}https?://\S{1,2000}(?=[ \u00a0\u202f]+[«“\"]?\s?[A-ZÀ-ÖØ-Þ])"
)
_CAPITAL = re.compile(r"[ \u00a0\u202f]+[«“\"]?\s?[A-ZÀ-ÖØ-Þ]")
_BLANK = re.compile(r"\s*")
_LAST_WORD = re.compile(r"[\w.°-]+$")


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence, without the white space around it.

    A line break always ends a sentence; a full stop does not after an abbreviation or an
    initial, nor when the text goes on in lower case. A link behind a colon does where a capital
    follows, and a mark to fill that stands by itself; nothing inside such a mark does.
    """
    start = 0
    for end in _ends(text) if "[" not in text else _ends_beside_marks(text):
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[start:end] for start, end in sentence_bounds(text)]


def _ends(text: str) -> Iterator[int]:
    ends = (
        match.end()
        for match in _END.finditer(text)
        if "\n" in match.group() or _ends_sentence(text, match)
    )
    if "://" not in text:
        return ends
    return iter(sorted({*ends, *(match.end() for match in _LINK_END.finditer(text))}))


def _ends_beside_marks(text: str) -> Iterator[int]:
    """Return the ends of sentences where none stands inside a mark to fill: "[… (a…) ; b]"."""
    ends, kept = deque(_ends(text)), [0]
    for start, end in placeholder_bounds(text):
        while ends and ends[0] <= start:
            kept.append(ends.popleft())
        while ends and ends[0] < end:
            ends.popleft()
        if _BLANK.fullmatch(text, kept[-1], start) and _CAPITAL.match(text, end):
            kept.append(end)
    return iter([*kept[1:], *ends])


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match.group()[0] in "!?…" or len(match.group()) > 1:
        return not _goes_on_in_lower_case(text, match.end())
    return not (_goes_on_in_lower_case(text, match.end()) or _is_abbreviated(text, match))


def _is_abbreviated(text: str, match: re.Match[str]) -> bool:
    """Tell whether a full stop shortens the word before it, and the sentence goes on."""
    word = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    if word is None:
        return False
    last, following = word.group(), _NEXT_WORD.match(text, match.end())
    known, after = last.casefold(), following[1] if following else ""
    if known in _WITHIN or (len(last) == 1 and last.isupper()):
        return True
    if known in _NUMBERED:
        return after[:1].isdigit()
    is_either = known in _EITHER or _LETTERS.fullmatch(known) is not None
    return is_either and not (known == "etc" or after.casefold() in _BEGINNINGS)


def _goes_on_in_lower_case(text: str, position: int) -> bool:
    following = text[position : position + 40].lstrip(" \t\u00a0\u202f«\"“'’(")
    return following[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    finish = start + len(piece.rstrip())
    if begin < finish:
        yield begin, finish
