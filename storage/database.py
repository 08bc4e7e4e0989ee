"""The database: SQLite inside the data folder by default, PostgreSQL beyond.

SQLite runs with a write-ahead log, foreign keys on, and freed pages overwritten. A write
takes its lock when it begins, so that two processes wait for each other instead of failing
half-way; readers never wait.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from domain.errors import SettingsInvalid, StorageUnavailable
from storage.watch import Watch

_PATIENCE_SECONDS = 5
# How the drivers call a database that is locked, full, away, or no database any more.
_AWAY = frozenset({"OperationalError", "InterfaceError", "InternalError", "DatabaseError"})
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={_PATIENCE_SECONDS * 1000}",
)


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; `write` and `read` are the only ways to it."""

    engine: Engine
    _watch: Watch = field(init=False, repr=False, compare=False)
    _glancing: Engine = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_watch", Watch(self.engine))
        # Made once: SQLAlchemy takes as long for it as for the statement.
        object.__setattr__(self, "_glancing", self.engine.execution_options(glances=True))

    @classmethod
    def open(cls, url: str) -> Self:
        """Open a database by its SQLAlchemy address.

        Raises SettingsInvalid for an address that cannot be used.
        """
        try:
            engine = create_engine(_with_driver(url), pool_pre_ping=not url.startswith("sqlite"))
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
            raise SettingsInvalid(
                "PORTEVOIX_DATABASE_URL cannot be used: give sqlite:///PATH or "
                f"postgresql://USER@HOST/NAME (with the extra 'postgres'): {type(error).__name__}"
            ) from error
        if engine.dialect.name == "sqlite":
            _make_private(engine.url.database)
            event.listen(engine, "connect", _prepare)
            event.listen(engine, "begin", _begin)
        return cls(engine)

    @classmethod
    def in_memory(cls) -> Self:
        """Open an empty SQLite database that is in no file and goes with the process."""
        # One connection, lent to one thread at a time: a second one would see another database.
        engine = create_engine(
            "sqlite://",
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            connect_args={"check_same_thread": False},
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return cls(engine)

    @property
    def is_sqlite(self) -> bool:
        """Tell whether this is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one consistent state and changes nothing."""
        with mapped_errors(), Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """Give what `read` gives, bare: for one statement that every request makes."""
        # One statement is a transaction by itself.
        with mapped_errors(), self._glancing.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session whose changes are all kept, or none.

        Raises StorageUnavailable when the database is locked, full or read-only.
        """
        engine = self.engine.execution_options(writes=True)
        with (
            mapped_errors(),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def is_reachable(self) -> bool:
        """Tell whether the database answers."""
        try:
            with self.read() as session:
                session.execute(text("SELECT 1"))
        except StorageUnavailable:
            return False
        return True

    def version(self) -> int | None:
        """Return a number that differs after every commit, or None where only reading tells."""
        return self._watch.version()

    def close(self) -> None:
        """Let go of every connection."""
        self._watch.close()
        self.engine.dispose()


def _with_driver(url: str) -> str:
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    return url


def _make_private(path: str | None) -> None:
    """Make the file of a new database readable to its owner alone; its log is made alike."""
    if path and path != ":memory:" and not path.startswith("file:"):
        # Where it cannot be made, the first to read or write is told so.
        with suppress(OSError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _prepare(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own connection
    # The driver would begin transactions by itself, and too late; `_begin` does it.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("glances", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


@contextmanager
def mapped_errors() -> Iterator[None]:
    """Raise StorageUnavailable for what the drivers raise when a database cannot be used now."""
    try:
        yield
    except DBAPIError as error:
        # The statement and its values could hold a person's data: only the driver's class is told.
        if type(error).__name__ in _AWAY:
            raise StorageUnavailable(
                "the database is locked, full, read-only or away; nothing was half-written, "
                f"try again ({type(error.orig).__name__})"
            ) from None
        raise
