"""Grounding: wrong facts planted in good drafts, and good drafts wrongly flagged."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime

from api.personas import FOLDER
from benchmarks.material import blogs
from benchmarks.quality.figure import Figure
from benchmarks.sets.planted_facts import Planted, planted
from domain.content import ContentItem
from domain.drafts import Draft
from domain.organization import Organization
from domain.review import Circumstances, Severity, Source
from guardrails.checks.grounding import Grounding
from guardrails.reading import Reading
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted

_CHECK = Grounding()
_SEED = 21


def figures() -> Iterator[Figure]:
    """Yield the share of each kind of wrong fact caught, and of good drafts let pass."""
    for language in ("fr", "en"):
        tried = defaultdict[str, list[bool]](list)
        for case in planted(posts(language), seed=_SEED):
            found = flags(case)
            tried["any wrong fact" if case.is_wrong else "good drafts"].append(found)
            if case.kind:
                tried[case.kind].append(found)
        yield from _shares(tried, language)


def posts(language: str) -> list[ContentItem]:
    """Return the real posts at hand and the demo's own contents."""
    rows = open_source(str(FOLDER / "contents"))
    demo = [row.item for row in rows if isinstance(row, Accepted)]
    return [*blogs(language), *(one for one in demo if one.language == language)]


def flags(case: Planted) -> bool:
    """Tell whether the check stops a draft."""
    circumstances = Circumstances(
        now=datetime.now(UTC),
        organization=Organization(name=""),
        source=Source(case.post.text, case.post.title, case.post.url, case.post.authors),
    )
    reading = Reading(Draft(case.text, case.post.language))
    found = _CHECK.inspect(reading, circumstances)
    return any(one.severity is Severity.BLOCK for one in found)


def _shares(tried: dict[str, list[bool]], language: str) -> Iterator[Figure]:
    for kind, found in sorted(tried.items()):
        share = sum(found) / len(found)
        if kind == "good drafts" or kind.startswith("same "):
            yield Figure(f"grounding, {kind} let pass, {language}", 1 - share, asked=0.97)
        else:
            yield Figure(f"grounding, {kind} caught, {language}", share, asked=0.98)
