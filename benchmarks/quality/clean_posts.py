"""Posts that real organisations published: what the default charter wrongly stops."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from benchmarks.material import blogs
from benchmarks.quality.figure import Figure
from domain.content import ContentItem
from domain.drafts import Draft
from domain.organization import Organization
from domain.review import Circumstances, Outcome
from guardrails.charter import load_charter
from guardrails.guard import Guard

_POST = 1_300


def figures() -> Iterator[Figure]:
    """Yield the shares not blocked and allowed, per language, CH-01 apart."""
    guard = Guard.of(load_charter(), key=b"quality")
    for language in ("fr", "en"):
        posts = [one for one in blogs(language) if len(one.text) >= _POST]
        names = ("clean posts not blocked (CH-01 apart)", "clean posts allowed (CH-01 apart)")
        if not posts:
            yield from (Figure(f"{name}, {language}", None) for name in names)
            continue
        outcomes = Counter(_outcome(guard, post) for post in posts)
        blocked = outcomes[Outcome.BLOCK] / len(posts)
        allowed = outcomes[Outcome.ALLOW] / len(posts)
        yield Figure(f"{names[0]}, {language}", 1 - blocked, asked=0.98)
        yield Figure(f"{names[1]}, {language}", allowed, asked=0.9)


def _outcome(guard: Guard, post: ContentItem) -> Outcome:
    draft = Draft(post.text[:_POST], post.language)
    nobody = Circumstances(now=datetime.now(UTC), organization=Organization(name=""))
    verdict = guard.inspect(draft, nobody)
    # A blog has no need to say who writes it: the company's own page does.
    findings = tuple(one for one in verdict.findings if one.rule != "CH-01")
    return replace(verdict, findings=findings).outcome
