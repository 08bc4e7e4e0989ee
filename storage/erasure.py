"""Erasing what concerns a person, to the byte, from what the columns declare.

On SQLite freed pages are overwritten as rows go, the write-ahead log is emptied into the
database, and the file is written anew, so that no byte is left in any file. On PostgreSQL the
tables are rewritten; its own log keeps old pages as long as its operator set.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Table, delete, select, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from domain.language import Language
from domain.purposes import Purpose
from storage.database import Database
from storage.declaration import Owner, owner_column, personal_columns
from storage.locks import lock
from storage.models import AmbassadorRow, Base, ErasureRow, FirstAnswerRow, ProposalRow
from storage.removal import remove_contents
from storage.seats import forget_seats
from storage.tombstones import TombstoneFile, tombstone

_PATIENCE_SECONDS = 20.0

BLANK: Mapping[str, Any] = MappingProxyType(
    {
        "name": None,
        "organization": None,
        "profile": None,
        "languages": [Language.FRENCH.value, Language.ENGLISH.value],
        "topics": [],
        "never": [],
        "posts": [],
        "voice_cards": [],
    }
)
"""What the record of somebody who has said nothing holds."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """Erases people; `key` makes the mark that is left unreadable.

    `marks` is where marks outlive the database, None for a database that is never put back.
    `elsewhere` erases the holders of marks wherever copies are kept; an erasure is finished when
    it has.
    """

    database: Database
    key: bytes
    marks: TombstoneFile | None = None
    elsewhere: Callable[[frozenset[str]], None] | None = None

    def erase(self, ambassador_id: str) -> bool:
        """Erase everything that concerns somebody, and tell whether there was anything.

        Cut off between its two steps, `finish` completes it at the next start.
        """
        was_there = self.mark(ambassador_id)
        self.finish()
        return was_there

    def mark(self, ambassador_id: str) -> bool:
        """Delete somebody's rows and leave the tombstones, in one transaction.

        The owner token gets one too: a draft that is being written for it is held no more.
        """
        with self.database.write() as session:
            row = session.get(AmbassadorRow, ambassador_id, with_for_update=True)
            names = [ambassador_id] if row is None else [ambassador_id, row.owner_token]
            lock(session, *names)
            marks = [tombstone(name, self.key) for name in names]
            if self.marks is not None:
                self.marks.add(marks)
            _remember(session, marks)
            if row is not None:
                forget_seats(session, row.owner_token, self.key)
                _delete_rows(session, ambassador_id, row.owner_token)
        return row is not None

    def apply_again(self, erased: frozenset[str] = frozenset()) -> int:
        """Erase whoever came back with a copy of the database, and return how many they were.

        `erased` are marks that another database knows.
        """
        known = self._known(erased)
        with self.database.read() as session:
            everybody = session.scalars(select(AmbassadorRow.ambassador_id)) if known else ()
            back = [one for one in everybody if tombstone(one, self.key) in known]
        for ambassador_id in back:
            self._open_again(ambassador_id)
            self.mark(ambassador_id)
        self.finish()
        return len(back)

    def _known(self, erased: frozenset[str]) -> frozenset[str]:
        """Return every mark, and bring those that the database does not know into it."""
        with self.database.read() as session:
            here = frozenset(session.scalars(select(ErasureRow.tombstone)))
        beside = erased | (self.marks.read() if self.marks is not None else frozenset())
        if beside - here:
            with self.database.write() as session:
                _remember(session, beside)
        return here | beside

    def _open_again(self, ambassador_id: str) -> None:
        # An erasure that was finished before the copy was put back is to be done once more.
        with self.database.write() as session:
            mark = ErasureRow.tombstone == tombstone(ambassador_id, self.key)
            session.execute(update(ErasureRow).where(mark).values(finished_at=None))

    def finish(self) -> None:
        """Overwrite what erased rows left in the files, if an erasure has not done so yet."""
        with self.database.read() as session:
            pending = select(ErasureRow.tombstone).where(ErasureRow.finished_at.is_(None))
            marks = list(session.scalars(pending))
        if not marks:
            return
        self._rewrite()
        if self.elsewhere is not None:
            with self.database.read() as session:
                erased = frozenset(session.scalars(select(ErasureRow.tombstone)))
            self.elsewhere(erased)
        with self.database.write() as session:
            done = update(ErasureRow).where(ErasureRow.tombstone.in_(marks))
            session.execute(done.values(finished_at=datetime.now(UTC)))

    def _rewrite(self) -> None:
        engine = self.database.engine.execution_options(isolation_level="AUTOCOMMIT")
        if self.database.is_sqlite:
            _rewrite_sqlite(self.database)
            return
        with engine.connect() as connection:
            # Content that was made of a proposal leaves traces in tables that concern nobody.
            for table in Base.metadata.sorted_tables:
                connection.execute(text(f"VACUUM FULL {table.name}"))


def forget(session: Session, person: AmbassadorRow, purpose: Purpose) -> None:
    """Delete what is kept of somebody for one purpose."""
    for column, declared in personal_columns(_table(AmbassadorRow)):
        if declared.purpose == purpose.value:
            setattr(person, column.name, BLANK[column.name])
    for table in _tables_beside(AmbassadorRow):
        if any(one.purpose == purpose.value for _, one in personal_columns(table)):
            _delete_from(session, table, person.ambassador_id, person.owner_token)
    if purpose is Purpose.DRAFTS:
        _forget_answers(session, person.owner_token)


def _forget_answers(session: Session, owner_token: str) -> None:
    """Delete the first answers with drafts in them; a request that still runs keeps its key."""
    answered = FirstAnswerRow.answer.is_not(None)
    session.execute(
        delete(FirstAnswerRow).where(FirstAnswerRow.owner_token == owner_token, answered)
    )


def _delete_rows(session: Session, ambassador_id: str, owner_token: str) -> None:
    proposed = select(ProposalRow.content_id).where(ProposalRow.owner_token == owner_token)
    contents = [one for one in session.scalars(proposed) if one is not None]
    if contents:
        remove_contents(session, contents)
    for table in reversed(Base.metadata.sorted_tables):
        _delete_from(session, table, ambassador_id, owner_token)


def _delete_from(session: Session, table: Table, ambassador_id: str, owner_token: str) -> None:
    owned = owner_column(table)
    if owned is not None:
        column, owner = owned
        value = ambassador_id if owner is Owner.AMBASSADOR else owner_token
        session.execute(delete(table).where(column == value))


def _remember(session: Session, marks: Iterable[str]) -> None:
    for mark in marks:
        if session.get(ErasureRow, mark) is None:
            session.add(ErasureRow(tombstone=mark, asked_at=datetime.now(UTC)))


def _tables_beside(model: type[Base]) -> Iterator[Table]:
    return (table for table in Base.metadata.sorted_tables if table is not model.__table__)


def _table(model: type[Base]) -> Table:
    return Base.metadata.tables[model.__tablename__]


def empty_log(database: Database) -> None:
    """Write SQLite's log into the database and leave nothing in it, unless somebody reads on.

    What was freed is overwritten in the database; the log still holds it as it was.
    """
    if database.is_sqlite:
        connection = database.engine.raw_connection()
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.close()


def _rewrite_sqlite(database: Database) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            _vacuum(database)
        except OperationalError:
            # Another process reads or writes at this moment; it will be done in a moment.
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _vacuum(database: Database) -> None:
    connection = database.engine.raw_connection()
    try:
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    if busy:
        raise OperationalError("checkpoint", None, Exception("busy"))
