"""A campaign planned over anonymous seats, so that not everybody is sent the same article.

A seat says what somebody in it would be like, never who. The plan gives each seat one content:
the best sum of fits, no content more often than its capacity. A person takes a free seat only
when they ask; whoever never asks leaves it free, and nobody can tell which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from domain.errors import RequestInvalid
from recommender.vectors import Doubles, Rows

# Worse than any fit a score can have: a seat left empty rather than one that may not be.
_NEVER: Final = -1e6


@dataclass(frozen=True, slots=True)
class Plan:
    """How many seats of each group (a row) are still free for each content (a column)."""

    contents: tuple[str, ...]
    free: tuple[tuple[int, ...], ...]
    fits: Doubles

    @property
    def planned(self) -> Mapping[str, int]:
        """Return how many free seats each content has, over all groups."""
        return {
            content: sum(row[place] for row in self.free)
            for place, content in enumerate(self.contents)
        }

    def take(self, group: int) -> tuple[str | None, "Plan"]:
        """Take the best free seat of a group; None when all are taken, and the plan after that."""
        row = self.free[group]
        if not any(row):
            return None, self
        fits = np.where(np.array(row) > 0, self.fits[group], -np.inf)
        place = int(fits.argmax())
        left = tuple(seats - (at == place) for at, seats in enumerate(row))
        free = (*self.free[:group], left, *self.free[group + 1 :])
        return self.contents[place], replace(self, free=free)


def even_capacity(seats: int, contents: int) -> int:
    """Return how often one content may be told when all are told about as often."""
    return -(-seats // contents) if contents else 0


def allocate(
    fits: Doubles, seats: Sequence[int], contents: Sequence[str], *, capacity: int
) -> Plan:
    """Plan seats: `fits` has a row per group and a column per content, nan where it may not be.

    Raises RequestInvalid for sizes that do not go together. A seat that nothing suits stays out.
    """
    if fits.shape != (len(seats), len(contents)):
        raise RequestInvalid("one row of fits per group and one column per content", field="fits")
    if capacity < 0 or any(count < 0 for count in seats):
        raise RequestInvalid("seats and capacity are at least 0", field="seats")
    of = np.repeat(np.arange(len(seats)), seats)
    slots = np.repeat(np.arange(len(contents)), min(capacity, len(of)))
    free = np.zeros(fits.shape, np.intp)
    groups, columns = _assigned(fits, of, slots)
    np.add.at(free, (groups, columns), 1)
    counts = tuple(tuple(int(count) for count in row) for row in free)
    return Plan(tuple(contents), counts, fits)


def _assigned(fits: Doubles, of: Rows, slots: Rows) -> tuple[Rows, Rows]:
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - only when planning

    if not len(of) or not len(slots):
        return of[:0], slots[:0]
    worth = np.where(np.isnan(fits), _NEVER, fits)[of][:, slots]
    rows, chosen = linear_sum_assignment(worth, maximize=True)
    allowed = worth[rows, chosen] > _NEVER
    return of[rows[allowed]], slots[chosen[allowed]]
