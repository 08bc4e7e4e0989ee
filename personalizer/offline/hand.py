"""What speaks for an author in a wording, run by run of its letters.

All runs of a text are looked up at once, each by a hash of its own, and none is kept as text.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from hashlib import blake2b
from typing import Final, Self, TypeVar

import numpy as np
import numpy.typing as npt

from domain.language import Language
from personalizer.offline.likeness import as_read, usual_in

Option = TypeVar("Option")
Keys = npt.NDArray[np.uint64]
Vector = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

# Odd, so that multiplying loses nothing: in 64 bits, no two runs of a text have one hash.
_SPREADS: Final = np.uint64(0x9E3779B97F4A7C15)
_MIXES: Final = np.uint64(29)
# What a machine rounds its own way is no reason to choose another wording.
_DIGITS: Final = 12
# The same phrases are weighed for every order of the parts.
_MOST_KNOWN: Final = 2_000


@dataclass(frozen=True)
class Runs:
    """Runs in the order of their hashes: how rare each is, and what it says for somebody."""

    keys: Keys
    rarities: Vector
    says: Vector

    def places(self, keys: Keys) -> tuple[Places, npt.NDArray[np.bool_]]:
        """Return where these runs stand, and which of them do; elsewhere a place means nothing."""
        if not len(self.keys):  # posts of a letter each have no runs
            return np.zeros(len(keys), np.intp), np.zeros(len(keys), np.bool_)
        at = np.minimum(self.keys.searchsorted(keys), len(self.keys) - 1)
        return at, self.keys[at] == keys


@dataclass(frozen=True)
class Others:
    """How other people write: the share of their texts that has each run (0 to 1).

    What a run `says` is what speaks against an author who never writes it; `rarest` is how rare
    one is that is not named.
    """

    runs: Runs
    shares: Vector
    rarest: float
    size: float


@dataclass(frozen=True, slots=True)
class Hand:
    """What speaks for an author, run by run; below 0 speaks for other people."""

    runs: Runs
    rarest: float
    _known: dict[bytes, float] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, posts: Sequence[str], language: Language) -> Self:
        """Return the hand that wrote these posts."""
        others = _others(language)
        read = [_counted(as_read(post)) for post in posts]
        damped = np.concatenate([1 + np.log(times) for _, times in read]) / len(read)
        keys, same = np.unique(np.concatenate([found for found, _ in read]), return_inverse=True)
        mean = np.bincount(same, weights=damped, minlength=len(keys))
        at, is_named = others.runs.places(keys)
        rarities = np.where(is_named, others.runs.rarities[at], others.rarest)
        usual = np.where(is_named, others.shares[at], 0.0) / others.size
        size = float(np.linalg.norm(mean * rarities)) or 1.0
        own = Runs(keys, rarities, rarities**2 * (mean / size - usual))
        return cls(_joined(own, others.runs), others.rarest)

    def likeness(self, text: str) -> float:
        """Return how far a text leans to the author's side; 0 leans nowhere."""
        # A wording may hold a note or a line of somebody's posts: none is kept as text.
        known = blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
        if known not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[known] = self._leaning(text)
        return self._known[known]

    def _leaning(self, text: str) -> float:
        found, times = _counted(as_read(text))
        counts = 1 + np.log(times)
        at, is_known = self.runs.places(found)
        weighed = counts * np.where(is_known, self.runs.rarities[at], self.rarest)
        leaning = float((counts * self.runs.says[at] * is_known).sum())
        size = math.sqrt((weighed * weighed).sum())
        return round(leaning / max(size, 1e-9), _DIGITS)

    def by_likeness(self, options: Sequence[tuple[str, Option]]) -> list[Option]:
        """Return the options, each given behind its wording, the likest first."""
        ranked = sorted(options, key=lambda one: -self.likeness(one[0]))
        return [option for _, option in ranked]


@cache
def _others(language: Language) -> Others:
    usual = usual_in(language)
    keys = _keys_of(list(usual.held))
    order = np.argsort(keys)
    shares = np.fromiter(usual.held.values(), float, len(keys))[order]
    rarities = 1 + np.log((1 + usual.texts) / (1 + usual.texts * shares))
    size = float(np.linalg.norm(shares * rarities)) or 1.0
    against = Runs(keys[order], rarities, -(rarities**2) * shares / size)
    return Others(against, shares, 1 + float(np.log(1 + usual.texts)), size)


def _joined(own: Runs, others: Runs) -> Runs:
    """Return an author's runs, and those of others that they never write."""
    _, is_own = own.places(others.keys)
    keys = np.concatenate((own.keys, others.keys[~is_own]))
    rarities = np.concatenate((own.rarities, others.rarities[~is_own]))
    says = np.concatenate((own.says, others.says[~is_own]))
    order = np.argsort(keys)
    return Runs(keys[order], rarities[order], says[order])


def _counted(text: str) -> tuple[Keys, Places]:
    """Return each run of a text once, in the order of the hashes, and how often it stands there."""
    keys = _keys(text)
    keys.sort()
    begins = np.empty(len(keys) + 1, dtype=bool)
    begins[0] = begins[-1] = True
    np.not_equal(keys[1:], keys[:-1], out=begins[1:-1])
    (first,) = begins.nonzero()
    return keys[first[:-1]], first[1:] - first[:-1]


def _keys(text: str) -> Keys:
    """Return a hash of each run of two to four letters of a text."""
    letters = _letters(text)
    run, found = letters, []
    for behind in (1, 2, 3):
        run = _longer(run[:-1], letters[behind:])
        found.append(run)
    return np.concatenate(found)


def _keys_of(runs: Sequence[str]) -> Keys:
    """Return the same of runs that stand alone."""
    keys = np.empty(len(runs), np.uint64)
    lengths = np.fromiter(map(len, runs), int, len(runs))
    for length in set(lengths.tolist()):
        joined = "".join(run for run in runs if len(run) == length)
        first, *rest = _letters(joined).reshape(-1, length).T
        keys[lengths == length] = reduce(_longer, rest, first)
    return keys


def _longer(run: Keys, letter: Keys) -> Keys:
    """Return the hash of a run and a letter behind it."""
    key = run * _SPREADS + letter
    return key ^ (key >> _MIXES)


def _letters(text: str) -> Keys:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
