"""How many drafts the offline engine writes a second, checks and reservations included."""

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from api import demo_organization
from api.asking import KEPT
from api.personas import personas
from api.settings import Settings
from api.wiring import open_services
from domain.drafts import DraftRequest


def main() -> None:
    """Ask for one draft per persona on every live content of the demo in their language."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_environment(data_dir=Path(folder), demo=True, model=None)
        demo_organization.prepare_files(settings)
        services = open_services(settings)
        demo_organization.install(services)
        now = datetime.now(UTC)
        requests = [
            DraftRequest(
                content=item,
                ambassador=persona.ambassador,
                language=item.language,
                owner=persona.ambassador.ambassador_id or "",
                reservation_ends_at=now + KEPT,
            )
            for persona in personas()
            for item in services.contents.all()
            if item.language in persona.ambassador.languages and item.is_live(now)
        ]
        start = time.perf_counter()
        results = [asyncio.run(services.drafter.draft(request)) for request in requests]
        seconds = time.perf_counter() - start
        services.close()
    served = sum(len(result.drafts) for result in results)
    table = Table("offline drafting", "asked", "served", "seconds", "drafts/s")
    row = (str(len(requests)), str(served), f"{seconds:.1f}", f"{served / seconds:.1f}")
    table.add_row("demo organisation, one process", *row)
    Console().print(table)
