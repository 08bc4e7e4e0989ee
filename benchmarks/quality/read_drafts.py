"""What a reader found in offline drafts, who saw only source, notes and draft."""

from collections.abc import Iterator

from benchmarks.drafts.readings import readings
from benchmarks.quality.figure import Figure


def figures() -> Iterator[Figure]:
    """Yield the latest reading's shares; shares of failures are negated."""
    *_, latest = readings()
    print(f"drafts were read: {latest.name}")
    for language in ("fr", "en"):
        kinds = {"misleading": ("misleading", "unfaithful")}
        for name, asked in (("invented", 0.0), ("grammar", -0.01), ("misleading", None)):
            share = -sum(latest.share(kind, language) for kind in kinds.get(name, (name,)))
            yield Figure(f"read drafts, sentences {name} (negated), {language}", share, asked)
        yield Figure(f"read drafts without any fault, {language}", latest.clean_drafts(language))
