"""Ideas: sets of words that mean nearly the same to a rule, in both languages.

What a model learns from one word of an idea it knows of all of them.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, Self

_LEET = str.maketrans("4310578@$", "aeiostbas")
_TWICE = re.compile(r"(.)\1+")
_SHORTEST = 2
_SHORTEST_DISGUISED = 4
_LONGEST_KEPT, _MOST_KEPT = 24, 32_768


@dataclass(frozen=True, slots=True)
class Ideas:
    """Which ideas a word belongs to: by the whole of it, or by what it begins with."""

    words: Mapping[str, frozenset[str]]
    beginnings: Mapping[str, frozenset[str]]
    _kept: "_Kept" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_kept", _Kept(self._looked_up))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file of ideas."""
        words, beginnings = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        for name, text in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for word in text.replace("|", " ").split():
                table = beginnings if word.endswith("*") else words
                table[word.rstrip("*")].add(name)
        return cls(_frozen(words), _frozen(beginnings))

    def of(self, word: str) -> frozenset[str]:
        """Return the ideas of a word, also of one with letters doubled or given as figures."""
        return self._kept[word]

    def of_each(self, words: Iterable[str]) -> list[frozenset[str]]:
        """Return the ideas of each of some words."""
        return list(map(self._kept.__getitem__, words))

    def _looked_up(self, word: str) -> frozenset[str]:
        return self._found(word) or self._found(_plain(word))

    def _found(self, word: str) -> frozenset[str]:
        found = set(self.words.get(word, ()))
        for cut in range(_SHORTEST, min(len(word), _LONGEST_KEPT) + 1):
            found |= self.beginnings.get(word[:cut], frozenset())
        head, _, tail = word.partition("-")
        return frozenset(found | self._found(tail) if tail and head else found)


class _Kept(dict[str, frozenset[str]]):
    """The ideas of each word met, looked up once."""

    def __init__(self, look_up: Callable[[str], frozenset[str]]) -> None:
        self._look_up = look_up

    def __missing__(self, word: str) -> frozenset[str]:
        found = self._look_up(word)
        if len(word) <= _LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[word] = found
        return found


def _plain(word: str) -> str:
    plain = _TWICE.sub(r"\1", word.translate(_LEET).replace("*", ""))
    return plain if len(plain) >= _SHORTEST_DISGUISED else ""


def _frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(names) for word, names in table.items()}


@cache
def ideas(name: Literal["ideas", "enmity"]) -> Ideas:
    """Read one of the two files of ideas, once."""
    return Ideas.read(Path(__file__).parent / f"{name}.toml")
