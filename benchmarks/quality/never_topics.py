"""Never-topics told in other words: what is about them kept away, what is only near let be.

The texts and the words that give subjects away are by one hand: the figures say what must not be
lost, not how it does on texts nobody has seen. How many real posts each subject keeps away is told
beside them.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.material import BLOGS, items
from benchmarks.quality.figure import Figure
from domain.content import ContentItem
from domain.language import Language
from domain.people import Ambassador
from recommender.eligibility import Limits, eligible
from recommender.snapshot import Snapshot

SET = Path(__file__).parents[1] / "sets" / "never_topics.toml"


def figures() -> Iterator[Figure]:
    """Yield the share of oblique contents kept away, and of near ones let be, per language."""
    topics = tomllib.loads(SET.read_text(encoding="utf-8"))["topics"]
    for language in Language:
        for kind, name in (("hits", "kept away"), ("near", "near ones let be")):
            found = [one for topic in topics for one in _away(topic, kind, language)]
            share = float(np.mean(found)) if kind == "hits" else 1.0 - float(np.mean(found))
            yield Figure(f"never-topics told in other words, {name}, {language}", share)
    if BLOGS.is_dir():
        posts = Snapshot.of(items(), {}, dimension=1)
        away = [1.0 - _left(posts, topic["en"]) for topic in topics]
        yield Figure("real posts kept away by a never-topic, the mean", float(np.mean(away)))


def _away(topic: Mapping[str, Any], kind: str, language: Language) -> Iterator[bool]:
    """Tell of each content whether it is kept away, the topic typed in either language."""
    for number, text in enumerate(topic[kind][language.value]):
        content = ContentItem(
            content_id=str(number),
            title=text.split(". ")[0],
            text=text,
            language=language,
            digest="",
            source="never",
        )
        snapshot = Snapshot.of([content], {}, dimension=1)
        for typed in Language:
            yield _left(snapshot, topic[typed.value]) == 0.0


def _left(snapshot: Snapshot, never: str) -> float:
    someone = Ambassador(never=(never,))
    return float(eligible(snapshot, someone, Limits(datetime.now(UTC))).mean())
