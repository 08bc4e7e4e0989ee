"""Visible places in a draft where a personal word belongs that nobody may invent."""

import re
from collections.abc import Iterator

from domain.language import Language

_PLACEHOLDER = re.compile(
    r"\[(?:à compléter|a completer|to complete)\s*:[^\]\n]{0,300}\]", re.IGNORECASE
)


def placeholder(hint: str, language: Language) -> str:
    """Return the mark a person replaces by their own words; `hint` says with what."""
    if language is Language.FRENCH:
        return f"[à compléter\u00a0: {hint}]"
    return f"[to complete: {hint}]"


def placeholder_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each placeholder of a text, in either language."""
    return (match.span() for match in _PLACEHOLDER.finditer(text))
