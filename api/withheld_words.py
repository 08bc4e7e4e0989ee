"""What is said of a draft that is not there: why, and what whoever asked can do about it.

One that was kept and no longer passes is another case: asking was long ago.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from domain.language import Bilingual

WORDS: Final = Path(__file__).with_suffix(".yaml")
KEPT_WORDS: Final = WORDS.with_name("kept_words.yaml")
_OTHER: Final = "other"
_REPLACED: Final = "model_replaced"


def withheld_message(reason: str, *, model_failure: str | None = None) -> Bilingual:
    """Return what is said of a reason; one that nobody foresaw is said in general words.

    Where a model had failed before, that is said first: the text was another writer's.
    """
    words = withheld_words()
    said = words.get(reason, words[_OTHER])
    if model_failure is None:
        return said
    first = words[_REPLACED]
    return Bilingual(f"{first.fr} {said.fr}", f"{first.en} {said.en}")


def kept_message(reason: str) -> Bilingual:
    """Return what is said of a draft that was kept, and no longer passes for a reason."""
    return kept_words().get(reason) or withheld_message(reason)


@cache
def withheld_words() -> Mapping[str, Bilingual]:
    """Return what is said of each reason; the file is read once."""
    return _read(WORDS)


@cache
def kept_words() -> Mapping[str, Bilingual]:
    """Return what is said of each reason where a draft was kept; the file is read once."""
    return _read(KEPT_WORDS)


def _read(path: Path) -> Mapping[str, Bilingual]:
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {reason: Bilingual(one["fr"], one["en"]) for reason, one in said.items()}
