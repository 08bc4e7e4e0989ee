"""Which contents tell in the other language what another tells: nothing in a catalogue says so."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import numpy as np

from recommender.snapshot import ALWAYS, Snapshot
from recommender.vectors import Mask, Rows

# Translations of the demo stand at 0.74 and above. Two texts on one subject reach 0.80 by the
# bundled encoder, so nearness alone never makes one the translation of the other.
_NEAR: Final = 0.7
# A translation comes with the first text, or some days behind it.
_TOGETHER: Final = timedelta(days=7) // timedelta(microseconds=1)


def translations_of(snapshot: Snapshot, ids: Iterable[str]) -> frozenset[str]:
    """Return the contents that say the same as these in the other language.

    Each is of the same days, near, and the nearest of those days in both directions; what has no
    date is nobody's translation.
    """
    rows = (snapshot.rows[name] for name in ids if name in snapshot.rows)
    found = (_translation(snapshot, row) for row in rows)
    return frozenset(snapshot.items[row].content_id for row in found if row is not None)


def _translation(snapshot: Snapshot, row: int) -> int | None:
    there = _nearest(snapshot, row)
    return there if there is not None and _nearest(snapshot, there) == row else None


def _nearest(snapshot: Snapshot, row: int) -> int | None:
    """Return what is nearest in the other language and of the same days, if it is near."""
    others: Rows = np.flatnonzero(_of_the_same_days(snapshot, row))
    if not len(others):
        return None
    near = snapshot.matrix[others] @ snapshot.matrix[row]
    at = int(near.argmax())
    return int(others[at]) if near[at] >= _NEAR else None


def _of_the_same_days(snapshot: Snapshot, row: int) -> Mask:
    when, dated = snapshot.published[row], snapshot.published != ALWAYS
    # Never a difference with what has no date: that is the smallest number there is.
    apart = np.abs(np.where(dated, snapshot.published, when) - when)
    other: Mask = (snapshot.languages != snapshot.languages[row]) & dated & (apart <= _TOGETHER)
    return other if when != ALWAYS else np.zeros(snapshot.size, np.bool_)
