import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.language import Language
from recommender.background import Background
from recommender.snapshot import Snapshot
from recommender.vectors import pack
from tests.builders import item

DRAWS = np.random.default_rng(3)
CLOUD = DRAWS.normal(size=(80, 16)) + 1.0
NAMES = [f"c{number:02d}" for number in range(80)]
VECTORS = dict(zip(NAMES, pack(CLOUD), strict=True))


def _snapshot(count: int) -> Snapshot:
    items = [
        item(content_id=name, language=list(Language)[at % 2])
        for at, name in enumerate(NAMES[:count])
    ]
    return Snapshot.of(items, VECTORS, dimension=16)


def _standing(snapshot: Snapshot, vector: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    vectors = vector[None].astype(np.float32)
    likeness = snapshot.matrix @ vectors.T
    background = Background.of(snapshot)
    return background.standing(likeness, background.usual(vectors), snapshot.languages)


@settings(deadline=None)
@given(st.integers(0, 79))
def test_what_is_nearest_of_its_language_stands_out_most(which: int) -> None:
    snapshot = _snapshot(80)
    values, told = _standing(snapshot, snapshot.matrix[which])
    own = snapshot.languages == snapshot.languages[which]
    assert told.all()
    assert values[own].argmax() == np.flatnonzero(np.flatnonzero(own) == which)[0]
    assert values.min() >= 0
    assert values.max() < 1


def test_what_is_near_to_everything_stands_out_no_more_for_that() -> None:
    snapshot = _snapshot(80)
    everywhere = snapshot.matrix.mean(axis=0)
    values, _ = _standing(snapshot, everywhere / np.linalg.norm(everywhere))
    assert np.median(values) < 0.1


def test_among_too_few_nothing_is_usual() -> None:
    values, told = _standing(_snapshot(20), CLOUD[0])
    assert not told.any()
    assert not values.any()


def test_a_topic_without_a_vector_makes_nothing_stand_out() -> None:
    values, _ = _standing(_snapshot(80), np.zeros(16))
    assert not values.any()


def test_the_sample_is_the_same_for_the_same_catalogue() -> None:
    one, other = Background.of(_snapshot(80)), Background.of(_snapshot(80))
    assert all(np.array_equal(a, b) for a, b in zip(one.samples, other.samples, strict=True))
