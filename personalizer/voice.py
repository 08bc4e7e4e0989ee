"""How one person writes, measured on their own posts, and where a draft stands in that spread.

A card is made from three posts or more; with fewer there is no spread, and nothing is said.
"""

import math
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

from domain.drafts import VoiceFit
from domain.language import Bilingual, Language
from domain.segmentation import sentences
from personalizer.habits import EMOJI, HABITS, HASHTAG, Habit, prose, word_count
from personalizer.letters import distances, profile
from personalizer.tongue import is_in

LEAST_POSTS: Final = 3
_SHOWN: Final = 2
# People change; the newest posts say how they write now.
_NEWEST: Final = 20
_READ: Final = 2_000
# What a run of letters weighs beside a habit: the best of 0, 2, 5, 10, 20 on real authors.
_LETTERS: Final = 10.0
_TU: Final = re.compile(r"\b(?:tu|toi|ton|ta|tes)\b", re.IGNORECASE)
_VOUS: Final = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
_I: Final = re.compile(r"\b(?:(?i:je|j(?=['’]))|I)\b")
_WE: Final = re.compile(r"\b(?:nous|notre|nos|we|our)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceCard:
    """How somebody writes, in figures they can read and correct.

    Medians per post, shares of posts (0 to 1). `says_tu` and `says_we` are None when the
    posts do not tell. `emojis` are their own, the most used first; `openings` are the ends of
    their first lines, one of "?", "!", ":", "." per post.
    """

    posts: int
    sentence_words: float
    characters: int
    line_breaks: float
    emoji_share: float
    emojis: tuple[str, ...]
    hashtag_share: float
    hashtags: int
    question_share: float
    exclamation_share: float
    says_tu: bool | None
    says_we: bool | None
    openings: tuple[str, ...]

    @classmethod
    def of(cls, posts: Sequence[str], language: Language) -> Self | None:
        """Measure the posts in that language; None with fewer than three."""
        own = _readable(posts, language)
        if len(own) < LEAST_POSTS:
            return None
        lengths = [word_count(one) for post in own for one in sentences(prose(post))]
        emojis = Counter(found for post in own for found in EMOJI.findall(post))
        return cls(
            posts=len(own),
            sentence_words=statistics.median(lengths) if lengths else 0.0,
            characters=int(statistics.median(len(post) for post in own)),
            line_breaks=statistics.median(post.strip().count("\n") for post in own),
            emoji_share=_share(bool(EMOJI.search(post)) for post in own),
            emojis=tuple(emoji for emoji, _ in emojis.most_common(5)),
            hashtag_share=_share(bool(HASHTAG.search(post)) for post in own),
            hashtags=int(statistics.median(len(HASHTAG.findall(post)) for post in own)),
            question_share=_share("?" in prose(post) for post in own),
            exclamation_share=_share("!" in prose(post) for post in own),
            says_tu=_more(_TU, _VOUS, own),
            says_we=_more(_WE, _I, own),
            openings=tuple(map(_opening, own)),
        )


def voice_fit(text: str, posts: Sequence[str], language: Language) -> VoiceFit | None:
    """Say how a text stands among its author's own posts; None with fewer than three.

    The score is the share of the author's posts that stand at least as far from the others
    as the text stands from all of them: about 1 is nearer than most, about 0 farther than any.
    """
    own = _readable(posts, language)
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


def _readable(posts: Sequence[str], language: Language) -> list[str]:
    return [post for post in posts if post.strip() and is_in(post, language)][:_NEWEST]


def _share(facts: Iterable[bool]) -> float:
    return statistics.fmean(map(float, facts))


def _more(one: re.Pattern[str], other: re.Pattern[str], posts: Sequence[str]) -> bool | None:
    left = sum(bool(one.search(post)) for post in posts)
    right = sum(bool(other.search(post)) for post in posts)
    return None if left == right else left > right


def _opening(post: str) -> str:
    first = EMOJI.sub("", post.strip().splitlines()[0]).strip()
    first = next(iter(sentences(first)), "")
    return next((mark for mark in "?!:" if first.endswith(mark)), ".")


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
