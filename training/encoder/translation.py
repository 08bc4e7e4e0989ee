"""Which word means which: learned from the sentence pairs alone.

IBM Model 1 (Brown et al., The Mathematics of Statistical Machine Translation, 1993): a pair of
sentences says that its words mean each other; after a few turns those that explain each other
everywhere take it all. Both directions are learned and their mean is kept.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from training.encoder.corpus import Corpus, Pair
from training.encoder.said import sampled, words_in

_TURNS: Final = 5
# Short sentences say most clearly what means what, and cost least.
_LETTERS: Final = 200
# Pairs of a source that are read; professional and everyday ones whole.
_READ: Final = 12_000
_READ_MORE: Final[Mapping[str, int]] = {"tatoeba": 80_000, "esco": 20_000}
_SELDOM: Final = 0.3

Places = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.float64]
Keys = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Translations:
    """How often the n-th French word stood for the n-th English word."""

    french: list[str]
    english: list[str]
    times: Numbers


def translations(corpus: Corpus, *, seed: int) -> Translations:
    """Learn which words stand for each other."""
    pairs = list(_read(corpus, random.Random(seed)))  # noqa: S311 - a sample, no secret
    names: tuple[dict[str, int], dict[str, int]] = ({}, {})
    sides = [[_places(pair[side], names[side]) for pair in pairs] for side in (0, 1)]
    meetings, french, english = _met(sides[0], sides[1], len(names[1]))
    known, places = np.unique(meetings, return_inverse=True)
    pair = places.astype(np.int32)
    of_french, of_english = known // len(names[1]), known % len(names[1])
    times = _expected(pair, of_french, english) + _expected(pair, of_english, french)
    kept = np.flatnonzero(times / 2 > _SELDOM)
    words = [list(side) for side in names]
    return Translations(
        [words[0][place] for place in of_french[kept]],
        [words[1][place] for place in of_english[kept]],
        times[kept] / 2,
    )


def _read(corpus: Corpus, chance: random.Random) -> Iterator[Pair]:
    for source, rows in corpus.pairs.items():
        short = [pair for pair in rows if max(map(len, pair)) <= _LETTERS]
        yield from sampled(short, _READ_MORE.get(source, _READ), chance)


def _places(text: str, names: dict[str, int]) -> Places:
    words = dict.fromkeys(words_in(text))
    return np.array([names.setdefault(word, len(names)) for word in words], dtype=np.int32)


def _met(
    french: Sequence[Places], english: Sequence[Places], words: int
) -> tuple[Keys, Places, Places]:
    """Put every word of a sentence beside every word of its translation.

    Returns the two words as one number, and which word of which sentence each of them is.
    """
    pairs: list[Keys] = []
    slots: tuple[list[Places], list[Places]] = ([], [])
    read = [0, 0]
    for ours, theirs in zip(french, english, strict=True):
        pairs.append(np.add.outer(ours.astype(np.int64) * words, theirs).ravel())
        places = np.arange(len(ours), dtype=np.int32), np.arange(len(theirs), dtype=np.int32)
        slots[0].append(np.repeat(places[0] + read[0], len(theirs)))
        slots[1].append(np.tile(places[1] + read[1], len(ours)))
        read = [read[0] + len(ours), read[1] + len(theirs)]
    return np.concatenate(pairs), np.concatenate(slots[0]), np.concatenate(slots[1])


def _expected(pair: Places, source: Keys, slot: Places) -> Numbers:
    """Return how often each pair of words is expected to mean each other.

    `slot` says which word is explained where; the words of the other sentence share it.
    """
    times: Numbers = np.bincount(pair).astype(np.float64)
    for _ in range(_TURNS):
        likely = (times / np.bincount(source, weights=times)[source])[pair]
        likely /= np.bincount(slot, weights=likely)[slot]
        times = np.bincount(pair, weights=likely).astype(np.float64)
    return times
