"""Words with figures for letters ("c0nnard", "C0b4lt"), read as they are meant.

Each figure becomes one letter, so that every offset stays. What only looks like it stays as it
is: codes and formulas that begin or end with a number (B2B, H2O, COP30, 24h), hexadecimal
numbers, and words with more figures than a reader would see through.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guardrails.reading import Reading

# The sign first, so that the engine leaps from one to the next.
_MASKED = re.compile(r"[0134578@$](?:(?<=[^\W\d_].)|(?=[^\W\d_]))")
# A word from its first sign on: the engine leaps there, and few words have one.
_SIGNED = re.compile(r"[@$0-9][\w@$]*")
_SHORTEST, _LONGEST = 4, 40
_NUMBERED = re.compile(r"^\d{2,}|\d{2,}$")
_HEXADECIMAL = re.compile(r"(?:0[xX])?[0-9a-fA-F]+")
_SIGNS = re.compile(r"[@$0-9]")
_LETTERS = tuple(str.maketrans("0134578@$", f"o{one}eastbas") for one in "il")
_FEWEST_LETTERS = 2
# "0r10n" is read as a word, "c0845" as a code.
_MOST_FIGURES = 0.6


def unmasked(reading: Reading) -> tuple[Reading, ...]:
    """Return the text with its masked words as they may be meant; none if it has none."""
    text = reading.text
    signed = list(words_with_signs(text))
    if not any(_MASKED.search(text[start:end]) for start, end in signed):
        return ()
    masked = [
        (start, end)
        for start, end in signed
        if _SHORTEST <= end - start <= _LONGEST and _is_read(text[start:end])
    ]
    meant = [_unmasked(text, masked, letters) for letters in _LETTERS]
    return tuple(
        Reading(replace(reading.draft, text=one), reading.possible_in)
        for one in dict.fromkeys(meant)
        if one != text
    )


def words_with_signs(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where each word stands that has a figure, an at or a dollar sign."""
    done = 0
    for signed in _SIGNED.finditer(text):
        start = signed.start()
        # No sign stands before it in its word: all of that are letters.
        while start > done and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        done = signed.end()
        yield start, done


def _unmasked(text: str, masked: Iterable[tuple[int, int]], letters: dict[int, int]) -> str:
    pieces, done = list[str](), 0
    for start, end in masked:
        pieces += (text[done:start], text[start:end].translate(letters))
        done = end
    return "".join((*pieces, text[done:]))


def _is_read(word: str) -> bool:
    """Tell a masked word from a code, a formula and a number."""
    if _NUMBERED.search(word) or _HEXADECIMAL.fullmatch(word):
        return False
    figures = len(_SIGNS.findall(word))
    return len(word) - figures >= _FEWEST_LETTERS and figures <= _MOST_FIGURES * len(word)
