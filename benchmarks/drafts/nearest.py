"""Whether a draft is nearest to its own author among ten who were asked about one content.

The verifier is no part of the product: the cosine of runs of two to four letters (scikit-learn).
Since drafts are not posts, each is set beside the other drafts: what counts is whose posts it is
nearer to than its colleagues' drafts are.

A sum of ten posts is nearer to any text than a sum of three, whoever wrote it: `equal` leaves
every author as many posts as the one with the fewest has.
"""

import random
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer


def own_is_nearest(drafts: Sequence[str], posts: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return how many drafts are nearest to the author at the same place, beside and alone.

    The second figure compares each draft alone, without its colleagues' drafts.
    """
    texts = [post for own in posts for post in own]
    letters = TfidfVectorizer(
        analyzer="char", ngram_range=(2, 4), sublinear_tf=True, lowercase=False
    ).fit(texts)
    authors = np.array([np.asarray(letters.transform(own).sum(axis=0))[0] for own in posts])
    authors /= np.linalg.norm(authors, axis=1, keepdims=True)
    near = letters.transform(drafts).toarray() @ authors.T
    places = np.arange(len(drafts))
    beside = near - near.mean(axis=0)
    return int((beside.argmax(axis=1) == places).sum()), int((near.argmax(axis=1) == places).sum())


def equal(posts: Sequence[Sequence[str]], seed: int) -> list[tuple[str, ...]]:
    """Return as many posts of every author as of the one with the fewest, drawn by a seed."""
    fewest = min(map(len, posts))
    drawn = random.Random(seed)  # noqa: S311 - a draw that is the same each time
    return [tuple(drawn.sample(list(own), fewest)) for own in posts]
