"""Not the same thing twice: each next item is the best one less its likeness to those above.

Maximal marginal relevance (Carbonell and Goldstein, The Use of MMR, Diversity-Based Reranking
for Reordering Documents and Producing Summaries, 1998). The likeness that counts is the
greatest one, so it can only grow as the list does, and scores never rise down the list.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from recommender.calibration import Ramp
from recommender.factors import significant
from recommender.vectors import Doubles, Floats, Mask
from recommender.weights import Weights

# From here on two records tell the same story, whoever published them.
_SAME_STORY: Final = Ramp(0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen candidate, and what its likeness to those above takes from its score."""

    place: int
    penalty: float
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """What each candidate's likeness to others takes from these; a row is computed when needed.

    `ramp` is the scale on which two texts are near.
    """

    vectors: Floats
    ramp: Ramp
    weights: Weights
    _rows: dict[int, tuple[Doubles, Mask]] = field(default_factory=dict)

    def to(self, place: int) -> tuple[Doubles, Mask]:
        """Return what a candidate above takes from every other one, and which are its copies."""
        if place not in self._rows:
            near = (self.vectors @ self.vectors[place]).astype(np.float64)
            copies = significant(_SAME_STORY.of(near))
            penalties = self.weights.likeness * significant(self.ramp.of(near))
            self._rows[place] = (penalties + self.weights.copy * copies, copies > 0)
        return self._rows[place]


def diversify(scores: Doubles, likeness: Likeness, k: int) -> list[Pick]:
    """Choose k candidates, or all of them if there are fewer, best first.

    Of two equals the first stays first. The nearer, the more is taken, so the greatest likeness
    to those above is also what takes most.
    """
    left, penalties = scores.copy(), np.zeros(len(scores))
    copies = np.zeros(len(scores), np.bool_)
    picks: list[Pick] = []
    while len(picks) < min(k, len(scores)):
        if picks:
            taken, same = likeness.to(picks[-1].place)
            np.maximum(penalties, taken, out=penalties)
            copies |= same
        place = int(np.argmax(left - penalties))
        picks.append(Pick(place, float(penalties[place]), bool(copies[place])))
        left[place] = -np.inf
    return picks
