import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.calibration import Ramp, Scale
from recommender.snapshot import Snapshot
from tests.builders import item
from tests.recommender.worlds import ENCODER, WORLD, embedded, many


@settings(deadline=None)
@given(st.floats(0, 0.9), st.floats(0.05, 0.5), st.floats(-1, 1))
def test_a_ramp_rises_from_0_to_1(noise: float, width: float, similarity: float) -> None:
    ramp = Ramp(noise, noise + width)
    (below, at, above) = ramp.of(np.array([noise, similarity, noise + width]))
    assert below == 0
    assert above == pytest.approx(1)
    assert 0 <= at <= 1


def test_too_few_items_keep_the_usual_scale() -> None:
    snapshot = Snapshot.of(WORLD, embedded(WORLD), dimension=ENCODER.dimension)
    assert Scale.of(snapshot, ENCODER) == Scale()


def test_a_title_is_nearer_to_its_own_text_than_the_noise() -> None:
    items = [*WORLD, *many(100)]
    scale = Scale.of(Snapshot.of(items, embedded(items), dimension=ENCODER.dimension), ENCODER)
    assert scale != Scale()
    for ramp in (scale.topic, scale.text):
        assert 0 <= ramp.noise < ramp.strong <= 1.1


def test_a_catalogue_of_copies_has_a_scale() -> None:
    items = [item(content_id=f"c{number}") for number in range(40)]
    scale = Scale.of(Snapshot.of(items, embedded(items), dimension=ENCODER.dimension), ENCODER)
    assert scale.text.noise < scale.text.strong


def test_a_catalogue_without_vectors_has_the_usual_scale() -> None:
    snapshot = Snapshot.of(many(40), {}, dimension=ENCODER.dimension)
    assert Scale.of(snapshot, ENCODER) == Scale()
