"""Where each row starts: what the teacher says of its words, and a direction of its own."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from training.encoder.said import Said
from training.encoder.sharing import SILENT, Places, Sharing, alike
from training.encoder.translation import Translations

# A word this frequent says nothing; the weight is BM25's, of which a query and a text have half
# each, and never quite nothing.
_EVERYWHERE: Final = 0.1
_LEAST: Final = 0.01
_SELDOM: Final = 1e-8
# A translation this unlikely is left out of what a French word means.
_UNLIKELY: Final = 0.05

Table = npt.NDArray[np.float32]


def rarity(sharing: Sharing) -> Table:
    """Return how much each row counts, from 0 to 1, by how rare it is."""
    rare = np.log(_EVERYWHERE / (sharing.shares + _SELDOM))
    weights = np.sqrt(np.maximum(rare, _LEAST))
    weights[SILENT] = 0.0
    return np.asarray(weights / weights.max(), dtype=np.float32)


def scattered(size: int, *, dimension: int, seed: int) -> Table:
    """Return a direction of its own for every row, as far from the others as chance has it."""
    chance = np.random.default_rng(seed)
    return _unit(chance.standard_normal((size, dimension)).astype(np.float32))


def translated(own: Table, sharing: Sharing, found: Translations, *, counts: float) -> Table:
    """Bring each direction nearer those of the words it translates to; `counts` is how much.

    Words in common are then words in common across languages too, before anything is learned.
    """
    ours, theirs = (_places(side, sharing) for side in (found.french, found.english))
    meant = alike(ours, theirs, found.times, sharing.size)
    return _unit(own + counts * (meant @ own).astype(np.float32))


def taught(sharing: Sharing, said: Said, found: Translations, words: Mapping[str, Table]) -> Table:
    """Return the direction of each row's meaning, zeros where the teacher knows none of its words.

    A French word means what its translations mean, each by how likely it is.
    """
    dimension = len(next(iter(words.values())))
    table = np.zeros((sharing.size, dimension), dtype=np.float32)
    for word, vector in {**words, **_of_french(found, words)}.items():
        if word in sharing.rows:
            table[sharing.rows[word]] += vector * said.share(word) ** 0.5
    table[sharing.mixed] = 0.0
    return _unit(table)


def beside(meaning: Table, own: Table, *, counts: float) -> Table:
    """Put both parts into one row; `counts` is the mean length of meaning, the other's being 1."""
    lengths = [np.linalg.norm(part, axis=1) for part in (meaning, own)]
    means = [float(length[length > 0].mean()) for length in lengths]
    return np.concatenate([meaning * counts * means[1] / means[0], own], axis=1)


def _places(words: list[str], sharing: Sharing) -> Places:
    """Return the row of each word, -1 where it has none to itself and its group."""
    rows = np.array([sharing.rows.get(word, SILENT) for word in words], dtype=np.intp)
    alone = (rows != SILENT) & ((rows < sharing.mixed.start) | (rows >= sharing.mixed.stop))
    return np.where(alone, rows, -1)


def _of_french(found: Translations, words: Mapping[str, Table]) -> dict[str, Table]:
    """Return what the teacher would say of French words, by way of English."""
    total = dict.fromkeys(found.french, 0.0)
    for word, times in zip(found.french, found.times, strict=True):
        total[word] += times
    meant: dict[str, Table] = {}
    for word, english, times in zip(found.french, found.english, found.times, strict=True):
        likely = times / total[word]
        if likely >= _UNLIKELY and english in words and word not in words:
            meant[word] = meant.get(word, 0.0) + np.float32(likely) * words[english]
    return meant


def _unit(table: Table) -> Table:
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    unit: Table = np.divide(table, lengths, out=np.zeros_like(table), where=lengths > 0)
    return unit
