"""What a proposal says to whoever decides on it, in the language of the policy it came from."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from domain.language import Language

WORDS: Final = Path(__file__).with_suffix(".toml")
# A reader counts in English; "page" is a page in both languages.
_PLACES: Final = {"paragraph": "paragraphe", "table": "tableau"}
_PLACE: Final = re.compile(r"^(?:paragraph|table)(?= )")


def remark(key: str, language: Language, **values: object) -> str:
    """Return one of our sentences, with its values."""
    return _said()[key][language.value].format_map(values)


def place(where: str, language: Language) -> str:
    """Return where a paragraph stands, as one says it in a language."""
    if language is Language.ENGLISH:
        return where
    return _PLACE.sub(lambda found: _PLACES[found[0]], where)


@cache
def _said() -> Mapping[str, Mapping[str, str]]:
    said: Mapping[str, Mapping[str, str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return said
