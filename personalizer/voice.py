"""A text's place between its author's own posts and other people's; none below three posts."""

import math
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Self

from domain.drafts import VoiceFit
from domain.language import Bilingual, Language
from domain.people import Ambassador
from domain.voice import VoiceCard
from personalizer.card import LEAST_POSTS, card_of, readable
from personalizer.digested import Digested
from personalizer.habits import HABITS, measured
from personalizer.wishes import changed

if TYPE_CHECKING:
    from personalizer.stylometry.own_hand import OwnHand

_SHOWN: Final = 2
_READ: Final = 2_000
# So many posts tell a hand; more only take time.
_HAND: Final = 10
# How much of the score the habits make that a person can see and change; the hand makes the rest.
_HABITS_SHARE: Final = 0.3
# A single habit counts at most so many spreads; a mean of so many leaves nothing of the share.
_ODDEST: Final = 4.0
_STRANGE: Final = 2.0
_NEVER_COSTS: Final = 0.25
# An author whose posts stand no farther from the crowd than this has no hand to measure.
_LEAST_DISTANCE: Final = 0.75
_NEVER: Final = Bilingual(
    "un mot que vous n’écrivez jamais, d’après votre fiche",
    "a word you never write, your card says",
)


def voice_fit(text: str, person: Ambassador, language: Language) -> VoiceFit | None:
    """Say how a text stands among its author's own posts; None with fewer than three.

    Near 0 is where other people's texts stand, near 1 where the middle of the author's own
    does. A card that its owner keeps says what their habits are to be.
    """
    own = readable(person.posts, language)
    if len(own) < LEAST_POSTS:
        return None
    card = next((one for one in person.cards if one.language is language), None)
    habits = _habits(Digested(own))
    by_posts = card_of(own, language) if card is not None else None
    if card is not None and by_posts is not None:
        habits = habits.as_wished(card, by_posts)
    oddness = habits.oddness(measured(text[:_READ]))
    forbidden = card is not None and _says(text, card.never)
    hand = min(1.0, max(0.0, _place(text, own[:_HAND], language)))
    score = (1 - _HABITS_SHARE) * hand + _HABITS_SHARE * max(
        0.0, 1 - _mean_size(oddness) / _STRANGE
    )
    score = max(0.0, score - _NEVER_COSTS * forbidden)
    said = ([_NEVER] if forbidden else []) + _most_off(oddness)
    return VoiceFit(round(score, 3), tuple(said[:_SHOWN]))


def _place(text: str, posts: Sequence[str], language: Language) -> float:
    hand = _hand(Digested(posts), language)
    # Other people's texts have their middle at 0: it is what standings are measured from.
    return hand.standing(text) / max(hand.own_middle, _LEAST_DISTANCE)


@lru_cache(maxsize=64)
def _hand(posts: Digested, language: Language) -> "OwnHand":
    from personalizer.stylometry.own_hand import OwnHand  # noqa: PLC0415 - numpy, when a voice is measured

    return OwnHand.of(posts.read(), language)


@dataclass(frozen=True, slots=True)
class _Habits:
    """The middle and the spread of each habit in a person's posts."""

    middles: tuple[float, ...]
    spreads: tuple[float, ...]

    @classmethod
    def of(cls, measured: Sequence[Sequence[float]]) -> Self:
        columns = list(zip(*measured, strict=True))
        middles = tuple(map(statistics.fmean, columns))
        spreads = tuple(
            max(statistics.pstdev(column), habit.least_spread)
            for habit, column in zip(HABITS, columns, strict=True)
        )
        return cls(middles, spreads)

    def as_wished(self, kept: VoiceCard, measured: VoiceCard) -> "_Habits":
        """Return the habits as their owner's card has them."""
        middles = (
            changed(habit.name, kept, measured, middle)
            for habit, middle in zip(HABITS, self.middles, strict=True)
        )
        return replace(self, middles=tuple(middles))

    def oddness(self, one: Sequence[float]) -> list[float]:
        """Return how many spreads each habit of a text lies from the middle."""
        rows = zip(one, self.middles, self.spreads, strict=True)
        return [(value - middle) / spread for value, middle, spread in rows]


@lru_cache(maxsize=256)
def _habits(posts: Digested) -> _Habits:
    return _Habits.of([measured(post[:_READ]) for post in posts.read()])


def _says(text: str, words: Sequence[str]) -> bool:
    named = [re.escape(word.strip()) for word in words if word.strip()]
    pattern = rf"(?<!\w)(?:{'|'.join(named)})(?!\w)"
    return bool(named) and re.search(pattern, text, re.IGNORECASE) is not None


def _most_off(oddness: Sequence[float]) -> list[Bilingual]:
    most = sorted(range(len(HABITS)), key=lambda at: -abs(oddness[at]))[:_SHOWN]
    return [
        HABITS[at].more if oddness[at] > 0 else HABITS[at].less
        for at in most
        if math.fabs(oddness[at]) >= 1
    ]


def _mean_size(oddness: Sequence[float]) -> float:
    return statistics.fmean(min(abs(value), _ODDEST) for value in oddness)
