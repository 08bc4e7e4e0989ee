"""What may be suggested at all: a filter that always holds, whatever was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from domain.people import Ambassador
from recommender.snapshot import LANGUAGES, Snapshot
from recommender.subjects import read_topic
from recommender.vectors import Mask


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request rules out, beside what its ambassador never speaks about."""

    now: datetime
    exclude: frozenset[str] = frozenset()
    frozen_topics: tuple[str, ...] = ()


def eligible(snapshot: Snapshot, ambassador: Ambassador, limits: Limits) -> Mask:
    """Tell which items may be suggested.

    They are live, in a language of the ambassador, not excluded, and name no topic that the
    ambassador never speaks about or that the organisation has frozen, not even in passing.
    """
    spoken = [LANGUAGES.index(language) for language in ambassador.languages]
    allowed: Mask = snapshot.live(limits.now) & np.isin(snapshot.languages, spoken)
    for name in (*ambassador.never, *limits.frozen_topics):
        allowed &= ~snapshot.words.naming(read_topic(name))
    allowed[_rows(snapshot, limits.exclude)] = False
    return allowed


def _rows(snapshot: Snapshot, ids: Iterable[str]) -> list[int]:
    return [snapshot.rows[content_id] for content_id in ids if content_id in snapshot.rows]
