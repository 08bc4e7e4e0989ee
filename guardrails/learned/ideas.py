"""Ideas: sets of words that mean nearly the same to a rule, in both languages.

What a model learns from one word of an idea it knows of all of them.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import eq
from pathlib import Path
from typing import Literal, Self

from guardrails.learned.respelling import Respelling

_LEET = str.maketrans("4310578@$", "aeiostbas")
_TWICE = re.compile(r"(.)\1+")
# Ideas whose words people misspell on purpose, and those among them that are people.
_WORTH_HIDING = frozenset("group slur hate vile lesser harm".split())
_KINDS = frozenset("group slur".split())
_NONE = frozenset[str]()
_SHORTEST = 2
_SHORTEST_DISGUISED = 4
_LONGEST_KEPT, _MOST_KEPT = 24, 32_768


@dataclass(frozen=True, slots=True)
class Ideas:
    """Which ideas a word belongs to: by the whole of it, or by what it begins with."""

    words: Mapping[str, frozenset[str]]
    beginnings: Mapping[str, frozenset[str]]
    respelling: Respelling | None = None
    _kept: "_Kept" = field(init=False, repr=False, compare=False)
    _cuts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = {len(word) for word in self.beginnings}
        cuts = tuple(sorted(one for one in lengths if _SHORTEST <= one <= _LONGEST_KEPT))
        object.__setattr__(self, "_cuts", cuts)
        object.__setattr__(self, "_kept", _Kept(self._looked_up))

    @classmethod
    def read(cls, path: Path, *, misspelt: bool = False) -> Self:
        """Read a file of ideas, which `misspelt` words may belong to as well."""
        words, beginnings = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        for name, text in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for word in text.replace("|", " ").split():
                table = beginnings if word.endswith("*") else words
                table[word.rstrip("*")].add(name)
        told = (
            word
            for table in (words, beginnings)
            for word, names in table.items()
            if not names.isdisjoint(_WORTH_HIDING)
        )
        respelling = Respelling.of(told) if misspelt else None
        return cls(_frozen(words), _frozen(beginnings), respelling)

    def of(self, word: str) -> frozenset[str]:
        """Return the ideas of a word, also of one with letters doubled or given as figures."""
        return self._kept[word]

    def _looked_up(self, word: str) -> frozenset[str]:
        plain = _plain(word)
        found = self._found(word) or (self._found(plain) if plain != word else _NONE)
        return found or self._meant(word)

    def _meant(self, word: str) -> frozenset[str]:
        """Return the ideas of the words that a misspelt one may stand for, or of their owner."""
        if self.respelling is None:
            return frozenset()
        whose, _, _ = word.partition("'")
        if whose != word:
            return self._found(whose)
        meant = self.respelling.meant(word, lambda part: not _KINDS.isdisjoint(self._found(part)))
        return frozenset[str]().union(*map(self._found, meant))

    def _found(self, word: str) -> frozenset[str]:
        found = self.words.get(word, _NONE)
        for cut in self._cuts:
            if cut > len(word):
                break
            if ideas := self.beginnings.get(word[:cut]):
                found |= ideas
        head, _, tail = word.partition("-")
        return found | self._found(tail) if tail and head else found


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
    plain = word if word.isalpha() else word.translate(_LEET).replace("*", "")
    if any(map(eq, plain, plain[1:])):
        plain = _TWICE.sub(r"\1", plain)
    return plain if len(plain) >= _SHORTEST_DISGUISED else ""


def _frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(names) for word, names in table.items()}


@cache
def ideas(name: Literal["ideas", "enmity"]) -> Ideas:
    """Read one of the two files of ideas, once."""
    return Ideas.read(Path(__file__).parent / f"{name}.toml", misspelt=name == "enmity")
