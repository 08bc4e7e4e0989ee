"""Which text of another author is nearest in topic: the hardest one to tell an author from."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from personalizer.stylometry.background import Vector
from personalizer.stylometry.traces import words_of


def nearest_in_topic(texts: Sequence[str], authors: Vector) -> Vector:
    """Return, for each text, the place of the nearest one that another author wrote.

    Nearness is the cosine of words weighed by their rarity.
    """
    rows = _rows([words_of(text) for text in texts])
    near = rows @ rows.T
    near[authors[:, None] == authors[None, :]] = -1.0
    return np.asarray(near.argmax(axis=1))


def _rows(bags: Sequence[Counter[str]]) -> Vector:
    held = Counter(word for bag in bags for word in bag)
    places = {word: at for at, word in enumerate(sorted(w for w, n in held.items() if n > 1))}
    rows = np.zeros((len(bags), max(1, len(places))))
    for row, bag in zip(rows, bags, strict=True):
        for word, times in bag.items():
            if word in places:
                rarity = 1 + np.log((1 + len(bags)) / (1 + held[word]))
                row[places[word]] = (1 + np.log(times)) * rarity
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))
