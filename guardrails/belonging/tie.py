"""Whether a text that no sign settles still lets its reader see that its author works there.

One linear model over a text's words and what it shows around the company's name, in both languages:
« Ma blouse a trois trous, je prépare les manipulations au lycée X ». `tie.json` is made by
`training/ties.py`, which also says how many texts of outsiders it lets pass.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from pathlib import Path
from typing import Any

from domain.organization import Organization
from domain.review import Span
from guardrails.belonging.shown import Shown, shown
from guardrails.reading import Reading

ARTEFACT = Path(__file__).parent / "tie.json"
FEWEST = 3  # words whose leanings make a mean


@dataclass(frozen=True, slots=True)
class Judge:
    """What each value counts, and, by language, from where on an author is seen to belong.

    `leanings` are what a word counts wherever it stands, and more behind a first person, each as
    a part of all the words there: by them a word that no training text holds is like its kin.
    """

    bias: float
    thresholds: Mapping[str, float]
    weights: Mapping[str, float]
    leanings: Mapping[str, Sequence[float]]

    def odds(self, found: Shown) -> float:
        """Return the log odds that the author of a text belongs; any order sums up to the same."""
        weights = self.weights
        held = fsum(weights[value] for value in found.values if value in weights)
        return self.bias + held + self._mean(found.words, 0) + self._mean(found.own, 1)

    def _mean(self, words: Sequence[str], part: int) -> float:
        known = [self.leanings[word][part] for word in words if word in self.leanings]
        return fsum(known) / max(FEWEST, len(known))


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Read the judge.

    Raises ValueError when the file is not the one that was trained.
    """
    told = json.loads(ARTEFACT.read_text(encoding="utf-8"))
    if told.pop("sha256") != digest_of(told):
        raise ValueError("tie.json is not as it was trained: run `python -m training.ties`")
    return Judge(told["bias"], told["thresholds"], told["weights"], told["leanings"])


def digest_of(told: Mapping[str, Any]) -> str:
    """Return the digest of all that an artefact says, but for its own digest."""
    written = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def tie(
    reading: Reading, organization: Organization, is_meant: Callable[[int, int, str], bool]
) -> Span | None:
    """Return where the company is named in a text whose author is seen to belong to it."""
    found = shown(reading, organization)
    if found is None or not found.may_tell:
        return None
    if judge().odds(found) <= judge().thresholds[reading.language.value]:
        return None
    start, end = found.named
    return reading.bare.span(start, end) if is_meant(start, end, "tie") else None
