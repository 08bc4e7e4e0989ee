"""Words with figures for letters ("c0nnard", "C0b4lt"), read as they are meant.

Each figure becomes one letter, so that every offset stays. What only looks like it stays as it
is: codes and formulas that begin or end with a number (B2B, H2O, COP30, 24h), hexadecimal
numbers, and words with more figures than a reader would see through.
"""

import re
from dataclasses import replace

from guardrails.reading import Reading

_MASKED = re.compile(r"[^\W\d_][0134578@$]|[0134578@$][^\W\d_]")
# A whole word with such a sign: letters first, so that an ordinary word is left at its end.
_WORD = re.compile(r"(?<![\w@$])(?=[^\W0-9]*+[@$0-9])[\w@$]{4,40}+(?![\w@$])")
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
    if _MASKED.search(text) is None:
        return ()
    meant = [_unmasked(text, letters) for letters in _LETTERS]
    return tuple(
        Reading(replace(reading.draft, text=one), reading.possible_in)
        for one in dict.fromkeys(meant)
        if one != text
    )


def _unmasked(text: str, letters: dict[int, int]) -> str:
    return _WORD.sub(lambda word: _meant(word.group(), letters), text)


def _meant(word: str, letters: dict[int, int]) -> str:
    figures = len(_SIGNS.findall(word))
    if _NUMBERED.search(word) or _HEXADECIMAL.fullmatch(word):
        return word
    is_read = len(word) - figures >= _FEWEST_LETTERS and figures <= _MOST_FIGURES * len(word)
    return word.translate(letters) if is_read else word
