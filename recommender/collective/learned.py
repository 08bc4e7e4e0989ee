"""The stronger model, where an organisation chose it: weights from content to content alone.

It is learned anew from what people who switched that on still keep, so whoever takes a choice
back, or leaves, lowers it. Only the weights are held, in memory; no row of them is a person.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import numpy as np

from recommender.collective.counts import LEAST_PEOPLE
from recommender.vectors import best

# Half of the greatest weight is as far as one choice can carry another.
_HALF: Final = 0.5
_STRONGEST: Final = 50
# Beyond, the contents kept by most people stand for all: the weights are a square of them.
_MOST: Final = 4_000

ContentWeights = Mapping[str, Mapping[str, float]]


def learned(kept: Sequence[Collection[str]], titles: Mapping[str, str]) -> ContentWeights:
    """Return how much keeping a content says for others, from what each of some people kept.

    Nothing is learned from fewer than five people.
    """
    if len(kept) < LEAST_PEOPLE:
        return {}
    from scipy import sparse  # noqa: PLC0415 - only where it was chosen

    from recommender.collective.weights import Contents, ItemWeights  # noqa: PLC0415 - the same

    names = _names(kept, titles)
    place = {name: at for at, name in enumerate(names)}
    cells = [(who, place[one]) for who, own in enumerate(kept) for one in own if one in place]
    if not cells:
        return {}
    where = np.array(cells).T
    chosen = sparse.csr_matrix((np.ones(len(cells)), (where[0], where[1])), (len(kept), len(names)))
    contents = Contents.read([titles[name] for name in names], np.full(len(names), np.nan))
    weights = ItemWeights.collective(chosen, contents).weights
    return {
        name: {names[at]: float(row[at]) for at in best(row, _STRONGEST) if row[at] > 0}
        for name, row in zip(names, weights, strict=True)
    }


def following_from(kept: Collection[str], weights: ContentWeights) -> Mapping[str, float]:
    """Return, from 0 to 1, how much each content follows from those kept; none of them itself."""
    said: dict[str, float] = {}
    for one in kept:
        for other, weight in weights.get(one, {}).items():
            if other not in kept:
                said[other] = said.get(other, 0.0) + weight
    strongest = max(said.values(), default=0.0)
    half = _HALF * strongest
    return {name: value / (value + half) for name, value in said.items()} if half else {}


def _names(kept: Sequence[Collection[str]], titles: Mapping[str, str]) -> list[str]:
    people: dict[str, int] = {}
    for own in kept:
        for name in own:
            if name in titles:
                people[name] = people.get(name, 0) + 1
    most = sorted(people, key=lambda name: (-people[name], name))[:_MOST]
    return sorted(most)
