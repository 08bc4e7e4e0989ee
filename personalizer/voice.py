"""Where a draft stands in its author's own spread; with fewer than three posts there is none."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from domain.drafts import VoiceFit
from domain.language import Bilingual, Language
from personalizer.card import LEAST_POSTS, readable
from personalizer.habits import HABITS, Habit
from personalizer.letters import distances, profile

_SHOWN: Final = 2
_READ: Final = 2_000
# What a run of letters weighs beside a habit: the best of 0, 2, 5, 10, 20 on real authors.
_LETTERS: Final = 10.0


def voice_fit(text: str, posts: Sequence[str], language: Language) -> VoiceFit | None:
    """Say how a text stands among its author's own posts; None with fewer than three.

    The score is the share of the author's posts that stand at least as far from the others
    as the text stands from all of them: about 1 is nearer than most, about 0 farther than any.
    """
    own = readable(posts, language)
    if len(own) < LEAST_POSTS:
        return None
    measured = [_measure(post) for post in own]
    spread = _Spread.of(measured)
    oddness = spread.oddness(_measure(text))
    far, others_far = distances(profile(text), [profile(post) for post in own])
    distance = _mean_size(oddness) + _LETTERS * far
    others = [
        _mean_size(spread.without(one).oddness(one)) + _LETTERS * away
        for one, away in zip(measured, others_far, strict=True)
    ]
    # One imagined post on each side keeps "farther than all three" from reading as certainty.
    score = (sum(other >= distance for other in others) + 0.5) / (len(others) + 1)
    most_off = sorted(range(len(HABITS)), key=lambda at: -abs(oddness[at]))[:_SHOWN]
    told = (_say(HABITS[at], oddness[at]) for at in most_off if abs(oddness[at]) >= 1)
    return VoiceFit(round(score, 3), tuple(told))


def _measure(text: str) -> list[float]:
    read = text[:_READ]
    return [habit.measure(read) for habit in HABITS]


@dataclass(frozen=True, slots=True)
class _Spread:
    """How a person's posts spread in each habit: how many, their sums and sums of squares."""

    count: int
    sums: tuple[float, ...]
    squares: tuple[float, ...]

    @classmethod
    def of(cls, measured: Sequence[Sequence[float]]) -> Self:
        columns = list(zip(*measured, strict=True))
        squares = tuple(sum(value * value for value in column) for column in columns)
        return cls(len(measured), tuple(map(sum, columns)), squares)

    def without(self, one: Sequence[float]) -> "_Spread":
        return _Spread(
            self.count - 1,
            tuple(total - value for total, value in zip(self.sums, one, strict=True)),
            tuple(total - value * value for total, value in zip(self.squares, one, strict=True)),
        )

    def oddness(self, one: Sequence[float]) -> list[float]:
        """Return how many spreads each habit of a text lies from the posts' middle."""
        odd = []
        for habit, value, total, square in zip(HABITS, one, self.sums, self.squares, strict=True):
            middle = total / self.count
            deviation = math.sqrt(max(square / self.count - middle * middle, 0.0))
            odd.append((value - middle) / max(deviation, habit.least_spread))
        return odd


def _mean_size(oddness: Sequence[float]) -> float:
    return statistics.fmean(min(abs(value), 4.0) for value in oddness)


def _say(habit: Habit, oddness: float) -> Bilingual:
    return habit.more if oddness > 0 else habit.less
