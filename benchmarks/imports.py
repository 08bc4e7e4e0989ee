"""How fast content comes in: read, embedded and kept, by the command's own code."""

import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from api.importing import ImportReport, import_rows
from api.settings import Settings
from api.wiring import open_services
from benchmarks.material import locations
from recommender.catalogue.opening import open_source


def main() -> None:
    """Import everything at hand into an empty deployment, then once more."""
    table = Table("import", "items", "seconds", "items/s", title="Import on this machine")
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(Settings.from_environment(data_dir=Path(folder)))
        services.live.encoder.encode(["warm"])
        for name in ("first", "again, nothing changed"):
            report, start = ImportReport(), time.perf_counter()
            for location in locations():
                import_rows(services, open_source(location), report)
            seconds = time.perf_counter() - start
            count = len(report.changes.added + report.changes.unchanged + report.changes.changed)
            table.add_row(name, str(count), f"{seconds:.2f}", f"{count / seconds:.0f}")
        services.close()
    Console().print(table)
