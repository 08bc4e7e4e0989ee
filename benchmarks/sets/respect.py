"""Texts of every way of hating, and of what only looks like one, by two writers.

Nothing is trained on them. Those of the third writer chose between ways of training, so they are
a development set; those of the fourth, who had seen nothing of ours, only measure.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from domain.language import Language

Writer = Literal["third", "fourth"]
WRITERS: tuple[Writer, ...] = ("third", "fourth")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Told:
    """A text, whether it is hateful, and which way of hating or of looking so it is one of."""

    text: str
    language: Language
    is_hateful: bool
    function: str


def tried(writer: Writer) -> Iterator[Told]:
    """Yield every text of a writer."""
    path = _FOLDER / f"respect_{writer}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        language, function = Language(row["language"]), row["function"]
        yield Told(row["text"], language, row["hateful"], function)
