"""Texts of every way of hating, and of what only looks like one, by a writer of their own.

Nothing is trained on them. They chose between ways of training, so they are a development set.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain.language import Language

_FILE = Path(__file__).parent / "respect.jsonl"


@dataclass(frozen=True, slots=True)
class Told:
    """A text, whether it is hateful, and which way of hating or of looking so it is one of."""

    text: str
    language: Language
    is_hateful: bool
    function: str


def tried() -> Iterator[Told]:
    """Yield every text."""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        language, function = Language(row["language"]), row["function"]
        yield Told(row["text"], language, row["hateful"], function)
