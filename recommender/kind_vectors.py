"""Which kind a text is by what it is about, joined to what its form and its cues say.

A linear model over the vectors of one encoder: without that encoder it says nothing. Made by
`training/kind_vectors.py`; `kind_vectors.json` says from what, for which encoder, and how good.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final

import numpy as np
import numpy.typing as npt

from recommender.kind_files import shipped
from recommender.kinds import KINDS
from recommender.reading import Reading
from recommender.vectors import Doubles, Floats

ARTEFACT: Final = "kind_vectors.npz"
CARD: Final = "kind_vectors.json"

# A title and a line say too little; twice as many words as this and both voices are heard.
_A_LINE: Final = 20
_A_PARAGRAPH: Final = 10
# So that what cues and form exclude is unlikely, never impossible; and nothing is ever certain.
DOUBT: Final = 0.01


@dataclass(frozen=True, slots=True)
class KindVectors:
    """Weights per value of a vector and kind, a bias per kind, and how far each side counts."""

    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    read: float
    meant: float

    def joined(self, kinds: Doubles, vectors: Floats, words: Doubles) -> Doubles:
        """Return shares of kinds by everything that is known, a row per text.

        `words` counts what was read of each; a text without a vector, or too short, keeps what
        cues and form say of it.
        """
        trust = np.maximum(words - _A_LINE, 0.0)
        trust = trust / (trust + _A_PARAGRAPH) * vectors.any(axis=1)
        chances = self.chances(kinds, vectors)
        shares: Doubles = kinds + trust[:, None] * ((1 - DOUBT) * chances - kinds)
        return shares

    def chances(self, kinds: Doubles, vectors: Floats) -> Doubles:
        """Return the chance of each kind, whatever the length."""
        said = self.read * np.log(kinds + DOUBT)
        meant = vectors @ self.weights + self.bias
        scores = said + self.meant * meant.astype(np.float64)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances: Doubles = odds / odds.sum(axis=1, keepdims=True)
        return chances


def kinds_of(readings: Sequence[Reading], vectors: Floats, encoder: str) -> Doubles:
    """Return the kinds of texts read and embedded by an encoder, named by its fingerprint."""
    if not readings:
        return np.zeros((0, len(KINDS)))
    kinds = np.stack([reading.kinds for reading in readings])
    model = kind_vectors(encoder)
    if model is None:
        return kinds
    words = np.array([reading.counts.sum() for reading in readings], np.float64)
    return model.joined(kinds, vectors, words)


def kind_vectors(encoder: str) -> KindVectors | None:
    """Return the shipped model where it is this encoder's. Raises SettingsInvalid if broken."""
    model, made_for = _shipped()
    return model if encoder == made_for else None


@cache
def _shipped() -> tuple[KindVectors, str]:
    packed, card = shipped(ARTEFACT, CARD)
    with np.load(BytesIO(packed), allow_pickle=False) as held:
        read, meant = held["shares"]
        weights = held["weights"].astype(np.float32)
        model = KindVectors(weights, held["bias"], float(read), float(meant))
    return model, str(card["encoder"])
