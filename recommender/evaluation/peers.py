"""What people know, beside which we are measured: each fitted on the same past as ours."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import sparse
from threadpoolctl import threadpool_limits

from recommender.collective.weights import solved
from recommender.evaluation.log import Past
from recommender.vectors import Doubles

People = npt.NDArray[np.intp]
Scorer = Callable[[People], Doubles]
Fit = Callable[[Past], Scorer]

_SEED: Final = 7
_FACTORS: Final = 15


@dataclass(frozen=True, slots=True)
class Popularity:
    """How many chose an item; with a half-life (days), recent choices count more."""

    half_life: float = np.inf

    def __call__(self, past: Past) -> Scorer:
        """Count once for everybody."""
        where = past.days.tocoo()
        counts = np.bincount(
            where.col, 0.5 ** ((past.now - where.data) / self.half_life), past.chosen.shape[1]
        )
        return lambda people: np.tile(counts, (len(people), 1))


def title_profile(past: Past) -> Scorer:
    """Fit TF-IDF over titles; a person is the mean of what they chose, weighted by strength."""
    from sklearn.feature_extraction.text import (  # noqa: PLC0415 - over a second to import
        TfidfVectorizer,
    )
    from sklearn.preprocessing import normalize  # noqa: PLC0415 - the same

    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2)).fit_transform(past.titles)
    profiles = normalize(past.chosen @ words)
    return lambda people: np.asarray((profiles[people] @ words.T).todense())


def truncated_svd(past: Past) -> Scorer:
    """Fit 15 factors by truncated SVD of the strengths, damped by a logarithm."""
    from scipy.sparse.linalg import svds  # noqa: PLC0415 - only when evaluating

    damped = past.chosen.astype(np.float64).copy()
    damped.data = np.log2(1.0 + damped.data)
    factors = min(_FACTORS, min(damped.shape) - 1)
    left, sizes, right = svds(damped, k=factors, v0=np.ones(min(damped.shape)))
    return lambda people: np.asarray((left[people] * sizes) @ right)


def plain_ease(past: Past) -> Scorer:
    """Fit EASE as published, over who chose what alone."""
    marks = (past.chosen > 0).astype(np.float64)
    weights = solved((marks.T @ marks).toarray(), ridge=200.0)
    return lambda people: np.asarray(marks[people] @ weights)


def implicit_als(past: Past) -> Scorer:
    """Fit alternating least squares by the package implicit."""
    from implicit.cpu.als import AlternatingLeastSquares  # noqa: PLC0415 - a peer, if installed

    # It warns of a BLAS with threads of its own, which would slow it.
    with threadpool_limits(1, "blas"):
        model = AlternatingLeastSquares(
            factors=32, regularization=0.1, iterations=15, random_state=_SEED, num_threads=1
        )
        model.fit(_damped(past), show_progress=False)
    return lambda people: np.asarray(model.user_factors[people] @ model.item_factors.T)


def implicit_bm25(past: Past) -> Scorer:
    """Fit nearest items under BM25 weights by the package implicit."""
    from implicit.nearest_neighbours import BM25Recommender  # noqa: PLC0415 - a peer, if installed

    marks = _damped(past)
    model = BM25Recommender(K=100, num_threads=1)
    with warnings.catch_warnings():
        # It warns of a format that its own weighting made.
        warnings.simplefilter("ignore")
        model.fit(marks, show_progress=False)
    return lambda people: np.asarray((marks[people] @ model.similarity).todense())


def peers() -> dict[str, Fit]:
    """Return every peer at hand by its name; those of `implicit` only where it is installed."""
    found: dict[str, Fit] = {
        "TF-IDF profile": title_profile,
        "truncated SVD": truncated_svd,
        "EASE": plain_ease,
    }
    if find_spec("implicit"):
        found |= {"implicit ALS": implicit_als, "implicit BM25": implicit_bm25}
    return found


def _damped(past: Past) -> sparse.csr_matrix:
    damped = past.chosen.astype(np.float32).copy()
    damped.data = np.log2(1.0 + damped.data)
    return damped
