"""The encoder that comes along: a vector per piece of a word, read without torch.

What `SentenceTransformer(folder)` would give, from safetensors, tokenizers and numpy alone.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from domain.errors import SettingsInvalid
from recommender.adapters.manifest import Manifest
from recommender.adapters.pieces import Pieces
from recommender.vectors import Floats, Rows, pack

BUNDLED: Final = Path(__file__).parent.parent / "encoder"

# Part of the fingerprint: raise it with every change of pooling.
_POOLING: Final = 2
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
# Texts that are cut together.
_BATCH: Final = 256
_BLOCK: Final = 256
# Some 180 words. Chosen by measurement, as the saturation is: whole texts lose their subject in
# their length, shorter passages are too different from each other.
_PASSAGE: Final = 256
_TINY: Final = 1e-12
# Each further mention of a word says less, and all of them at most four times as much as the first.
# Chosen by measurement, as the next is: training/README.md has what else was tried.
_SATURATION: Final = 3.0
# How a text begins says most of what it is about: the n-th passage counts n to the minus this.
_LATER: Final = 0.75


class StaticEncoder:
    """Encode by looking up each piece of a word and adding up.

    Raises SettingsInvalid when a file is missing or is not the one the manifest names.
    """

    def __init__(self, folder: Path = BUNDLED) -> None:
        manifest = Manifest.checked(folder)
        self._table, rows = _table(folder)
        self._pieces = Pieces(folder / "tokenizer.json", rows)
        self.dimension: int = self._table.shape[1]
        self.fingerprint = f"{manifest.name}-{manifest.digest}-p{_POOLING}"
        if len(rows) != self._pieces.count:
            raise SettingsInvalid(
                f"the encoder in {folder} says where {len(rows)} words and pieces of words stand, "
                f"and its tokenizer has {self._pieces.count}: make it anew"
            )

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Return one vector per text, each mention of a word counting the same."""
        return pack(self._pooled(texts, self._added))

    def encode_contents(self, texts: Sequence[str]) -> list[bytes]:
        """Return one vector per content: the mean direction of its passages, the first most.

        Within a passage repeated words count less with each mention.
        """
        return pack(self._pooled(texts, self._passages))

    def _pooled(self, texts: Sequence[str], pool: Callable[[Rows], Floats]) -> Floats:
        pooled = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, pieces in enumerate(self._cut(texts)):
            pooled[row] = pool(np.array(pieces, dtype=np.intp))
        return pooled

    def _added(self, pieces: Rows) -> Floats:
        starts = range(0, len(pieces), _BLOCK)
        blocks = (self._table[pieces[start : start + _BLOCK]].sum(axis=0) for start in starts)
        return sum(blocks, start=np.zeros(self.dimension, np.float32))

    def _passages(self, pieces: Rows) -> Floats:
        total = np.zeros(self.dimension, np.float32)
        parts = np.array_split(pieces, max(1, -(-len(pieces) // _PASSAGE)))
        for number, passage in enumerate(parts, start=1):
            places, mentions = np.unique(passage, return_counts=True)
            weights = mentions * (_SATURATION + 1) / (mentions + _SATURATION)
            added = weights.astype(np.float32) @ self._table[places]
            total += added / max(float(np.linalg.norm(added)), _TINY) / number**_LATER
        return total

    def _cut(self, texts: Sequence[str]) -> Iterable[list[int]]:
        for start in range(0, len(texts), _BATCH):
            batch = [_SURROGATES.sub("\ufffd", text) for text in texts[start : start + _BATCH]]
            yield from self._pieces.of(batch)


def _table(folder: Path) -> tuple[Floats, list[int]]:
    """Return the rows, and the row of each number of the tokenizer.

    Words that share a row share its weight, so the weight may be counted in once.
    """
    from safetensors.numpy import load_file  # noqa: PLC0415 - the same

    tensors = load_file(folder / "model.safetensors")
    steps, weights = tensors["embeddings"], tensors["weights"].astype(np.float32)
    rows = tensors.get("mapping", np.arange(len(steps)))
    sizes = np.zeros(len(steps), dtype=np.float32)
    sizes[rows] = weights
    return steps.astype(np.float32) * sizes[:, None], rows.tolist()
