"""Visible places in a draft where a personal word belongs that nobody may invent."""

import re
from collections.abc import Iterator

from domain.language import Language

# A model writes it nearly as it was told: without its accents, its colon, or with two spaces.
# A sign or the bracket's end follows: "[to complete the picture]" is an aside of the author's.
PLACEHOLDER = (
    r"\[[ \u00a0\u202f]{0,3}(?:[àa][ \u00a0\u202f]{1,3}compl[ée]ter"
    r"|to[ \u00a0\u202f]{1,3}(?:be[ \u00a0\u202f]{1,3})?completed?)[ \u00a0\u202f]{0,3}"
    r"(?:\]|[:：\-–—,](?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){0,300}\])"
)
_PLACEHOLDER = re.compile(PLACEHOLDER, re.IGNORECASE)


def placeholder(hint: str, language: Language) -> str:
    """Return the mark a person replaces by their own words; `hint` says with what."""
    if language is Language.FRENCH:
        return f"[à compléter\u00a0: {hint}]"
    return f"[to complete: {hint}]"


def placeholder_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each placeholder of a text, in either language, nearly as told."""
    return (match.span() for match in _PLACEHOLDER.finditer(text))
