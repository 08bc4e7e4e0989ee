"""What a judge quotes: where it stands in the draft, and whether it is the judge's own orders."""

from domain.review import Span
from guardrails.reading import fold

_RUN = 6  # words; fewer, and any text may share them


def place_of(quote: str, text: str) -> Span | None:
    """Return where a quotation stands in a text, its signs and spaces typed otherwise or not."""
    said = quote.strip()
    start = text.find(said) if said else -1
    if start >= 0:
        return Span(start, start + len(said))
    folded, sought = fold(text, accents=True), fold(said, accents=True).text.strip(" \"'")
    start = folded.text.find(sought) if sought else -1
    return folded.span(start, start + len(sought)) if start >= 0 else None


def recites(quote: str, told: str, text: str, mark: str) -> bool:
    """Tell whether a quotation is of what the judge was told instead of the text.

    It is when it shows the mark, or six words in a row of the instructions, that the text
    itself does not hold.
    """
    if mark and mark in quote and mark not in text:
        return True
    return not _runs(quote).isdisjoint(_runs(told) - _runs(text))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = fold(text, accents=False).text.split()
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))
