"""Vectors as they travel (float32, little endian) and as numpy computes with them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Doubles = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]

WIRE = np.dtype("<f4")


def pack(matrix: npt.NDArray[np.floating]) -> list[bytes]:
    """Return each row as bytes, brought to unit length.

    A row of zeros stays zeros; so becomes one with a value that is no number.
    """
    # In double width: the squares of what is tiny or huge in single width would vanish or overflow.
    matrix = matrix.astype(np.float64)
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    sound = np.isfinite(lengths) & (lengths > 0)
    unit = np.divide(matrix, lengths, out=np.zeros_like(matrix), where=sound)
    return [row.tobytes() for row in np.ascontiguousarray(unit, dtype=WIRE)]


def unpack(vectors: Sequence[bytes], dimension: int) -> Floats:
    """Return a matrix with one row per vector.

    What cannot be compared (another length, a value that is no number) becomes a row of zeros,
    which is like nothing.
    """
    matrix = np.zeros((len(vectors), dimension), dtype=np.float32)
    for row, vector in zip(matrix, vectors, strict=True):
        if len(vector) == dimension * WIRE.itemsize:
            row[:] = np.frombuffer(vector, dtype=WIRE)
    matrix[~np.isfinite(matrix).all(axis=1)] = 0.0
    return matrix


def best(values: npt.NDArray[np.float32 | np.float64 | np.int64], k: int) -> Rows:
    """Return the places of the k greatest values, greatest first; of two equals the first."""
    keys = np.negative(values, dtype=np.float64)
    places = np.arange(len(keys))
    if k < len(keys):
        places = np.flatnonzero(keys <= np.partition(keys, k)[k])
    return places[np.argsort(keys[places], kind="stable")][:k]
