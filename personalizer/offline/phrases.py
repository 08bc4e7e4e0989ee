"""The connecting phrases of each language, read once from their files.

"{The} (dit|explique) {que}{claim}." stands for two phrases: what people word in many ways is
written once, its ways between bars.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from domain.language import Language
from personalizer.offline.typography import typeset

_FOLDER: Final = Path(__file__).parent
_WAYS: Final = re.compile(r"\(([^()]*\|[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every phrase of one language by slot ("hook.figure"), in its typography."""

    pools: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, re.Pattern[str]]

    def pool(self, *path: str) -> tuple[str, ...]:
        """Return the phrases of a slot; a name with "+" stands for two slots together."""
        *outer, last = path
        names = (".".join((*outer, name)) for name in last.split("+"))
        return tuple(phrase for name in names for phrase in self.pools[name])


@cache
def phrases(language: Language) -> Phrases:
    """Return the phrases of a language."""
    text = (_FOLDER / f"phrases.{language}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    kinds = {
        name: re.compile(rf"(?<!\w){words}(?!\w)" if words else "", re.IGNORECASE)
        for name, words in data.pop("kinds").items()
    }
    return Phrases(dict(_flat(data, "", language)), kinds)


def _flat(node: Any, path: str, language: Language) -> list[tuple[str, tuple[str, ...]]]:  # noqa: ANN401 - a tree as YAML gives it
    if isinstance(node, list):
        said = (typeset(one, language) for phrase in node for one in ways(phrase))
        return [(path, tuple(dict.fromkeys(said)))]
    return [
        entry
        for key, child in node.items()
        for entry in _flat(child, f"{path}.{key}" if path else key, language)
    ]


def ways(phrase: str) -> Iterator[str]:
    """Yield a phrase in each of the ways it names."""
    choice = _WAYS.search(phrase)
    if choice is None:
        yield phrase
        return
    for way in choice[1].split("|"):
        yield from ways(f"{phrase[: choice.start()]}{way}{phrase[choice.end() :]}")
