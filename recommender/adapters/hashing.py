"""The encoder that needs no model: hashed words and pieces of words, by scikit-learn alone.

It knows spelling, not meaning: a text is near another that shares its words or parts of them.
Nothing is learned, so a vector depends on its own text and on this file alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from recommender.stop_words import STOP_WORDS
from recommender.vectors import Doubles, pack
from recommender.words import fold, words_of

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import HashingVectorizer

# Part of the fingerprint: raise it with every change that moves a vector.
_VERSION: Final = 1
_STOP_WORDS: Final = frozenset().union(*STOP_WORDS.values())
_COLUMNS: Final = 2**20


@dataclass(frozen=True, slots=True)
class HashingEncoder:
    """Encode by spelling, in French and English alike.

    Two views are added: whole words, and their pieces of 3 to 5 letters (inflections, compounds,
    words the two languages share). Counts are damped, then folded onto `dimension` values with
    the signs of the hash, which keeps inner products unbiased (Weinberger et al., Feature Hashing
    for Large Scale Multitask Learning, 2009).
    """

    dimension: int = 1024
    _views: "tuple[HashingVectorizer, ...]" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_views", _views())

    @property
    def fingerprint(self) -> str:
        """Name the method, its version and the dimension."""
        return f"hashing-v{_VERSION}-{self.dimension}"

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Return one vector per text."""
        if not texts:
            return []
        read = [_content_words(text) for text in texts]
        views = [_view(view, read, self.dimension) for view in self._views]
        return pack(np.sum(views, axis=0))


def _content_words(text: str) -> str:
    return " ".join(word for word in map(fold, words_of(text)) if word not in _STOP_WORDS)


def _views() -> "tuple[HashingVectorizer, ...]":
    from sklearn.feature_extraction.text import (  # noqa: PLC0415 - over a second to import
        HashingVectorizer,
    )

    shared = {"norm": None, "n_features": _COLUMNS, "lowercase": False}
    return (
        HashingVectorizer(analyzer=str.split, **shared),
        HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), **shared),
    )


def _view(view: "HashingVectorizer", texts: Sequence[str], dimension: int) -> Doubles:
    counts = view.transform(texts)
    counts.eliminate_zeros()
    rows = np.repeat(np.arange(len(texts)), np.diff(counts.indptr))
    damped = np.sign(counts.data) * (1 + np.log(np.abs(counts.data)))
    lengths = np.sqrt(np.bincount(rows, damped**2, minlength=len(texts)))
    folded = np.zeros((len(texts), dimension))
    np.add.at(folded, (rows, counts.indices % dimension), damped / lengths[rows])
    return folded
