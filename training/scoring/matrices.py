"""Passages as rows of numbers: exactly what `guardrails.learned` adds up, in one matrix."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from safetensors.numpy import load_file
from scipy import sparse

from domain.language import Language
from guardrails.learned.model import SHOWS, Kind, place
from guardrails.learned.showing import Shows
from guardrails.learned.tokens import Token, tokens
from guardrails.reading import fold
from recommender.adapters.manifest import Manifest
from recommender.adapters.pieces import Pieces
from recommender.adapters.static import BUNDLED

Floats = np.ndarray


class Meanings:
    """The encoder's vectors of words, before anything is normalised."""

    def __init__(self) -> None:
        manifest = Manifest.checked(BUNDLED)
        self.fingerprint = f"{manifest.name}-{manifest.digest}"
        tensors = load_file(BUNDLED / "model.safetensors")
        steps, rows = tensors["embeddings"].astype(np.float32), tensors["mapping"]
        sizes = np.zeros(len(steps), np.float32)
        sizes[rows] = tensors["weights"].astype(np.float32)
        self._table = steps * sizes[:, None]
        self._pieces = Pieces(BUNDLED / "tokenizer.json", rows.tolist())
        self._known: dict[str, Floats] = {}

    def of(self, word: str) -> Floats:
        """Return the vector of a word, zeros for one without pieces."""
        if word not in self._known:
            self._known[word] = self._table[self._pieces.of([word])[0]].sum(axis=0)
        return self._known[word]

    def pieces(self, word: str) -> int:
        """Return how many pieces a word is cut into."""
        return len(self._pieces.of([word])[0])


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many rows the tables of a model have, and in how many directions meaning is learned."""

    stems: int
    ideas: int
    directions: int


class Reader:
    """Turns passages into rows: stems, then ideas, then meaning in its main directions."""

    def __init__(self, kind: Kind, meanings: Meanings, sizes: Sizes) -> None:
        self.shows: Shows = SHOWS[kind]
        self.meanings, self.sizes = meanings, sizes
        self.directions: Floats = np.zeros((0, 0))

    def learn_directions(self, passages: Iterable[str]) -> None:
        """Find the main directions of meaning in passages."""
        sums = np.array([np.concatenate(self._meaning(_read(one))) for one in passages])
        half = sums.shape[1] // 2
        both = sums[:, :half].T @ sums[:, :half] + sums[:, half:].T @ sums[:, half:]
        turned = np.linalg.svd(both.astype(np.float64))[0]
        self.directions = turned[:, : self.sizes.directions]

    def rows(self, passages: Sequence[tuple[str, Language]]) -> sparse.csr_matrix:
        """Return one row per passage."""
        values, columns, starts = [], [], [0]
        meaning = []
        for text, language in passages:
            passage = _read(text)
            for column, value in self._counted(passage, language):
                columns.append(column)
                values.append(value)
            starts.append(len(columns))
            plain, marked = self._meaning(passage)
            meaning.append(np.concatenate([plain @ self.directions, marked @ self.directions]))
        width = self.sizes.stems + self.sizes.ideas
        counted = sparse.csr_matrix((values, columns, starts), (len(passages), width))
        counted.sum_duplicates()
        return sparse.hstack([counted, sparse.csr_matrix(np.array(meaning))]).tocsr()

    def _counted(self, passage: Sequence[Token], language: Language) -> Iterable[tuple[int, float]]:
        words = [one for one in passage if one.is_word]
        for token in words:
            for weight, names in self.shows.of_word(token, language).items():
                for name in names:
                    yield place(name, self.sizes.stems), weight / max(1, len(words)) ** 0.5
        shown = self.shows.of_all(passage)
        for name in sorted(shown):
            yield self.sizes.stems + place(name, self.sizes.ideas), 1 / len(shown) ** 0.5

    def _meaning(self, passage: Sequence[Token]) -> tuple[Floats, Floats]:
        width = len(self.meanings.of("a"))
        sums, power = np.zeros((2, width), np.float32), 1e-6
        for token in passage:
            word = self.shows.meaning(token) if token.is_word else ""
            if word:
                vector = self.meanings.of(word.removeprefix("-"))
                sums[int(word.startswith("-"))] += vector
                power += float(vector @ vector)
        return sums[0] / power**0.5, sums[1] / power**0.5


def _read(text: str) -> list[Token]:
    return tokens(fold(text, accents=False).text)
