"""Plain text growing from pieces of HTML: white space as a browser shows it."""

import re
from dataclasses import dataclass, field

_WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Paragraphs:
    """Collects words and breaks; a break never adds to one that is there already."""

    _pieces: list[str] = field(default_factory=list)
    _breaks: int = 2
    _spaced: bool = False
    _mark: str = ""

    def add(self, text: str | None, *, verbatim: bool = False) -> None:
        """Add words; white space counts once, unless it is verbatim."""
        shown = text or ""
        if not verbatim:
            shown = _WHITE.sub(" ", shown)
            shown = shown.lstrip(" ") if self._breaks or self._spaced else shown
        if not shown:
            return
        self._pieces.append(self._mark + shown)
        self._mark = ""
        self._breaks = len(shown) - len(shown.rstrip("\n"))
        self._spaced = shown.endswith(" ")

    def end_line(self, lines: int = 1) -> None:
        """Go to a new line, or with two to a new paragraph."""
        self._pieces.append("\n" * (lines - self._breaks))
        self._breaks = max(lines, self._breaks)

    def begin_item(self) -> None:
        """Mark the next words as an item of a list."""
        self.end_line()
        self._mark = "- "

    def __str__(self) -> str:
        return "".join(self._pieces)
