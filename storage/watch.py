"""Whether anything was committed since: told in microseconds, so that it need not be read again.

SQLite keeps a number that changes for a connection whenever another one commits, in this process
or in any other. It is read through a connection that writes nothing. PostgreSQL has no such
number; there everything is read each time.
"""

import sqlite3
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

Known = TypeVar("Known")

_MOST: Final = 1_000
_IN_MEMORY: Final = frozenset({None, "", ":memory:"})


@dataclass(slots=True)
class Watch:
    """Watches one database from any thread."""

    engine: Engine
    _connection: sqlite3.Connection | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def version(self) -> int | None:
        """Return a number that differs after every commit, or None where nobody can tell."""
        if self.engine.dialect.name != "sqlite" or self.engine.url.database in _IN_MEMORY:
            return None
        try:
            with self._lock:
                connection = self._connection = self._connection or self._opened()
                (version,) = connection.execute("PRAGMA data_version").fetchone()
        except (sqlite3.Error, SQLAlchemyError):
            # Whoever asks reads then, and is told what is wrong.
            return None
        return int(version)

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection:
        pooled = self.engine.raw_connection()
        pooled.detach()
        connection: sqlite3.Connection = pooled.dbapi_connection  # type: ignore[assignment]  # of SQLite
        # It waits for nobody: requests wait for it.
        connection.execute("PRAGMA busy_timeout=0")
        return connection


@dataclass(slots=True)
class Remembered(Generic[Known]):
    """What was read of one state of the database, forgotten as soon as there is another.

    Nothing about a person belongs here: what is erased is forgotten only at the next look.
    """

    _version: int | None = None
    _known: dict[Hashable, Known] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def at(self, version: int | None, name: Hashable) -> Known | None:
        """Return what was read at this version, None if nothing was."""
        with self._lock:
            if version is None or version != self._version or len(self._known) > _MOST:
                self._version, self._known = version, {}
            return self._known.get(name)

    def keep(self, version: int | None, name: Hashable, known: Known) -> None:
        """Keep what was read after this version was, unless another one is known by now."""
        with self._lock:
            if version is not None and version == self._version:
                self._known[name] = known

    def or_read(self, version: int | None, name: Hashable, read: Callable[[], Known]) -> Known:
        """Return what was read at this version, and read and keep it if nothing was."""
        known = self.at(version, name)
        if known is None:
            known = read()
            self.keep(version, name, known)
        return known
