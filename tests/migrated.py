"""A database of the newest schema with nothing in it: migrated once, and copied from there on."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.database import Database
from storage.migration import migrate


def put_database(path: Path) -> None:
    """Put a SQLite database where there is none yet."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(_migrated())


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        opened = Database.open(f"sqlite:///{path}")
        migrate(opened)
        opened.close()
        return path.read_bytes()
