"""What follows from what somebody kept, by the counts of at least five people and nothing else."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

# Ten people who kept both make it as likely as not.
_HALF: Final = 10.0


def following(
    kept: Collection[str], co_choices: Mapping[tuple[str, str], int]
) -> Mapping[str, float]:
    """Return, from 0 to 1, how much each content follows from those kept; none of them itself."""
    people: defaultdict[str, float] = defaultdict(float)
    for (one, other), count in co_choices.items():
        if (one in kept) != (other in kept):
            people[other if one in kept else one] += count
    return {content: count / (count + _HALF) for content, count in people.items()}
