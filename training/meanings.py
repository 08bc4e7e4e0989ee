"""What words mean, as the bundled encoder has it, in a few directions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from guardrails.reading import fold_term
from recommender.encoders import open_encoder

_LEXICON = Path(__file__).parents[1] / "guardrails" / "lexicon"
_DIRECTIONS, _SPREAD = 150, 0.5
Vectors = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Meanings:
    """A vector for each word, of one spread over all."""

    vectors: dict[str, Vectors]

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """Return the meanings of words, and of the most common ones of both languages."""
        every = sorted({*(word for word in words if word.isalpha()), *_common()})
        coded = open_encoder().encode(every)
        told = np.array([np.frombuffer(one, dtype="<f4") for one in coded], dtype=np.float64)
        told -= told.mean(0)
        _, axes = np.linalg.eigh(told.T @ told)
        told = told @ axes[:, -_DIRECTIONS:]
        return cls(dict(zip(every, told * (_SPREAD / np.abs(told).std()), strict=True)))

    def mean(self, words: Sequence[str], fewest: int) -> Vectors:
        """Return the mean of words, over no less than the `fewest`."""
        known = [self.vectors[word] for word in words if word in self.vectors]
        total: Vectors = np.sum([np.zeros(_DIRECTIONS), *known], axis=0)
        return total / max(fewest, len(known))

    def towards(self, directions: Vectors, digits: int) -> dict[str, list[float]]:
        """Return what each word comes to in each of some directions."""
        return {
            word: np.round(directions @ vector, digits).tolist()
            for word, vector in self.vectors.items()
        }


def _common() -> set[str]:
    files = (_LEXICON / f"common.{language}.txt" for language in ("fr", "en"))
    words = (fold_term(line) for one in files for line in one.read_text("utf-8").splitlines())
    return {word for word in words if word.isalpha()}
