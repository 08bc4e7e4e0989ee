"""What every encoder promises, whatever it knows of language."""

from abc import ABC, abstractmethod

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.ports import Encoder

# Each encoder's own subclass runs these, which is what the health check warns about.
any_encoder = settings(
    suppress_health_check=[HealthCheck.differing_executors], max_examples=30, deadline=None
)
# Everything Python calls a string, lone surrogates included.
any_text = st.text(st.characters(codec=None), max_size=200)


def read(vector: bytes) -> np.ndarray:
    """Return a vector as numbers."""
    return np.frombuffer(vector, dtype="<f4")


class EncoderContract(ABC):
    """Subclass it in the encoder's test module and say how to build one."""

    @abstractmethod
    def encoder(self) -> Encoder:
        """Return the encoder under test."""

    @any_encoder
    @given(texts=st.lists(any_text, max_size=5))
    def test_gives_one_vector_per_text_of_unit_length_or_zeros(self, texts: list[str]) -> None:
        encoder = self.encoder()
        vectors = encoder.encode(texts)
        assert len(vectors) == len(texts)
        assert {len(vector) for vector in vectors} <= {4 * encoder.dimension}
        lengths = [float(np.linalg.norm(read(vector))) for vector in vectors]
        assert all(length == 0.0 or length == pytest.approx(1.0, abs=1e-5) for length in lengths)

    @any_encoder
    @given(texts=st.lists(st.text(max_size=50), min_size=2, max_size=5))
    def test_a_vector_does_not_depend_on_the_texts_beside_it(self, texts: list[str]) -> None:
        encoder = self.encoder()
        alone = [encoder.encode([text])[0] for text in texts]
        for one, other in zip(encoder.encode(texts), alone, strict=True):
            np.testing.assert_allclose(read(one), read(other), atol=1e-5)

    @pytest.mark.parametrize("text", ["", " \n", "!!! … — 🎉", "\u200b", "\ud800"])
    def test_a_text_without_words_gives_zeros(self, text: str) -> None:
        (vector,) = self.encoder().encode([text])
        assert not read(vector).any()

    @pytest.mark.parametrize(
        "text", ["Recrutement d’un soudeur", "Hiring a welder", "Un\ud800 chat noir"]
    )
    def test_a_text_with_words_has_a_length(self, text: str) -> None:
        (vector,) = self.encoder().encode([text])
        assert float(np.linalg.norm(read(vector))) == pytest.approx(1.0, abs=1e-5)

    def test_a_text_is_nearest_to_itself(self) -> None:
        texts = ["Un chat dort sur le toit", "The bridge was inspected", "Résultats annuels"]
        matrix = np.stack([read(vector) for vector in self.encoder().encode(texts)])
        assert (matrix @ matrix.T).argmax(axis=1).tolist() == [0, 1, 2]

    def test_names_itself_the_same_way_each_time(self) -> None:
        assert self.encoder().fingerprint == self.encoder().fingerprint != ""
