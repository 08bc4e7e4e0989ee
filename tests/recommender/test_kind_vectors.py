import json
from importlib.resources import files

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.encoders import open_encoder
from recommender.kind_vectors import CARD, kind_vectors, kinds_of
from recommender.kinds import KINDS
from recommender.reading import Reading

ENCODER = open_encoder()


def test_the_model_is_the_bundled_encoders_own() -> None:
    # After a new encoder: python -m training.kind_vectors.
    assert kind_vectors(ENCODER.fingerprint) is not None


def test_the_card_says_how_good_it_is_on_texts_held_out() -> None:
    card = json.loads(files("recommender").joinpath(CARD).read_text(encoding="utf-8"))
    assert card["kinds"] == list(KINDS)
    assert 0.8 < card["held_out_macro_f1_of_types"] < 1


def test_another_encoder_does_without_it() -> None:
    assert kind_vectors("another-encoder") is None
    reading = _reading(np.full(len(KINDS), 0.05), words=200)
    vector = np.ones((1, ENCODER.dimension), np.float32)
    np.testing.assert_array_equal(kinds_of([reading], vector, "another"), [reading.kinds])


def test_a_text_without_a_vector_keeps_what_its_words_say() -> None:
    reading = _reading(np.full(len(KINDS), 0.05), words=200)
    nothing = np.zeros((1, ENCODER.dimension), np.float32)
    np.testing.assert_array_equal(
        kinds_of([reading], nothing, ENCODER.fingerprint), [reading.kinds]
    )


def test_a_title_keeps_what_its_cues_say() -> None:
    reading = _reading(np.full(len(KINDS), 0.05), words=12)
    vector = np.ones((1, ENCODER.dimension), np.float32)
    np.testing.assert_array_equal(kinds_of([reading], vector, ENCODER.fingerprint), [reading.kinds])


@settings(deadline=None)
@given(
    st.lists(st.floats(0, 1), min_size=len(KINDS), max_size=len(KINDS)),
    st.integers(0, 500),
    st.integers(0, 2**32 - 1),
)
def test_shares_stay_shares(given_: list[float], words: int, seed: int) -> None:
    kinds = np.array(given_) / max(sum(given_), 1.0)
    vector = np.random.default_rng(seed).normal(size=(1, ENCODER.dimension)).astype(np.float32)
    joined = kinds_of([_reading(kinds, words=words)], vector, ENCODER.fingerprint)
    assert joined.min() >= 0
    assert joined.sum() <= 1 + 1e-9


def _reading(kinds: np.ndarray, *, words: int) -> Reading:
    return Reading(np.arange(words, dtype=np.uint64), np.ones(words, np.uint16), kinds)
