"""Whether a text that no sign settles still lets its reader see that its author works there.

One small linear model over what the text shows around the company's name, in both languages:
« Ma blouse a trois trous, je prépare les manipulations au lycée X ». `tie.json` is made by
`training/ties.py`, which also says how many texts of outsiders it lets pass.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from domain.organization import Organization
from domain.review import Span
from guardrails.belonging.shown import shown
from guardrails.reading import Reading

ARTEFACT = Path(__file__).parent / "tie.json"


@dataclass(frozen=True, slots=True)
class Judge:
    """What each value counts, and, by language, from where on an author is seen to belong."""

    bias: float
    thresholds: Mapping[str, float]
    weights: Mapping[str, float]

    def odds(self, values: frozenset[str]) -> float:
        """Return the log odds that an author of whom these values hold belongs."""
        return self.bias + sum(self.weights.get(value, 0.0) for value in sorted(values))


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Read the judge.

    Raises ValueError when the file is not the one that was trained.
    """
    told = json.loads(ARTEFACT.read_text(encoding="utf-8"))
    if told.pop("sha256") != digest_of(told):
        raise ValueError("tie.json is not as it was trained: run `python -m training.ties`")
    return Judge(told["bias"], told["thresholds"], told["weights"])


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
    if judge().odds(found.values) <= judge().thresholds[reading.language.value]:
        return None
    start, end = found.named
    return reading.bare.span(start, end) if is_meant(start, end, "tie") else None
