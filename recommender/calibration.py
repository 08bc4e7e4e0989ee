"""Which similarities mean nothing and which mean a lot, for one encoder on one catalogue.

Cosines of one encoder crowd around 0.1, of another around 0.8. A factor that anybody can read
needs a scale that does not depend on that: titles against their own texts and against others'.
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from domain.ports import Encoder
from recommender.snapshot import Snapshot
from recommender.vectors import Doubles, Floats, Rows, unpack

_SAMPLE: Final = 64
_TOO_FEW: Final = 16
# Two records of one article are its copy, not its neighbour.
_COPY: Final = 0.97
_NARROWEST: Final = 0.1


@dataclass(frozen=True, slots=True)
class Ramp:
    """A scale from 0 (at or under `noise`) to 1 (at or over `strong`)."""

    noise: float
    strong: float

    def of(self, similarities: npt.NDArray[np.floating]) -> Doubles:
        """Place similarities on the scale."""
        placed = (similarities.astype(np.float64) - self.noise) / (self.strong - self.noise)
        return np.clip(placed, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """How near a few words are to a text (`topic`), and a text to another (`text`).

    A topic's scale starts where any text stands: among those that name no topic, the nearer is
    still the better guess. What may be said of it is another matter, and decided elsewhere.
    """

    topic: Ramp = Ramp(0.0, 0.4)
    text: Ramp = Ramp(0.2, 0.7)

    @classmethod
    def of(cls, snapshot: Snapshot, encoder: Encoder) -> Self:
        """Measure on a sample of the catalogue; too small a catalogue keeps the usual values."""
        rows = _sample(snapshot)
        if len(rows) < _TOO_FEW:
            return cls()
        titles = encoder.encode([snapshot.items[row].title for row in rows])
        found = unpack(titles, encoder.dimension) @ snapshot.matrix[rows].T
        own = found.diagonal()
        others = found[~np.eye(len(rows), dtype=np.bool_)]
        return cls(
            topic=_ramp(np.median(others), np.median(own)),
            text=_text_ramp(snapshot.matrix, rows),
        )


def _sample(snapshot: Snapshot) -> Rows:
    known = np.flatnonzero(snapshot.matrix.any(axis=1))
    step = max(1, len(known) // _SAMPLE)
    return known[::step][:_SAMPLE]


def _text_ramp(matrix: Floats, rows: Rows) -> Ramp:
    among = matrix[rows] @ matrix[rows].T
    others = among[~np.eye(len(rows), dtype=np.bool_)]
    all_of_them = matrix[rows] @ matrix.T
    nearest = np.where(all_of_them < _COPY, all_of_them, -1.0).max(axis=1)
    # A usual neighbour is near, a copy nearer still: strong is half-way between the two.
    return _ramp(np.quantile(others, 0.95), (np.median(nearest) + 1.0) / 2)


def _ramp(noise: np.floating, strong: np.floating) -> Ramp:
    low = float(np.clip(noise, 0.0, 1.0 - _NARROWEST))
    return Ramp(low, max(float(strong), low + _NARROWEST))
