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

# The rows a text adds up, and how much each counts.
_Counted = tuple[Rows, Floats]

BUNDLED: Final = Path(__file__).parent.parent / "encoder"

_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
# Texts that are cut together.
_BATCH: Final = 256
_BLOCK: Final = 256
# BM25's own: each further mention of a word says less, and all of them at most 2.5 times as much
# as the first. Chosen by measurement: see the data card.
_SATURATION: Final = 1.5


class StaticEncoder:
    """Encode by looking up each piece of a word and adding up.

    Raises SettingsInvalid when a file is missing or is not the one the manifest names.
    """

    def __init__(self, folder: Path = BUNDLED) -> None:
        manifest = Manifest.checked(folder)
        self._pieces = Pieces(folder / "tokenizer.json")
        self._table = _table(folder)
        self.dimension: int = self._table.shape[1]
        self.fingerprint = f"{manifest.name}-{manifest.digest}"
        if len(self._table) != self._pieces.count:
            raise SettingsInvalid(
                f"the encoder in {folder} has {len(self._table)} vectors for "
                f"{self._pieces.count} pieces of words: make it anew"
            )

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Return one vector per text, each mention of a word counting the same."""
        return pack(self._pooled(texts, _mentions))

    def encode_contents(self, texts: Sequence[str]) -> list[bytes]:
        """Return one vector per content, repeated words counting less with each mention."""
        return pack(self._pooled(texts, _saturated))

    def _pooled(self, texts: Sequence[str], counted: Callable[[Rows], _Counted]) -> Floats:
        pooled = np.zeros((len(texts), self.dimension), dtype=np.float32)
        block = np.empty((_BLOCK, self.dimension), dtype=np.float32)
        for row, pieces in enumerate(self._cut(texts)):
            places, weights = counted(np.array(pieces, dtype=np.intp))
            for start in range(0, len(places), _BLOCK):
                found = places[start : start + _BLOCK]
                # Into the same memory every time: asking for new pages costs as much as adding up.
                rows = np.take(self._table, found, axis=0, out=block[: len(found)], mode="clip")
                pooled[row] += weights[start : start + _BLOCK] @ rows
        return pooled

    def _cut(self, texts: Sequence[str]) -> Iterable[list[int]]:
        for start in range(0, len(texts), _BATCH):
            batch = [_SURROGATES.sub("\ufffd", text) for text in texts[start : start + _BATCH]]
            yield from self._pieces.of(batch)


def _mentions(pieces: Rows) -> _Counted:
    return pieces, np.ones(len(pieces), dtype=np.float32)


def _saturated(pieces: Rows) -> _Counted:
    places, mentions = np.unique(pieces, return_counts=True)
    weights = mentions * (_SATURATION + 1) / (mentions + _SATURATION)
    return places, weights.astype(np.float32)


def _table(folder: Path) -> Floats:
    from safetensors.numpy import load_file  # noqa: PLC0415 - the same

    tensors = load_file(folder / "model.safetensors")
    table: Floats = tensors["embeddings"].astype(np.float32)
    table *= tensors["weights"].astype(np.float32)[:, None]
    return table
