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


def diversify(  # noqa: PLR0913 - each is a thing of its own, and callers name them
    scores: Doubles,
    vectors: Floats,
    k: int,
    *,
    ramp: Ramp,
    weights: Weights,
    rows: Rows | None = None,
) -> list[Pick]:
    """Choose k candidates, or all of them if there are fewer, best first.

    `ramp` is the scale on which two texts are near. Of two equals the first stays first. The
    vectors are the candidates' own, or those of a whole catalogue, where `rows` says which.
    """
    everybody = np.arange(len(scores))
    front = np.sort(best(scores, 2 * k + _SPARE))
    for places in (front, everybody):
        of = vectors[places if rows is None else rows[places]]
        picks = [
            Pick(int(places[pick.place]), pick.penalty, pick.is_copy)
            for pick in _diversified(scores[places], of, k, ramp=ramp, weights=weights)
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
    nearest = np.zeros(len(scores))
    left = np.ones(len(scores), dtype=np.bool_)
    picks: list[Pick] = []
    for _ in range(min(k, len(scores))):
        copies = significant(_SAME_STORY.of(nearest))
        penalties = weights.likeness * significant(ramp.of(nearest)) + weights.copy * copies
        place = int(np.argmax(np.where(left, scores - penalties, -np.inf)))
        picks.append(Pick(place, float(penalties[place]), bool(copies[place] > 0)))
        left[place] = False
        np.maximum(nearest, vectors @ vectors[place], out=nearest)
    return picks
