"""Not the same thing twice: each next item is the best one less its likeness to those above.

Maximal marginal relevance (Carbonell and Goldstein, The Use of MMR, Diversity-Based Reranking
for Reordering Documents and Producing Summaries, 1998). The likeness that counts is the
greatest one, so it can only grow as the list does, and scores never rise down the list.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from recommender.calibration import Ramp
from recommender.factors import significant
from recommender.vectors import Doubles, Floats, Rows, best
from recommender.weights import Weights

# From here on two records tell the same story, whoever published them.
_SAME_STORY: Final = Ramp(0.9, 1.0)
# Looked at first: twice as many as are wanted, and so many more.
_SPARE: Final = 16


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen candidate, and what its likeness to those above takes from its score."""

    place: int
    penalty: float
    is_copy: bool


def diversify(
    scores: Doubles, vectors: Floats, k: int, *, ramp: Ramp, weights: Weights
) -> list[Pick]:
    """Choose k candidates, or all of them if there are fewer, best first.

    `ramp` is the scale on which two texts are near. Of two equals the first stays first.
    """
    everybody = np.arange(len(scores))
    front = np.sort(best(scores, 2 * k + _SPARE))
    for places in (front, everybody):
        picks = [
            Pick(int(places[pick.place]), pick.penalty, pick.is_copy)
            for pick in _diversified(scores[places], vectors[places], k, ramp=ramp, weights=weights)
        ]
        if len(places) == len(scores) or _is_settled(scores, places, picks):
            break
    return picks


def _is_settled(scores: Doubles, places: Rows, picks: list[Pick]) -> bool:
    """Tell whether no other candidate could have been chosen: even unpenalised it is worse."""
    others = np.ones(len(scores), np.bool_)
    others[places] = False
    last = picks[-1] if picks else None
    return last is not None and bool(scores[last.place] - last.penalty > scores[others].max())


def _diversified(
    scores: Doubles, vectors: Floats, k: int, *, ramp: Ramp, weights: Weights
) -> list[Pick]:
    most = min(k, len(scores))
    nearest, penalties, copies = (np.zeros(len(scores)) for _ in range(3))
    left = scores.copy()
    picks: list[Pick] = []
    while len(picks) < most:
        place = int(np.argmax(left - penalties))
        picks.append(Pick(place, float(penalties[place]), bool(copies[place] > 0)))
        left[place] = -np.inf
        if len(picks) < most:
            np.maximum(nearest, vectors @ vectors[place], out=nearest)
            copies = significant(_SAME_STORY.of(nearest))
            penalties = weights.likeness * significant(ramp.of(nearest)) + weights.copy * copies
    return picks
