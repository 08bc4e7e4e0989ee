"""What one says in French and another in English is one story; what is only like it is not."""

from datetime import datetime, timedelta

import numpy as np
import pytest

from domain.language import Language
from recommender.snapshot import Snapshot
from recommender.translations import translations_of
from tests.builders import NOW, item
from tests.recommender.worlds import EN, FR

LATER = timedelta(days=2)
# Where a text stands: the angle, in degrees, decides how near two of them are.
Told = tuple[str, Language, int, datetime | None]


def snapshot_of(*told: Told) -> Snapshot:
    items = [item(content_id=name, language=said, published_at=at) for name, said, _, at in told]
    turned = {name: np.deg2rad(degrees) for name, _, degrees, _ in told}
    vectors = {
        name: np.array([np.cos(angle), np.sin(angle)], np.float32).tobytes()
        for name, angle in turned.items()
    }
    return Snapshot.of(items, vectors, dimension=2)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (("b", EN, 30, NOW), {"b"}),
        (("b", EN, 44, NOW + LATER), {"b"}),
        (("b", EN, 47, NOW), set()),
        (("b", FR, 0, NOW), set()),
        (("b", EN, 30, NOW + timedelta(days=8)), set()),
        (("b", EN, 30, None), set()),
    ],
)
def test_a_translation_is_near_of_the_same_days_and_in_the_other_language(
    other: Told, found: set[str]
) -> None:
    snapshot = snapshot_of(("a", FR, 0, NOW), other)
    assert translations_of(snapshot, ["a"]) == found
    assert translations_of(snapshot, ["b"]) == ({"a"} if found else set())


def test_what_has_a_translation_of_its_own_is_not_anothers() -> None:
    """Two job offers in French are near one in English, which translates one of them."""
    snapshot = snapshot_of(("near", FR, 0, NOW), ("nearer", FR, 20, NOW), ("job", EN, 30, NOW))
    assert translations_of(snapshot, ["near"]) == frozenset()
    assert translations_of(snapshot, ["nearer"]) == {"job"}
    assert translations_of(snapshot, ["job"]) == {"nearer"}


def test_what_nobody_dated_and_what_is_not_there_has_none() -> None:
    undated = snapshot_of(("a", FR, 0, None), ("b", EN, 0, None))
    assert translations_of(undated, ["a", "b", "nowhere"]) == frozenset()
