"""How a text is worded where it names a company: its words and pairs of words, names masked.

What a class of words cannot tell is told by the words themselves: « on a ouvert », "gave us". No
name, tag or figure of a text stands among them, so nothing is learned of one company or person.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from guardrails.belonging.around import Around
from guardrails.belonging.classes import LETTERS
from guardrails.belonging.shape import SELF

_MASKED = {
    **dict.fromkeys((LETTERS["NAME"], LETTERS["TEAMTAG"], LETTERS["WORKTAG"]), "_name"),
    **dict.fromkeys((LETTERS["PROPER"], LETTERS["GIVEN"]), "_somebody"),
    LETTERS["NUMBER"]: "_number",
}
_OF_SELF = frozenset(LETTERS[name] for name in SELF)
_STEM = 5  # letters that inflections of a word share
_REACH = 3  # words behind who speaks


def words_of(about: Around, text: str) -> list[str]:
    """Return the words of a bare text around the names of a company, with its names masked."""
    read = about.read
    places = zip(read.letters, read.starts, read.ends, strict=True)
    return [
        _MASKED.get(letter) or text[start:end].strip("'") or "'" for letter, start, end in places
    ]


def worded(words: Sequence[str]) -> Iterator[str]:
    """Yield each word, each pair, and what the inflections of a longer word share."""
    for word in words:
        yield f"word {word}"
        if len(word) > _STEM and word.isalpha():
            yield f"stem {word[:_STEM]}"
    yield from (f"pair {one} {two}" for one, two in pairwise(words))


def of_self(about: Around, words: Sequence[str]) -> list[str]:
    """Return the words right behind a first person: what its author does, has or is."""
    letters = about.read.letters
    return [
        word
        for at, letter in enumerate(letters)
        if letter in _OF_SELF
        for word in words[at + 1 : at + 1 + _REACH]
    ]
