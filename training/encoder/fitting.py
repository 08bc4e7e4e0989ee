"""Meaning as one sum: rows whose sums stand, text by text, where the teacher puts the English text.

Least squares, held to what the teacher says of single words: solved in seconds by conjugate
gradients, and nothing in it is left to chance.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy import sparse

from training.encoder.reading import Reader, counted
from training.encoder.starting import Table

_STEPS: Final = 25
_TINY: Final = 1e-6
_LEAST: Final = 1e-12


def fitted(
    reader: Reader, table: Table, texts: Sequence[str], told: Table, *, pull: float
) -> Table:
    """Bring each text to where the teacher puts it, or the English one it translates.

    `pull` is how firmly each row is held where it starts, 1 being as firmly as by one text.
    """
    rows, counts, starts = counted(reader, texts)
    read = sparse.csr_matrix((counts, rows, starts), shape=(len(texts), len(table)))
    lengths = np.linalg.norm(read @ table, axis=1)
    says = lengths > _TINY
    scaled = sparse.diags(1 / lengths[says]).astype(np.float32) @ read[says]
    return table + _solved(scaled, told[says] - scaled @ table, pull)


def _solved(read: sparse.csr_matrix, missing: Table, pull: float) -> Table:
    """Return what to add to the rows so that the texts are where they were missed, or nearly.

    Conjugate gradients, every column by itself.
    """
    left = read.T @ missing
    added, towards = np.zeros_like(left), left.copy()
    power = (left * left).sum(axis=0)
    for _ in range(_STEPS):
        changed = read.T @ (read @ towards) + np.float32(pull) * towards
        step = power / np.maximum((towards * changed).sum(axis=0), _LEAST)
        added += step * towards
        left -= step * changed
        before, power = power, (left * left).sum(axis=0)
        towards = left + power / np.maximum(before, _LEAST) * towards
    return np.asarray(added, dtype=np.float32)
