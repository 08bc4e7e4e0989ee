"""Which profile type a text suits, on texts whose author saw only the four descriptions."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.quality.figure import Figure
from domain.people import ProfileType
from recommender.encoders import open_encoder
from recommender.kinds import TYPES
from recommender.suggestion import types_of

TEXTS = Path(__file__).parents[1] / "sets" / "profile_type_test.jsonl"
_ASKED = 0.80
_SURE = 0.8


def figures() -> Iterator[Figure]:
    """Yield macro-F1 per language, and how often what is sure is right."""
    records = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    texts = [(each["title"], each["text"]) for each in records]
    chances = types_of(texts, open_encoder())
    right = np.array([TYPES.index(ProfileType(each["type"])) for each in records])
    language = np.array([each["language"] for each in records])
    said = chances.argmax(axis=1)
    for name in ("fr", "en"):
        own = language == name
        yield Figure(f"profile type macro-F1, {name}", macro_f1(right[own], said[own]), _ASKED)
    sure = chances.max(axis=1) >= _SURE
    yield Figure("profile type, right where at least 0.8 sure", float((said == right)[sure].mean()))
    yield Figure("profile type, share at least 0.8 sure", float(sure.mean()))


def macro_f1(right: np.ndarray, said: np.ndarray) -> float:
    """Return the mean F1 of the types."""
    found = []
    for place in range(len(TYPES)):
        both = ((right == place) & (said == place)).sum()
        found.append(2 * both / max((right == place).sum() + (said == place).sum(), 1))
    return float(np.mean(found))
