"""What contents have in common without anybody: the words of their titles, and their time."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from recommender.vectors import Doubles

# Two weeks apart, two contents share a third of what those of one day share.
_DAYS: Final = 14.0
# So that titles without a single word are like nothing, rather than refused.
_ANYTHING: Final = "titles"


def by_title(titles: Sequence[str]) -> Doubles:
    """Return how alike titles are, from 0 to 1, by their rarer words."""
    from sklearn.feature_extraction.text import (  # noqa: PLC0415 - over a second to import
        TfidfVectorizer,
    )

    words = TfidfVectorizer(sublinear_tf=True).fit_transform([*titles, _ANYTHING])[:-1]
    alike: Doubles = (words @ words.T).toarray()
    return alike


def by_time(days: Doubles) -> Doubles:
    """Return how near in time contents appeared, from 0 to 1; 0 where it is not known (nan)."""
    apart = np.abs(days[:, None] - days[None, :])
    return np.nan_to_num(np.exp(-apart / _DAYS), nan=0.0)
