"""Graded relevance: what is suggested to 24 described people, graded by somebody who read both."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks.quality.figure import Figure
from recommender.encoders import open_encoder
from recommender.evaluation.graded import GradedSet, graded

SET = Path(__file__).parents[1] / "sets" / "graded_relevance.json"
_NOW = datetime(2026, 11, 28, tzinfo=UTC)
_APART = 1_000


def figures() -> Iterator[Figure]:
    """Yield nDCG@10 (gains 2^grade - 1), per first language, and what chance earns."""
    data = GradedSet.of(json.loads(SET.read_text(encoding="utf-8")))
    encoder = open_encoder()
    measured = graded(data, encoder, _NOW)
    yield Figure("graded relevance nDCG@10", float(measured.ndcg.mean()), asked=0.75)
    for language, value in measured.by_language.items():
        yield Figure(f"graded relevance nDCG@10, {language}", value)
    turned = [graded(data, encoder, _NOW, whose=_APART * draw).ndcg.mean() for draw in range(6)]
    yield Figure("graded relevance nDCG@10, each with turns of their own", float(np.mean(turned)))
    yield Figure("graded relevance nDCG@10, chance", measured.chance)
