"""How many people chose two contents both: all that is kept, by default, of what people chose.

A count stands only from five people on; below that it is nothing, so no cell tells of a few.
Counts are made anew from the choices still kept: whoever takes a choice back lowers them.
"""

from typing import Final

import numpy as np
from scipy import sparse

from recommender.vectors import Doubles

LEAST_PEOPLE: Final = 5


def co_choices(chosen: sparse.csr_matrix, *, least: int = LEAST_PEOPLE) -> Doubles:
    """Count, for each pair of items, the people who chose both; on the diagonal, who chose one.

    `chosen` has a row per person and a column per item. Counts under `least` become 0.
    """
    marks = (chosen > 0).astype(np.float64)
    counts: Doubles = (marks.T @ marks).toarray()
    counts[counts < least] = 0.0
    return counts


def shared_attention(chosen: sparse.csr_matrix, *, damping: float) -> Doubles:
    """Count as `co_choices` does, without a least; whoever chose n items counts n^-damping.

    Only for people who let the organisation learn from their choices: a cell may be one person.
    """
    marks = (chosen > 0).astype(np.float64)
    sizes = np.maximum(np.asarray(marks.sum(axis=1)).ravel(), 1.0)
    shared: Doubles = (marks.T @ sparse.diags(sizes**-damping) @ marks).toarray()
    return shared
