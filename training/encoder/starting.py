"""Where each row starts: what the teacher says of its words, and a direction of its own.

And how both count beside each other, before anything is learned and after.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from training.encoder.kindred import unit
from training.encoder.recipe import Recipe
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
    return unit(chance.standard_normal((size, dimension)).astype(np.float32))


def translated(own: Table, sharing: Sharing, found: Translations, *, counts: float) -> Table:
    """Bring each direction nearer those of the words it translates to; `counts` is how much.

    Words in common are then words in common across languages too, before anything is learned.
    """
    ours, theirs = (_places(side, sharing) for side in (found.french, found.english))
    meant = alike(ours, theirs, found.times, sharing.size)
    return unit(own + counts * (meant @ own).astype(np.float32))


def taught(sharing: Sharing, said: Said, meant: Mapping[str, Table]) -> Table:
    """Return the direction of each row's meaning, zeros where none of its words has any.

    What strangers share by chance means nothing.
    """
    dimension = len(next(iter(meant.values())))
    table = np.zeros((sharing.size, dimension), dtype=np.float32)
    for word, vector in meant.items():
        if word in sharing.rows:
            table[sharing.rows[word]] += vector * said.share(word) ** 0.5
    table[sharing.mixed] = 0.0
    return unit(table)


def beside(meaning: Table, own: Table, *, counts: float) -> Table:
    """Put both parts into one row; `counts` is the mean length of meaning, the other's being 1."""
    lengths = [np.linalg.norm(part, axis=1) for part in (meaning, own)]
    means = [float(length[length > 0].mean()) for length in lengths]
    return np.concatenate([meaning * counts * means[1] / means[0], own], axis=1)


def rebalanced(table: Table, rare: Table, recipe: Recipe) -> Table:
    """Return what was learned as it is read: meaning shorter, rare rows longer beside others."""
    read = table * np.where(rare > 0, rare, 1.0)[:, None] ** recipe.rarity_read
    read[:, : recipe.meaning] *= recipe.meaning_read
    return np.asarray(read, dtype=np.float32)


def _places(words: list[str], sharing: Sharing) -> Places:
    """Return the row of each word, -1 where it has none to itself and its group."""
    rows = np.array([sharing.rows.get(word, SILENT) for word in words], dtype=np.intp)
    together = (rows >= sharing.kindred.start) & (rows < sharing.mixed.stop)
    alone = (rows != SILENT) & ~together
    return np.where(alone, rows, -1)


def in_both(found: Translations, words: Mapping[str, Table]) -> dict[str, Table]:
    """Return what the teacher says of English words, and would say of French ones.

    A French word means what its translations mean, each by how likely it is.
    """
    total = dict.fromkeys(found.french, 0.0)
    for word, times in zip(found.french, found.times, strict=True):
        total[word] += times
    meant: dict[str, Table] = {}
    for word, english, times in zip(found.french, found.english, found.times, strict=True):
        likely = times / total[word]
        if likely >= _UNLIKELY and english in words and word not in words:
            meant[word] = meant.get(word, 0.0) + np.float32(likely) * words[english]
    return {**words, **meant}
