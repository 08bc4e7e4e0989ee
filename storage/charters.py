"""Every charter that was ever in force; the newest one is."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b

from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from domain.deeds import Deed
from domain.errors import VersionStale
from storage.audit import note
from storage.database import Database
from storage.models import CharterRow


@dataclass(frozen=True, slots=True)
class KeptCharter:
    """A version of the charter; `version` is unlike any other's, `digest` is of its exact text."""

    revision: int
    version: str
    digest: str
    yaml: str
    put_at: datetime
    put_by: str
    is_filed: bool


@dataclass(frozen=True, slots=True)
class NewCharter:
    """A charter to be kept: its text, what it declares as its version, and who puts it."""

    yaml: str
    digest: str
    declared: str
    by: str
    is_filed: bool = False


@dataclass(frozen=True, slots=True)
class Charters:
    """Keeps charters, each version for good."""

    database: Database

    def revision(self) -> int:
        """Return the number of the newest version, 0 for none."""
        with self.database.read() as session:
            return session.scalar(select(func.max(CharterRow.revision))) or 0

    def newest(self) -> KeptCharter | None:
        """Return the version in force, None when there was never one."""
        with self.database.read() as session:
            row = _newest(session)
            return _kept(row) if row else None

    def all(self) -> list[KeptCharter]:
        """Return every version, newest first."""
        with self.database.read() as session:
            rows = session.scalars(select(CharterRow).order_by(CharterRow.revision.desc()))
            return [_kept(row) for row in rows]

    def put(
        self, new: NewCharter, *, expected: Collection[str] | None = None, deed: Deed | None = None
    ) -> KeptCharter:
        """Keep a charter as the newest version; the one in force already is left as it is.

        A declared version that another text had is told apart by a number. Raises VersionStale
        when the digest in force is not among those `expected`.
        """
        with self.database.write() as session:
            self._lock(session)
            before = _newest(session)
            if expected is not None and (before is None or before.digest not in expected):
                raise VersionStale
            if before is not None and before.digest == new.digest:
                return _kept(before)
            row = _row(new, _unlike(session, new.declared))
            session.add(row)
            session.flush()
            note(session, replace(deed, about=row.version) if deed else None)
            return _kept(row)

    def filed(self, revision: int) -> None:
        """Note that the data folder's file says what this version says."""
        with self.database.write() as session:
            session.execute(
                update(CharterRow).where(CharterRow.revision == revision).values(is_filed=True)
            )

    def _lock(self, session: Session) -> None:
        # SQLite gives the whole write to one at a time.
        if not self.database.is_sqlite:
            key = int.from_bytes(blake2b(b"charter", digest_size=8).digest(), "big", signed=True)
            session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _newest(session: Session) -> CharterRow | None:
    return session.scalar(select(CharterRow).order_by(CharterRow.revision.desc()).limit(1))


def _row(new: NewCharter, version: str) -> CharterRow:
    return CharterRow(
        version=version,
        digest=new.digest,
        yaml=new.yaml,
        put_at=datetime.now(UTC),
        put_by=new.by,
        is_filed=new.is_filed,
    )


def _unlike(session: Session, declared: str) -> str:
    taken = set(session.scalars(select(CharterRow.version)))
    number, version = 1, declared
    while version in taken:
        number += 1
        version = f"{declared}+{number}"
    return version


def _kept(row: CharterRow) -> KeptCharter:
    return KeptCharter(
        revision=row.revision,
        version=row.version,
        digest=row.digest,
        yaml=row.yaml,
        put_at=row.put_at,
        put_by=row.put_by,
        is_filed=row.is_filed,
    )
