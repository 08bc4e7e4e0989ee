"""Where the sentences of a French or English text stand.

One definition for everybody: what a check calls a sentence is what a draft's grounding map
and the angles of a content call one.
"""

import re
from collections import deque
from collections.abc import Iterator
from string import ascii_letters

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
_PLAIN = frozenset(ascii_letters)
# What `str.isspace` tells to be white space.
_SPACES = frozenset(
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence, without the white space around it.

    A line break always ends a sentence; a full stop does not after an abbreviation or an
    initial, nor when the text goes on in lower case. A link behind a colon does where a capital
    follows, and a mark to fill that stands by itself; nothing inside such a mark does.
    """
    start = 0
    for end in (*(_ends(text) if "[" not in text else _ends_beside_marks(text)), len(text)):
        first, last = start, end
        while first < last and text[first] in _SPACES:
            first += 1
        while first < last and text[last - 1] in _SPACES:
            last -= 1
        if first < last:
            yield first, last
        start = end


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[start:end] for start, end in sentence_bounds(text)]


def _ends(text: str) -> list[int]:
    ends = [
        match.end()
        for match in _END.finditer(text)
        if "\n" in match[0] or _ends_sentence(text, match[0], *match.span())
    ]
    if "://" not in text:
        return ends
    return sorted({*ends, *(match.end() for match in _LINK_END.finditer(text))})


def _ends_beside_marks(text: str) -> list[int]:
    """Return the ends of sentences where none stands inside a mark to fill: "[… (a…) ; b]"."""
    ends, kept = deque(_ends(text)), [0]
    for start, end in placeholder_bounds(text):
        while ends and ends[0] <= start:
            kept.append(ends.popleft())
        while ends and ends[0] < end:
            ends.popleft()
        if _BLANK.fullmatch(text, kept[-1], start) and _CAPITAL.match(text, end):
            kept.append(end)
    return [*kept[1:], *ends]


def _ends_sentence(text: str, marks: str, start: int, end: int) -> bool:
    if _goes_on_in_lower_case(text, end):
        return False
    return marks != "." or not _is_abbreviated(text, start, end)


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Tell whether a full stop shortens the word before it, and the sentence goes on."""
    word = _LAST_WORD.search(text, start - 20, start)  # before the text nothing stands
    if word is None:
        return False
    last, known = word[0], word[0].casefold()
    if known in _WITHIN or (last == last[0] and last.isupper()):
        return True
    if known in _NUMBERED:
        return _word_behind(text, end)[:1].isdigit()
    is_either = known in _EITHER or ("." in known and _LETTERS.fullmatch(known) is not None)
    return is_either and known != "etc" and _word_behind(text, end).casefold() not in _BEGINNINGS


def _word_behind(text: str, end: int) -> str:
    following = _NEXT_WORD.match(text, end)
    return following[1] if following else ""


def _goes_on_in_lower_case(text: str, position: int) -> bool:
    if text[position : position + 1] == " ":  # as nearly everywhere, a plain letter follows
        following = text[position + 1 : position + 2]
        if following in _PLAIN:
            return following >= "a"
    following = text[position : position + 40].lstrip(" \t\u00a0\u202f«\"“'’(")
    return following[:1].islower()
