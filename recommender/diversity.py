"""Not the same thing twice: each next item is the best one less its likeness to those above.

Maximal marginal relevance (Carbonell and Goldstein, The Use of MMR, Diversity-Based Reranking
for Reordering Documents and Producing Summaries, 1998). The likeness that counts is the
greatest one, so it can only grow as the list does, and scores never rise down the list.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from recommender.calibration import Ramp
from recommender.factors import significant
from recommender.vectors import Doubles, Floats, Mask, Rows, best
from recommender.weights import Weights

# From here on two records tell the same story, whoever published them.
_SAME_STORY: Final = Ramp(0.9, 1.0)
# So many candidates are compared first for each that is chosen, and so many at least.
_WIDTH: Final = 4
_FEWEST: Final = 32


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen candidate, and what its likeness to those above takes from its score."""

    place: int
    penalty: float
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Some candidates, and what one above (a row) takes from another (a column), all in order."""

    places: Rows
    taken: Doubles
    copies: Mask


@dataclass(frozen=True, slots=True)
class Likeness:
    """What each candidate's likeness to others takes from these, compared as far as is needed.

    Candidates are some `rows` of a matrix; `ramp` is the scale on which two texts are near.
    """

    matrix: Floats
    rows: Rows
    ramp: Ramp
    weights: Weights
    _known: list[Block] = field(default_factory=list)

    def blocks(self, scores: Doubles, count: int) -> Iterator[Block]:
        """Yield candidates to choose so many from: those compared before, then the best, wider."""
        yield from tuple(self._known)
        size = max(_FEWEST, _WIDTH * count)
        while size < len(scores):
            yield self._compared(np.sort(best(scores, size)))
            size *= 2
        yield self._compared(np.arange(len(scores)))

    def _compared(self, places: Rows) -> Block:
        vectors = self.matrix[self.rows[places]]
        near = (vectors @ vectors.T).astype(np.float64)
        copies = significant(_SAME_STORY.of(near))
        penalties = self.weights.likeness * significant(self.ramp.of(near))
        block = Block(places, penalties + self.weights.copy * copies, copies > 0)
        self._known.append(block)
        return block


def diversify(scores: Doubles, likeness: Likeness, k: int) -> list[Pick]:
    """Choose k candidates, or all of them if there are fewer, best first.

    Of two equals the first stays first. The nearer, the more is taken, so the greatest likeness
    to those above is also what takes most.
    """
    count = min(k, len(scores))
    chosen = (_chosen(scores, block, count) for block in likeness.blocks(scores, count))
    return next(picks for picks in chosen if picks is not None)


def _chosen(scores: Doubles, block: Block, count: int) -> list[Pick] | None:
    """Choose from a block, or None where what is outside might be better.

    Nothing is better than its score: likeness only takes.
    """
    outside = scores.copy()
    outside[block.places] = -np.inf
    beyond = outside.max(initial=-np.inf)
    left, penalties = scores[block.places], np.zeros(len(block.places))
    copies = np.zeros(len(block.places), np.bool_)
    picks: list[Pick] = []
    while len(picks) < count:
        at = int((left - penalties).argmax())
        if left[at] - penalties[at] <= beyond:
            return None
        picks.append(Pick(int(block.places[at]), float(penalties[at]), bool(copies[at])))
        np.maximum(penalties, block.taken[at], out=penalties)
        copies |= block.copies[at]
        left[at] = -np.inf
    return picks
