"""An author's hand as their own posts show it, beside the crowd that comes with the package.

It is made once of some posts: what it keeps are directions and distances, no text.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from domain.language import Language
from personalizer.stylometry.background import Background, Vector
from personalizer.stylometry.crowd import Crowd, crowd_of
from personalizer.stylometry.standing import Rows, rows_of


@dataclass(frozen=True, slots=True)
class OwnHand:
    """Where an author stands, and how far from the crowd their own posts do.

    `author` is their profile, `crowd` how near each text of others is to it, `people` the other
    authors, each view by itself.
    """

    background: Background
    author: tuple[Vector, ...]
    crowd: tuple[Vector, ...]
    people: Rows
    own_middle: float

    @classmethod
    def of(cls, posts: Sequence[str], language: Language) -> Self:
        """Measure the hand that wrote these posts."""
        whole = crowd_of(language)
        own = rows_of([whole.background.read(post) for post in posts])
        beside = whole.beside(own)
        middle = statistics.median(
            beside.standings(_only(own, at), _but(own, at))[0] for at in range(len(posts))
        )
        author, nearness = beside.seen_from(own)
        return cls(whole.background, author, nearness, beside.people, middle)

    def standing(self, text: str) -> float:
        """Return how far a text stands on the author's side."""
        read = rows_of([self.background.read(text)])
        (found,) = Crowd.placed(read, self.author, self.crowd, self.people)
        return found


def _only(rows: Rows, at: int) -> Rows:
    return tuple(table[at : at + 1] for table in rows)


def _but(rows: Rows, at: int) -> Rows:
    kept = [place for place in range(len(rows[0])) if place != at]
    return tuple(table[kept] for table in rows)
