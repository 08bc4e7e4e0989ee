"""How long a check takes: the default charter on 1,300 characters, in one process."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from rich.console import Console
from rich.table import Table

from api.organization import load_organization
from api.personas import FOLDER
from benchmarks.material import items
from benchmarks.timing import timed
from domain.drafts import Draft
from domain.review import Circumstances, Fingerprint, Source, Verdict
from guardrails.charter import load_charter
from guardrails.guard import Guard

_LENGTH = 1_300


def main() -> None:
    """Print p50 and p95 of a whole check, alone and beside colleagues' drafts."""
    guard = Guard.of(load_charter(), key=b"benchmark")
    drafts = [
        Draft(one.text[:_LENGTH], one.language) for one in items() if len(one.text) >= _LENGTH
    ]
    table = Table("check of 1,300 characters", "texts", "p50 ms", "p95 ms")
    for name, neighbours, has_source in (
        ("without a source", 0, False),
        ("with its source", 0, True),
        ("with its source and 50 colleagues' drafts", 50, True),
    ):
        others = _fingerprints(guard, drafts[:neighbours])
        calls = [_call(guard, draft, others, has_source=has_source) for draft in drafts[:200]]
        timing = timed(calls)
        table.add_row(name, str(len(calls)), f"{timing.p50:.2f}", f"{timing.p95:.2f}")
    Console().print(table)


def _call(
    guard: Guard, draft: Draft, others: tuple[Fingerprint, ...], *, has_source: bool
) -> Callable[[], Verdict]:
    source = Source(draft.text) if has_source else None
    circumstances = replace(_circumstances(), source=source, neighbours=others)
    return lambda: guard.inspect(draft, circumstances)


def _fingerprints(guard: Guard, drafts: list[Draft]) -> tuple[Fingerprint, ...]:
    return tuple(guard.comparer.fingerprint(draft, _circumstances()) for draft in drafts)


@cache
def _circumstances() -> Circumstances:
    organization = load_organization(FOLDER / "organization.yaml")
    return Circumstances(now=datetime.now(UTC), organization=organization)
