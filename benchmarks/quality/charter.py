"""The regression suite that the default charter carries."""

from collections.abc import Iterator

from benchmarks.quality.figure import Figure
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import run_examples


def figures() -> Iterator[Figure]:
    """Yield the share of its examples that are judged rightly, per language."""
    guard = Guard.of(load_charter(), key=b"quality")
    tried = list(run_examples(guard))
    for language in ("fr", "en"):
        own = [one for one in tried if one.example.language == language]
        right = sum(one.is_right for one in own) / len(own)
        yield Figure(f"charter examples judged rightly, {language}", right, asked=1.0)
