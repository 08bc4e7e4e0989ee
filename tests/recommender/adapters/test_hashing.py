import numpy as np
import pytest

from domain.ports import Encoder
from recommender.adapters.hashing import HashingEncoder
from tests.contracts.encoder import EncoderContract, read

ENCODER = HashingEncoder()


class TestContract(EncoderContract):
    def encoder(self) -> Encoder:
        return ENCODER


def likeness(one: str, other: str) -> float:
    """Return the cosine of two texts."""
    first, second = (read(vector) for vector in ENCODER.encode([one, other]))
    return float(first @ second)


def test_the_fingerprint_names_method_version_and_dimension() -> None:
    assert ENCODER.fingerprint == "hashing-v1-1024"
    assert HashingEncoder(256).fingerprint == "hashing-v1-256"


def test_a_vector_is_the_same_on_every_machine_as_long_as_the_version_is() -> None:
    (vector,) = ENCODER.encode(["La sécurité des données au quotidien"])
    # One place and sign for each word: sécurité, données, quotidien.
    assert read(vector)[[634, 899, 932]] == pytest.approx([0.4019, -0.4019, -0.4019], abs=1e-4)
    assert np.abs(read(vector)).max() < 0.4020


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("cybersécurité", "CYBERSECURITE", "télétravail"),
        ("cybersécurité des usines", "cybersecurity", "recipes for the summer"),
        ("recruter un soudeur", "recrutement de soudeurs", "bilan carbone"),
        ("hiring welders", "we hire a welder", "carbon footprint"),
    ],
)
def test_shared_spelling_is_likeness(text: str, near: str, far: str) -> None:
    assert likeness(text, near) > likeness(text, far) + 0.2


def test_stop_words_of_both_languages_say_nothing() -> None:
    assert likeness("avec les pour dans soudeur", "with the from soudeur") == pytest.approx(1.0)


def test_saying_it_ten_times_is_not_saying_ten_times_as_much() -> None:
    once, often = "robots et vignes", "robots et vignes" + " robots" * 9
    assert likeness(once, often) > 0.8
