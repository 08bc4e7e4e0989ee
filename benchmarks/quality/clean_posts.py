"""What real organisations published, as posts and as sentences: what the charter wrongly stops.

Every post that is not allowed is written to a file, with what was found where, to be read.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import gettempdir

from benchmarks.material import blogs
from benchmarks.quality.figure import Figure
from domain.content import ContentItem
from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Outcome, Severity, Verdict
from domain.segmentation import sentences
from guardrails.charter import load_charter
from guardrails.guard import Guard

_POST = 1_300
_FEWEST_WORDS = 5
_EVERY = 5  # of some 20,000 sentences, one in five is enough
STOPPED = Path(gettempdir()) / "porte-voix-clean-posts.txt"


def figures() -> Iterator[Figure]:
    """Yield the shares not blocked and allowed, per language, CH-01 apart."""
    lines: list[str] = []
    for language in Language:
        posts = [one for one in blogs(language) if len(one.text) >= _POST]
        whole = [Draft(one.text[:_POST], language) for one in posts]
        yield from _shares("posts", whole, language, lines)
        yield from _shares("sentences", list(_sentences(posts)), language, [])
    if lines:
        STOPPED.write_text("\n".join(lines), encoding="utf-8")
        print(f"every clean post that is not allowed: {STOPPED}")


def _shares(
    what: str, drafts: list[Draft], language: Language, lines: list[str]
) -> Iterator[Figure]:
    names = (f"clean {what} not blocked (CH-01 apart)", f"clean {what} allowed (CH-01 apart)")
    if not drafts:
        yield from (Figure(f"{name}, {language}", None) for name in names)
        return
    outcomes = Counter[Outcome]()
    for draft in drafts:
        verdict = _verdict(draft)
        outcomes[verdict.outcome] += 1
        lines += [_told(draft, one) for one in verdict.findings if one.severity is not _NOTE]
    blocked = outcomes[Outcome.BLOCK] / len(drafts)
    yield Figure(f"{names[0]}, {language}", 1 - blocked, asked=0.98)
    yield Figure(f"{names[1]}, {language}", outcomes[Outcome.ALLOW] / len(drafts), asked=0.9)


_NOTE = Severity.WARN


def _sentences(posts: list[ContentItem]) -> Iterator[Draft]:
    found = (Draft(one, post.language) for post in posts for one in sentences(post.text))
    full = (one for one in found if len(one.text.split()) >= _FEWEST_WORDS)
    return (one for number, one in enumerate(full) if number % _EVERY == 0)


@cache
def _guard() -> Guard:
    return Guard.of(load_charter(), key=b"quality")


def _verdict(draft: Draft) -> Verdict:
    nobody = Circumstances(now=datetime.now(UTC), organization=Organization(name=""))
    verdict = _guard().inspect(draft, nobody)
    # A blog has no need to say who writes it: the company's own page does.
    findings = tuple(one for one in verdict.findings if one.rule != "CH-01")
    return replace(verdict, findings=findings)


def _told(draft: Draft, finding: Finding) -> str:
    span = finding.span
    at = draft.text[max(0, span.start - 60) : span.end + 60] if span else draft.text[:120]
    piece = draft.text[span.start : span.end] if span else ""
    context = " ".join(at.split())
    return f"{draft.language} {finding.rule} {finding.severity} «{piece}»: {context}"
