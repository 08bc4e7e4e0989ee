"""How near the contents of a language usually stand to something, so that "nearer" has a meaning.

Texts of one language stand nearer to its words than those of the other, some topics are near to
everything, others to nothing. What counts is by how much a content stands out from its own.
"""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from recommender.snapshot import LANGUAGES, Snapshot
from recommender.vectors import Doubles, Floats

# Spread over the catalogue; fewer than the least say nothing of what is usual.
_SAMPLE: Final = 256
_TOO_FEW: Final = 16
_NARROWEST: Final = 1e-6
# In standard deviations: nearer than a third of all is nothing yet; then each counts for less.
_USUAL: Final = 0.5
_STEEPNESS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Background:
    """Vectors of some contents per language, in the order of LANGUAGES."""

    samples: tuple[Floats, ...]

    @classmethod
    def of(cls, snapshot: Snapshot) -> Self:
        """Take a sample, the same for the same catalogue."""
        found = []
        for number in range(len(LANGUAGES)):
            rows = np.flatnonzero(snapshot.known & (snapshot.languages == number))
            step = max(1, len(rows) // _SAMPLE)
            found.append(snapshot.matrix[rows[::step][:_SAMPLE]])
        return cls(tuple(found))

    def usual(self, vectors: Floats) -> Doubles:
        """Return the usual likeness and its spread, for each vector (first) and each language."""
        found = np.zeros((len(vectors), len(self.samples), 2))
        for number, sample in enumerate(self.samples):
            if len(sample) and len(vectors):
                alike = sample @ vectors.T
                found[:, number, 0], found[:, number, 1] = alike.mean(axis=0), alike.std(axis=0)
        return found

    def standing(
        self, likeness: Floats, usual: Doubles, languages: npt.NDArray[np.int8]
    ) -> tuple[Doubles, npt.NDArray[np.bool_]]:
        """Return from 0 to 1 by how much contents stand out, and for which that can be told.

        `likeness` has a row per content, of these languages, and a column per vector, of which
        `usual` tells what is usual.
        """
        told = np.array([len(one) >= _TOO_FEW for one in self.samples], np.bool_)[languages]
        middle, spread = np.moveaxis(usual[:, languages], -1, 0)
        beyond = (likeness - middle.T) / np.maximum(spread.T, _NARROWEST) - _USUAL
        standing = 1.0 - np.exp(-np.maximum(beyond, 0.0) / _STEEPNESS)
        return np.where(told[:, None], standing, 0.0), told
