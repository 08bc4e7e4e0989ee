"""How much a whole draft resembles its author's posts: their runs of letters and their habits."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from domain.drafts import DraftRequest
from personalizer.card import readable
from personalizer.habits import HABITS
from personalizer.offline.likeness import Hand

# What a spread in the habits weighs beside the likeness of the letters.
_HABITS_WEIGH: Final = 0.02
_ODDEST: Final = 4.0
_POSTS: Final = 10


@dataclass(frozen=True, slots=True)
class Resemblance:
    """An author's hand, and the middle and spread of each of their habits."""

    hand: Hand
    middles: tuple[float, ...]
    spreads: tuple[float, ...]

    @classmethod
    def of(cls, hand: Hand, request: DraftRequest) -> Self:
        """Return what the author of a request writes like."""
        posts = readable(request.ambassador.posts, request.language)[:_POSTS]
        columns = [[habit.measure(post) for post in posts] for habit in HABITS]
        spreads = (
            max(statistics.pstdev(column), habit.least_spread)
            for habit, column in zip(HABITS, columns, strict=True)
        )
        return cls(hand, tuple(map(statistics.fmean, columns)), tuple(spreads))

    def of_text(self, text: str) -> float:
        """Return how near a text is; only the order of two values means anything."""
        odd = statistics.fmean(self._oddness(text))
        return self.hand.likeness(text) - _HABITS_WEIGH * odd

    def _oddness(self, text: str) -> Sequence[float]:
        return [
            min(abs(habit.measure(text) - middle) / spread, _ODDEST)
            for habit, middle, spread in zip(HABITS, self.middles, self.spreads, strict=True)
        ]
