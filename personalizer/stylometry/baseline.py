"""What a verifier has to beat: the cosine of runs of two to four letters, topic and all."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from personalizer.stylometry.background import Vector
from personalizer.stylometry.traces import READ

_RUNS = (2, 3, 4)


def letter_rows(texts: Sequence[str]) -> Vector:
    """Return a row of length 1 per text, its runs of letters weighed by their rarity."""
    bags = [_runs(text[:READ].casefold()) for text in texts]
    held = Counter(run for bag in bags for run in bag)
    places = {run: at for at, run in enumerate(sorted(r for r, n in held.items() if n > 1))}
    rows = np.zeros((len(bags), max(1, len(places))), dtype=np.float32)
    for row, bag in zip(rows, bags, strict=True):
        found = [(places[run], times, held[run]) for run, times in bag.items() if run in places]
        at, times, holders = (np.array(column) for column in zip(*found, strict=True))
        row[at] = (1 + np.log(times)) * (1 + np.log((1 + len(bags)) / (1 + holders)))
    length = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return np.asarray(rows / length, dtype=np.float64)


def _runs(text: str) -> Counter[str]:
    return Counter(text[at : at + run] for run in _RUNS for at in range(len(text) - run + 1))
