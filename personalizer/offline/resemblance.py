"""How much a whole draft resembles its author's posts: their runs of letters and their habits."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Self

from domain.drafts import DraftRequest
from personalizer.card import readable
from personalizer.digested import Digested
from personalizer.habits import HABITS, measured

if TYPE_CHECKING:
    from personalizer.offline.hand import Hand

# What a spread in the habits weighs beside the likeness of the letters.
_HABITS_WEIGH: Final = 0.02
_ODDEST: Final = 4.0
_POSTS: Final = 10


@dataclass(frozen=True, slots=True)
class Resemblance:
    """An author's hand, and the middle and spread of each of their habits."""

    hand: "Hand"
    middles: tuple[float, ...]
    spreads: tuple[float, ...]

    @classmethod
    def of(cls, hand: "Hand", request: DraftRequest) -> Self:
        """Return what the author of a request writes like."""
        posts = readable(request.ambassador.posts, request.language)[:_POSTS]
        return cls(hand, *_habits(Digested(posts)))

    def of_text(self, text: str) -> float:
        """Return how near a text is; only the order of two values means anything."""
        odd = statistics.fmean(self._oddness(text))
        return self.hand.likeness(text) - _HABITS_WEIGH * odd

    def _oddness(self, text: str) -> Sequence[float]:
        return [
            min(abs(value - middle) / spread, _ODDEST)
            for value, middle, spread in zip(
                measured(text), self.middles, self.spreads, strict=True
            )
        ]


@lru_cache(maxsize=256)
def _habits(posts: Digested) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the middle and the spread of each habit in somebody's posts."""
    columns = list(zip(*map(measured, posts.read()), strict=True))
    spreads = (
        max(statistics.pstdev(column), habit.least_spread)
        for habit, column in zip(HABITS, columns, strict=True)
    )
    return tuple(map(statistics.fmean, columns)), tuple(spreads)
