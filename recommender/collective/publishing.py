"""The weights of the stronger model as anybody may read them: from content to content, no person.

Only contents that five people or more keep are in them, so that no row stands for a few; weights
are rounded, and people are counted in whole fives.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from recommender.collective.counts import LEAST_PEOPLE
from recommender.collective.learned import ContentWeights

_DIGITS: Final = 3
_NONE: Final[Mapping[str, float]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Published:
    """What the model says: for each content the others that follow from it, the most first.

    `people` is how many it was learned from, rounded down to five.
    """

    people: int
    weights: ContentWeights

    def following(self, content_id: str) -> Mapping[str, float]:
        """Return how much keeping a content says for others; nothing where it is not told."""
        return self.weights.get(content_id, _NONE)


def published(kept: Sequence[Collection[str]], weights: ContentWeights) -> Published:
    """Return what may be told of weights that were learned from what some people keep."""
    people = Counter(name for own in kept for name in set(own))
    known = {name for name, count in people.items() if count >= LEAST_PEOPLE}
    told = {
        name: {
            other: rounded
            for other, weight in sorted(row.items(), key=lambda each: (-each[1], each[0]))
            if other in known and (rounded := round(weight, _DIGITS))
        }
        for name, row in sorted(weights.items())
        if name in known
    }
    whole = len(kept) - len(kept) % LEAST_PEOPLE
    return Published(whole, {name: row for name, row in told.items() if row})
