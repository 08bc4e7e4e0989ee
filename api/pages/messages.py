"""Every text of the pages, in French and in English, by page and language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from api.pages.typography import typeset
from domain.language import Language

_FOLDER = Path(__file__).parent / "messages"


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of one language, by keys such as "suggestions.title"."""

    language: Language
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return a text, its `{places}` filled."""
        return self.texts[key].format(**values)

    def counted(self, key: str, count: int, **values: object) -> str:
        """Return the text for that many: French counts none as one, English as many."""
        is_one = count <= 1 if self.language is Language.FRENCH else count == 1
        return self(f"{key}.{'one' if is_one else 'many'}", count=count, **values)

    def has(self, key: str) -> bool:
        """Tell whether there is such a text."""
        return key in self.texts

    def under(self, prefix: str) -> dict[str, str]:
        """Return the texts whose keys begin with a prefix, without it."""
        start = f"{prefix}."
        return {
            key.removeprefix(start): text
            for key, text in self.texts.items()
            if key.startswith(start)
        }


@cache
def messages_in(language: Language) -> Messages:
    """Return the texts of one language; the files are read once."""
    texts: dict[str, str] = {}
    for path in sorted(_FOLDER.glob(f"*.{language.value}.yaml")):
        for key, text in _flat(yaml.safe_load(path.read_text(encoding="utf-8"))):
            texts[key] = typeset(text, language)
    return Messages(language, texts)


def _flat(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        if isinstance(value, str):
            yield f"{prefix}{name}", value
        else:
            yield from _flat(value, f"{prefix}{name}.")
