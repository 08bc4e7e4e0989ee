"""What makes a model's text no draft at all, before any charter is asked.

A model may answer with the very text it was to change, with its own instructions, with the
marks of the prompt, with a piece of an old post, in another language, or with no language at all:
what breaks no rule because it says nothing. None of these goes on to a review.
"""

import re
import unicodedata
from collections.abc import Iterable

from domain.language import Language
from personalizer.tongue import language_of

LONGEST_TEXT = 20_000

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"</?[a-z_]{3,}>")
_LINE_END = re.compile(r"[^\S\n]+\n")
_GAP = re.compile(r"\n{3,}")
_ECHO = 10  # words of the instructions in a row; fewer may be said by chance
_OPENING = 5
_COPY = 8  # words of an old post in a row that may still be taken


def tidied(text: str) -> str:
    """Return a text with one kind of line break and nothing invisible to control anything."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
    return _GAP.sub("\n\n", _LINE_END.sub("\n", kept)).strip()


def is_same(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for white space."""
    return one.split() == other.split()


def opening(text: str) -> list[str]:
    """Return the words a text opens with, by which two drafts beside each other are told apart."""
    return _words(text)[:_OPENING]


def defect_of(
    text: str,
    *,
    instructions: str,
    old_posts: Iterable[str] = (),
    material: Iterable[str] = (),
    before: str | None = None,
) -> str | None:
    """Say why a text is no draft, None when it may be one; what is said quotes nothing.

    `material` is what a draft may repeat, `before` the text it was asked to change.
    """
    mine = _words(text)
    copied = _shared(mine, old_posts, _COPY + 1) - _shared(mine, material, _COPY + 1)
    defects = {
        "empty": not text,
        "too long": len(text) > LONGEST_TEXT,
        "the same text again": before is not None and is_same(text, before),
        "written with the marks of the prompt": _MARK.search(text),
        "a piece of its own instructions": _shared(mine, [instructions], _ECHO),
        "a piece of an old post": copied,
    }
    return next((name for name, holds in defects.items() if holds), None)


def foreign_to(text: str, language: Language) -> str | None:
    """Say that a text is in no language, or in another one; None when it is in this one."""
    return None if language_of(text) is language else "not in the language asked for"


def _shared(mine: list[str], texts: Iterable[str], length: int) -> set[tuple[str, ...]]:
    runs = _runs(mine, length)
    return {run for text in texts for run in _runs(_words(text), length) & runs}


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
