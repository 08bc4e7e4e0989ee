"""The form of a text as numbers: its words, letters, title and ending, each feature a hash.

What kind a text is shows less in its subject than in how it goes: who speaks, what is asked at
the end, how the title is put. Figures and names are therefore one mark each.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from recommender.words import fold

Hashes = npt.NDArray[np.uint32]

# The beginning of a text says what it is; reading on costs time and adds its subject.
_BEGINNING: Final = 1_000
_TOKEN: Final = re.compile(r"[^\W_]+|[?!«»“”\":…–—;]")
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")
_LETTERS: Final = (2, 3, 4, 5)
# What the title and the last sentence say counts half as much again.
WEIGHTS: Final = (1.0, 0.5, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Form:
    """Hashes of features, how often each stands there, and which of four groups it is of."""

    hashes: Hashes
    counts: npt.NDArray[np.float64]
    groups: npt.NDArray[np.intp]


def form_of(title: str, text: str) -> Form:
    """Return the form of a text."""
    beginning = text[:_BEGINNING]
    heading, body = _tokens(title), _tokens(beginning)
    ending = _tokens(_SENTENCE.split(beginning.strip())[-1])
    groups = (
        Counter([*_named("b", body), *_named("b", heading)]),
        Counter([*_named("t", heading), f"t^{next(iter(heading), '')}", f"t${title.strip()[-1:]}"]),
        Counter(_named("l", ending)),
        _letters(f"{title}\n{title}\n{beginning}"),
    )
    hashes = [_hashed(name) for names in groups[:3] for name in names] + list(groups[3])
    counts = [count for names in groups for count in names.values()]
    sizes = [len(names) for names in groups]
    return Form(
        np.array(hashes, np.uint32), np.array(counts, np.float64), np.repeat(range(4), sizes)
    )


def _tokens(text: str) -> list[str]:
    return list(_read(text))


def _read(text: str) -> Iterator[str]:
    starts = True
    for match in _TOKEN.finditer(text):
        word = match.group()
        if not word[0].isalnum():
            yield word
            starts = word in "?!:…"
            continue
        if word[0].isdigit():
            yield "0NUMBER"
        else:
            if word[0].isupper() and len(word) > 1 and not starts:
                yield "0NAME"
            yield fold(word)
        starts = text[match.end() : match.end() + 1] in {".", "!", "?", "\n"}


def _named(where: str, tokens: list[str]) -> Iterable[str]:
    yield from (f"{where}:{token}" for token in tokens)
    yield from (f"{where}:{one} {two}" for one, two in pairwise(tokens))


def _letters(text: str) -> Counter[int]:
    counts: Counter[int] = Counter()
    for word, times in Counter(text.lower().split()).items():
        for piece in _pieces(word[:40]):
            counts[piece] += times
    return counts


@lru_cache(maxsize=16_384)
def _pieces(word: str) -> tuple[int, ...]:
    whole = f" {word} "
    return tuple(
        _hashed(f"c:{whole[at : at + size]}")
        for size in _LETTERS
        for at in range(len(whole) - size + 1)
    )


def _hashed(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))
