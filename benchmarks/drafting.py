"""How many drafts the offline engine writes a second, and how long one person waits for one.

Checks and reservations are included. The processor's own time says the same on a machine that
others use too.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console
from rich.table import Table

from api import demo_organization
from api.asking import KEPT
from api.personas import personas
from api.settings import Settings
from api.wiring import Services, open_services
from domain.drafts import DraftRequest


@dataclass(frozen=True, slots=True)
class Answer:
    """A request for one draft: how many it gave, and the seconds it took."""

    content: str
    drafts: int
    seconds: float


def main() -> None:
    """Ask for one draft per persona on every live content of the demo in their language."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_environment(data_dir=Path(folder), demo=True, model=None)
        demo_organization.prepare_files(settings)
        services = open_services(settings)
        demo_organization.install(services)
        asked = list(_requests(services))
        start, processor = time.perf_counter(), time.process_time()
        answers = [_answer(services, request) for request in asked]
        seconds, worked = time.perf_counter() - start, time.process_time() - processor
        services.close()
    _print_rate(answers, seconds, worked)
    _print_waiting(answers)


def _requests(services: Services) -> Iterator[DraftRequest]:
    now = datetime.now(UTC)
    for persona in personas():
        for item in services.contents.all():
            if item.language in persona.ambassador.languages and item.is_live(now):
                yield DraftRequest(
                    content=item,
                    ambassador=persona.ambassador,
                    language=item.language,
                    owner=persona.ambassador.ambassador_id or "",
                    reservation_ends_at=now + KEPT,
                )


def _answer(services: Services, request: DraftRequest) -> Answer:
    start = time.perf_counter()
    result = asyncio.run(services.drafter.draft(request))
    seconds = time.perf_counter() - start
    return Answer(request.content.content_id, len(result.drafts), seconds)


def _print_rate(answers: Sequence[Answer], seconds: float, worked: float) -> None:
    served = sum(one.drafts for one in answers)
    table = Table(
        "offline drafting", "asked", "served", "seconds", "drafts/s", "drafts/s of processor"
    )
    row = (f"{seconds:.1f}", f"{served / seconds:.1f}", f"{served / worked:.1f}")
    table.add_row("demo organisation, one process", str(len(answers)), str(served), *row)
    Console().print(table)


def _print_waiting(answers: Sequence[Answer]) -> None:
    seen: set[str] = set()
    first, later = list[float](), list[float]()
    for one in answers:
        (later if one.content in seen else first).append(one.seconds * 1000)
        seen.add(one.content)
    table = Table("waiting for one draft, ms", "requests", "p50", "p95", "longest")
    for name, waited in (("the first on a content", first), ("the next ones", later)):
        high = quantiles(waited, n=20)[-1]
        figures = (f"{value:.0f}" for value in (median(waited), high, max(waited)))
        table.add_row(name, str(len(waited)), *figures)
    Console().print(table)
