"""Which kind a text is, by a linear model over its form, calibrated; it loads without scikit-learn.

Made by `training/kinds.py`; `kind_model.json` says from what, and how good it is.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from recommender.form import WEIGHTS, Form, Hashes
from recommender.kind_files import shipped
from recommender.vectors import Doubles

ARTEFACT: Final = "kind_model.npz"
CARD: Final = "kind_model.json"


@dataclass(frozen=True, slots=True)
class KindModel:
    """Weights per known feature and kind; `rarity` scales a feature, `bias` is per kind.

    `warmth` stretches the scores so that what is said to be sure 8 times in 10 is right 8 times.
    """

    known: Hashes
    rarity: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float16]
    bias: npt.NDArray[np.float32]
    warmth: float

    @classmethod
    def from_bytes(cls, packed: bytes) -> Self:
        """Read an artefact."""
        with np.load(BytesIO(packed), allow_pickle=False) as held:
            return cls(
                held["known"],
                held["rarity"],
                held["weights"],
                held["bias"],
                float(held["warmth"]),
            )

    def kinds(self, form: Form) -> tuple[Doubles, int]:
        """Return the chance of each kind, in the order of KINDS, and how many features it knew."""
        rows, values = vector_of(form, self.known, self.rarity)
        scores = values @ self.weights[rows].astype(np.float64) + self.bias
        odds = np.exp((scores - scores.max()) * self.warmth)
        chances: Doubles = odds / odds.sum()
        return chances, len(rows)


def vector_of(
    form: Form, known: Hashes, rarity: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.intp], Doubles]:
    """Return which known features a form has and what each counts, each group of length one."""
    places = np.minimum(np.searchsorted(known, form.hashes), len(known) - 1)
    held = known[places] == form.hashes
    rows, groups = places[held], form.groups[held]
    values = (1.0 + np.log(form.counts[held])) * rarity[rows]
    lengths = np.sqrt(np.bincount(groups, values**2, minlength=len(WEIGHTS)))
    scaled: Doubles = values / lengths[groups] * np.array(WEIGHTS)[groups]
    return rows.astype(np.intp), scaled


@cache
def kind_model() -> KindModel:
    """Return the shipped model. Raises SettingsInvalid when it is not what its card describes."""
    packed, _ = shipped(ARTEFACT, CARD)
    return KindModel.from_bytes(packed)
