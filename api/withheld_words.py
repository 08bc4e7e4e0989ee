"""What is said of a draft that is not there: why, and what whoever asked can do about it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from domain.language import Bilingual

WORDS: Final = Path(__file__).with_suffix(".yaml")
_OTHER: Final = "other"


def withheld_message(reason: str) -> Bilingual:
    """Return what is said of a reason; one that nobody foresaw is said in general words."""
    words = withheld_words()
    return words.get(reason, words[_OTHER])


@cache
def withheld_words() -> Mapping[str, Bilingual]:
    """Return what is said of each reason; the file is read once."""
    said = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {reason: Bilingual(one["fr"], one["en"]) for reason, one in said.items()}
