"""Copies of everything that is kept, consistent while the service goes on, and bringing them back.

A copy is a SQLite file of the newest schema, whatever the database is; copying between the two
goes table by table. Whoever was erased since a copy was made does not come back with it.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Integer, Table, delete, insert, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from domain.errors import RestoreFailed, StorageUnavailable
from storage.database import Database
from storage.erasure import Erasure
from storage.migration import migrate
from storage.models import (
    ApiKeyRow,
    Base,
    CatalogueRow,
    CharterRow,
    ErasureRow,
    FirstAnswerRow,
    SessionRow,
)
from storage.tombstones import TombstoneFile
from storage.withdrawals import Withdrawals

# Who was signed in, and what was answered within a day, is of no use later.
_LEFT_OUT: Final = frozenset({SessionRow.__tablename__, FirstAnswerRow.__tablename__})
_AT_ONCE: Final = 500


def back_up(database: Database, path: Path) -> None:
    """Write a consistent copy to a file that is not there yet, while everybody goes on.

    Raises StorageUnavailable when it cannot be written.
    """
    try:
        if database.is_sqlite:
            _vacuum_into(database, path)
        else:
            _copied_out(database, path)
    except (sqlite3.Error, OSError) as error:
        raise StorageUnavailable(f"{path} cannot be written ({type(error).__name__})") from None


@dataclass(frozen=True, slots=True)
class Restoring:
    """Brings a copy back into a database.

    `key` and `marks` tell who was erased, `withdrawals` what was turned off since.
    """

    database: Database
    key: bytes
    marks: TombstoneFile | None = None
    withdrawals: Withdrawals | None = None

    def restore(self, path: Path) -> None:
        """Replace everything by a copy, in one transaction; erased people stay erased.

        `path` is worked on: give a copy of the copy. Raises RestoreFailed for a file that is no
        sound copy, or of a newer version.
        """
        copy = _sound(path)
        try:
            self._erase_again(copy)
            engine = self.database.engine.execution_options(writes=True)
            with engine.begin() as target, copy.engine.connect() as source:
                _replace(target, source, is_sqlite=self.database.is_sqlite)
        except SQLAlchemyError as error:
            raise RestoreFailed(f"nothing was changed ({type(error).__name__})") from None
        finally:
            copy.close()

    def erase_in(self, path: Path, erased: frozenset[str]) -> None:
        """Erase the holders of marks in a copy as well, to the byte.

        A copy that is not sound is deleted.
        """
        try:
            copy = _sound(path)
        except RestoreFailed:
            path.unlink(missing_ok=True)
            return
        try:
            Erasure(copy, self.key).apply_again(erased)
            _without_log(copy)
        finally:
            copy.close()

    def _erase_again(self, copy: Database) -> None:
        with self.database.read() as session:
            rows = session.execute(select(ErasureRow.__table__))
            erasures = [_values(row) for row in rows]
        with copy.write() as session:
            for erasure in erasures:
                session.merge(ErasureRow(**erasure))
        Erasure(copy, self.key, self.marks).apply_again()
        if self.withdrawals is not None:
            self.withdrawals.apply_again(copy)


def _sound(path: Path) -> Database:
    copy = Database.open(f"sqlite:///{path}")
    try:
        migrate(copy)
        with copy.engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    except (SQLAlchemyError, StorageUnavailable) as error:
        copy.close()
        told = str(error) if isinstance(error, StorageUnavailable) else type(error).__name__
        raise RestoreFailed(f"{path} is no copy that this version can read: {told}") from None
    if found != "ok":
        copy.close()
        raise RestoreFailed(f"{path} is damaged; take another copy")
    return copy


def _without_log(copy: Database) -> None:
    """Leave one file alone, whose log is written into it."""
    connection = copy.engine.raw_connection()
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()


def _vacuum_into(database: Database, path: Path) -> None:
    connection = database.engine.raw_connection()
    try:
        # One reading transaction: all of it is of one instant, and no freed page comes along.
        connection.execute("VACUUM INTO ?", (str(path),))
    finally:
        connection.close()


def _copied_out(database: Database, path: Path) -> None:
    copy = Database.open(f"sqlite:///{path}")
    try:
        migrate(copy)
        reading = database.engine.execution_options(isolation_level="REPEATABLE READ")
        writing = copy.engine.execution_options(writes=True)
        with reading.connect() as source, writing.begin() as target:
            _copy(source, target, Base.metadata.sorted_tables)
        _without_log(copy)
    finally:
        copy.close()


def _replace(target: Connection, source: Connection, *, is_sqlite: bool) -> None:
    revoked = target.execute(
        select(ApiKeyRow.key_id, ApiKeyRow.revoked_at).where(ApiKeyRow.revoked_at.is_not(None))
    ).all()
    seen = target.scalar(select(CatalogueRow.revision)) or 0
    tables = Base.metadata.sorted_tables
    for table in reversed(tables):
        target.execute(delete(table))
    _copy(source, target, [table for table in tables if table.name not in _LEFT_OUT])
    # A key that was revoked since stays so, and every process sees that the contents changed.
    for key_id, moment in revoked:
        target.execute(
            update(ApiKeyRow).where(ApiKeyRow.key_id == key_id).values(revoked_at=moment)
        )
    target.execute(update(CatalogueRow).values(revision=CatalogueRow.revision + seen + 1))
    target.execute(update(CharterRow).values(is_filed=False))
    if not is_sqlite:
        _count_on(target, tables)


def _copy(source: Connection, target: Connection, tables: Iterable[Table]) -> None:
    for table in tables:
        target.execute(delete(table))
        rows = source.execution_options(yield_per=_AT_ONCE).execute(select(table))
        for part in rows.partitions(_AT_ONCE):
            target.execute(insert(table), [_values(row) for row in part])


def _values(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of any table
    return dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name


def _count_on(target: Connection, tables: Iterable[Table]) -> None:
    for table in tables:
        (first, *others) = table.primary_key.columns
        if not others and isinstance(first.type, Integer) and first.autoincrement is True:
            target.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', '{first.name}'), "  # noqa: S608 - names of our own tables
                    f"(SELECT coalesce(max({first.name}), 0) + 1 FROM {table.name}), false)"
                )
            )
