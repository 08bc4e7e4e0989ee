"""What may be suggested at all: a filter that always holds, whatever was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np

from domain.people import Ambassador
from recommender.avoidance import avoided_in
from recommender.snapshot import LANGUAGES, Snapshot
from recommender.subjects import Topic, read_topic
from recommender.vectors import Mask


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request rules out, beside what its ambassador never speaks about."""

    now: datetime
    exclude: frozenset[str] = frozenset()
    frozen_topics: tuple[str, ...] = ()


def eligible(snapshot: Snapshot, ambassador: Ambassador, limits: Limits) -> Mask:
    """Tell which items may be suggested.

    They are live, in a language of the ambassador, not excluded, and neither name nor give away
    a topic that the ambassador never speaks about or that the organisation has frozen, not even
    in passing.
    """
    allowed = snapshot.live(limits.now) & _spoken(snapshot, ambassador)
    for topic in (*map(read_topic, ambassador.never), *_frozen(limits.frozen_topics)):
        allowed &= ~avoided_in(snapshot, topic)
    allowed[_rows(snapshot, limits.exclude)] = False
    return allowed


def _spoken(snapshot: Snapshot, ambassador: Ambassador) -> Mask:
    spoken = np.array([language in ambassador.languages for language in LANGUAGES])
    return np.take(spoken, snapshot.languages)


@lru_cache(maxsize=4)
def _frozen(names: tuple[str, ...]) -> tuple[Topic, ...]:
    # The organisation's own, the same with every request; what people never speak about is
    # theirs, and their words for it are remembered nowhere.
    return tuple(map(read_topic, names))


def _rows(snapshot: Snapshot, ids: Iterable[str]) -> list[int]:
    return [snapshot.rows[content_id] for content_id in ids if content_id in snapshot.rows]
