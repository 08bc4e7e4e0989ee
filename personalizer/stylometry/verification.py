"""How well authors are told apart on given posts: every post against its author and others.

The posts are each other's background: what is usual is measured on all of them, and in each
trial the others are everybody but the author of the post and the author it is tried on. The
author a post is tried on is always measured without that post.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from domain.language import Language
from personalizer.stylometry.background import Background, Vector
from personalizer.stylometry.baseline import letter_rows
from personalizer.stylometry.standing import Rows, profile_of, rows_of, standing
from personalizer.stylometry.topics import nearest_in_topic

LEAST_POSTS = 3
LEAST_AUTHORS = 2


@dataclass(frozen=True, slots=True)
class Post:
    """A post with its author, by whatever name the data gives."""

    author: str
    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Verification:
    """How often a post stands nearer to its own author than to another, 0.5 by chance.

    `any_topic` tries every other author, `same_topic` only the author of the post nearest in
    topic. `baseline_…` is the same for the cosine of runs of two to four letters.
    """

    posts: int
    authors: int
    any_topic: float
    same_topic: float
    baseline_any_topic: float
    baseline_same_topic: float


def verified(posts: Sequence[Post]) -> Mapping[Language, Verification]:
    """Measure each language with two authors of three posts or more; others are left out."""
    found: dict[Language, Verification] = {}
    for language in Language:
        own = [post for post in posts if post.language is language and post.text.strip()]
        names = [post.author for post in own]
        kept = [post for post in own if names.count(post.author) >= LEAST_POSTS]
        if len({post.author for post in kept}) >= LEAST_AUTHORS:
            found[language] = _verification(kept)
    return found


def _verification(posts: Sequence[Post]) -> Verification:
    texts = [post.text for post in posts]
    names = sorted({post.author for post in posts})
    authors = np.array([names.index(post.author) for post in posts])
    background = Background.of(texts)
    rivals = authors[nearest_in_topic(texts, authors)]
    by_hand = _areas(_Trials.of(rows_of([background.read(one) for one in texts]), authors), rivals)
    plain = _areas(_Trials.of((letter_rows(texts),), authors), rivals)
    return Verification(len(posts), len(names), *by_hand, *plain)


@dataclass(frozen=True, slots=True)
class _Trials:
    """Nearness in each view: of every text to every author, and to each text's own others."""

    authors: Vector
    to_authors: tuple[Vector, ...]
    to_rest: tuple[Vector, ...]

    @classmethod
    def of(cls, rows: Rows, authors: Vector) -> "_Trials":
        profiles = [profile_of(_chosen(rows, authors == one)) for one in range(authors.max() + 1)]
        places = np.arange(len(authors))
        rests = [
            profile_of(_chosen(rows, (authors == authors[at]) & (places != at))) for at in places
        ]
        return cls(authors, _nearness(rows, profiles), _nearness(rows, rests))

    def own(self, at: int) -> float:
        """Return how far a text stands on its author's side."""
        texts = self.authors != self.authors[at]
        people = np.arange(self.to_authors[0].shape[1]) != self.authors[at]
        near = np.array([view[at, at] for view in self.to_rest])
        return self._standing(
            near,
            [view[texts, at] for view in self.to_rest],
            [view[at, people] for view in self.to_authors],
        )

    def other(self, at: int, author: int) -> float:
        """Return how far a text stands on another author's side."""
        texts = (self.authors != self.authors[at]) & (self.authors != author)
        people = np.arange(self.to_authors[0].shape[1])
        people = people[(people != self.authors[at]) & (people != author)]
        near = np.array([view[at, author] for view in self.to_authors])
        return self._standing(
            near,
            [view[texts, author] for view in self.to_authors],
            [view[at, people] for view in self.to_authors],
        )

    def _standing(self, near: Vector, texts: list[Vector], authors: list[Vector]) -> float:
        return standing(near, texts, authors) if len(near) > 1 else float(near[0])


def _areas(trials: _Trials, rivals: Vector) -> tuple[float, float]:
    places = range(len(trials.authors))
    own = np.array([trials.own(at) for at in places])
    everybody = np.array(list(_all_others(trials)))
    nearest = np.array([trials.other(at, rivals[at]) for at in places])
    return area(own, everybody), area(own, nearest)


def _all_others(trials: _Trials) -> Iterator[float]:
    for at, author in enumerate(trials.authors):
        for other in range(trials.to_authors[0].shape[1]):
            if other != author:
                yield trials.other(at, other)


def area(own: Vector, others: Vector) -> float:
    """Return the area under the curve: how often one stands above another, ties by half."""
    ordered = np.sort(others)
    below = np.searchsorted(ordered, own, side="left")
    up_to = np.searchsorted(ordered, own, side="right")
    return float((below + up_to).mean() / (2 * len(ordered)))


def _chosen(rows: Rows, which: Vector) -> Rows:
    return tuple(table[which] for table in rows)


def _nearness(rows: Rows, profiles: Sequence[tuple[Vector, ...]]) -> tuple[Vector, ...]:
    return tuple(
        table @ np.array([profile[at] for profile in profiles]).T for at, table in enumerate(rows)
    )
