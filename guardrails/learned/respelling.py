"""Words as people write them who do not want them found: "wmoen", "imigrants", "p*key", "mus1ims".

Only a word that is in no list and no dictionary is looked at, and only words that were listed
can be meant. A letter hidden or given as a figure, letters exchanged, one left out of a long
word, and words run together are seen through.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Self, TypeVar

from guardrails.lexicon import is_given_name, is_known, looks_common

Key = TypeVar("Key", str, tuple[str, int])
_LONGEST = 40
_LONGEST_PART = 16
_SHORTEST = 5  # of a word with letters exchanged
_SHORTEST_CUT = 7  # of a word before a letter was left out
_SHORTEST_RUN = 8  # of words run together
_SHORTEST_PART = 4
_FEWEST_PARTS = 3
_LONG_PART = 5
_FEWEST_SHOWN = 2  # letters left beside hidden ones
_HIDDEN = re.compile(r"\*+")
_FIGURES = tuple(str.maketrans("4310578@$", to) for to in ("aeiostbas", "aelostbas"))
_JOINING = frozenset(
    "de du la le les des une et au est sont ces to of in is are the all my".split()
)


@dataclass(frozen=True, slots=True)
class Respelling:
    """Which listed words a word nobody knows may stand for."""

    listed: frozenset[str]
    mixed: Mapping[str, tuple[str, ...]]
    cut: Mapping[str, tuple[str, ...]]
    sized: Mapping[tuple[str, int], tuple[str, ...]]

    @classmethod
    def of(cls, listed: Iterable[str]) -> Self:
        """Prepare for these words, and for each with an s."""
        words = frozenset(form for word in listed for form in (word, f"{word}s"))
        mixed, cut = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        sized = defaultdict[tuple[str, int], list[str]](list)
        for word in sorted(words):
            sized[word[0], len(word)].append(word)
            if len(word) >= _SHORTEST:
                mixed[_mixed(word)].append(word)
            for at in range(1, len(word)) if len(word) >= _SHORTEST_CUT else ():
                cut[word[:at] + word[at + 1 :]].append(word)
        return cls(words, _frozen(mixed), _frozen(cut), _frozen(sized))

    def meant(self, word: str, is_listed: Callable[[str], bool]) -> tuple[str, ...]:
        """Return the words that one may stand for; none for one that is a word itself.

        `is_listed` tells whether a part of words run together is worth finding.
        """
        if not _SHORTEST <= len(word) <= _LONGEST or "'" in word:
            return ()
        if "*" in word.strip("*"):
            return self._uncovered(word)
        if not word.isalpha():
            plain = dict.fromkeys(word.translate(figures) for figures in _FIGURES)
            return tuple(one for one in plain if one in self.listed)
        if is_known(word) or is_given_name(word):
            return ()
        near = () if looks_common(word) else self.mixed.get(_mixed(word)) or self.cut.get(word)
        return near or _parts(word, is_listed)

    def _uncovered(self, word: str) -> tuple[str, ...]:
        if len(_HIDDEN.sub("", word)) < _FEWEST_SHOWN:
            return ()
        shown = map(re.escape, _HIDDEN.split(word))
        hidden = (f".{{{len(stars)}}}" for stars in _HIDDEN.findall(word))
        woven = zip_longest(shown, hidden, fillvalue="")
        pattern = re.compile("".join(piece for pair in woven for piece in pair))
        alike = self.sized.get((word[0], len(word)), ())
        return tuple(one for one in alike if pattern.fullmatch(one))


def _mixed(word: str) -> str:
    """Return the letters of a word whose middle may stand in any order."""
    return word[0] + "".join(sorted(word[1:]))


def _parts(word: str, is_listed: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the words run together in one, as few as can be, if a listed one is among them."""
    if len(word) < _SHORTEST_RUN:
        return ()
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_PART), end):
            words = best.get(start)
            fewer = words is not None and (end not in best or len(words) + 1 < len(best[end]))
            if words is not None and fewer and _is_part(word[start:end], is_listed):
                best[end] = (*words, word[start:end])
    found = best.get(len(word), ())
    return found if any(_is_told(found, is_listed)) else ()


def _is_told(parts: tuple[str, ...], is_listed: Callable[[str], bool]) -> Iterator[bool]:
    """Yield whether each part was listed, and is no mere end of a word ("councilman")."""
    shortest = _SHORTEST_PART if len(parts) >= _FEWEST_PARTS else _LONG_PART
    return (len(part) >= shortest and is_listed(part) for part in parts)


def _is_part(part: str, is_listed: Callable[[str], bool]) -> bool:
    if part in _JOINING:
        return True
    return len(part) >= _SHORTEST_PART and (is_listed(part) or is_known(part))


def _frozen(table: Mapping[Key, list[str]]) -> dict[Key, tuple[str, ...]]:
    return {key: tuple(words) for key, words in table.items()}
