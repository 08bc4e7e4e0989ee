"""How far a text stands on one author's side, measured against everybody else at hand.

In counts and runs, the nearness of the text to the author is set beside that of other people's
texts to the same author; in words, beside that of the same text to other authors, because a
text is near to all who speak of its topic.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from personalizer.stylometry.background import VIEWS, Vector

# Tuned on two company blogs (fr and en, four windows of each text); near optima are flat.
_WEIGHTS: Final = {"counts": 1.5, "masked": 1.5, "marks": 0.7, "words": 0.8}
_BESIDE_AUTHORS: Final = "words"
_LEAST_OTHERS: Final = 2

Rows = tuple[Vector, ...]


def rows_of(read: Sequence[tuple[Vector, ...]]) -> Rows:
    """Return one table per view, a row per text."""
    return tuple(np.array(rows) for rows in zip(*read, strict=True))


def profile_of(rows: Rows) -> tuple[Vector, ...]:
    """Return where all texts of an author stand together, in each view."""
    return tuple(unit(table.sum(axis=0)) for table in rows)


def standing(near: Vector, texts: Sequence[Vector], authors: Sequence[Vector]) -> float:
    """Return how many spreads a text stands on an author's side, all views weighed together.

    In each view, `near` is its nearness to the author, `texts` how near others' texts are to
    the same author, `authors` how near other authors are to the same text.
    """
    total = 0.0
    for at, view in enumerate(VIEWS):
        others = authors[at] if view == _BESIDE_AUTHORS else texts[at]
        total += _WEIGHTS[view] * _spreads(float(near[at]), others)
    return total / sum(_WEIGHTS.values())


def unit(row: Vector) -> Vector:
    """Return a vector of length 1 in the same direction; nothing stays nothing."""
    return row / max(float(np.linalg.norm(row)), 1e-9)


def _spreads(value: float, others: Vector) -> float:
    if len(others) < _LEAST_OTHERS:
        return value
    return (value - float(others.mean())) / max(float(others.std()), 1e-3)
