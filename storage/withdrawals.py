"""What people turned off, remembered beside the database: no copy that is put back turns it on.

A copy of the database does not know what was withdrawn since. Each line of the file names, as
keyed hashes that lead to nobody without the key, who turned what off, and when; what the same
person turned on later is theirs to have on. Whoever is erased is in no line any more.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.errors import StorageUnavailable
from domain.purposes import Purpose
from storage.database import Database
from storage.erasure import empty_log, forget
from storage.ledger import entry
from storage.models import AmbassadorRow, PurposeRow
from storage.tombstones import tombstone

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """The withdrawals of everybody, one a line; `key` makes them unreadable."""

    path: Path
    key: bytes

    def add(self, ambassador_id: str, purposes: Iterable[Purpose]) -> None:
        """Remember what somebody turns off now; it is on the disk when this returns.

        Raises StorageUnavailable when it cannot be written.
        """
        now, who = datetime.now(UTC).isoformat(), tombstone(ambassador_id, self.key)
        self.keep(f"{who} {_mark(ambassador_id, one, self.key)} {now}" for one in purposes)

    def keep(self, lines: Iterable[str]) -> None:
        """Add lines, as another such file holds them."""
        written = [f"{line}\n" for line in lines]
        try:
            # Begun anew: behind a line that a kill cut off, the next would be lost with it.
            begin = "" if self._ends_whole() else "\n"
            with self.path.open("a", encoding="ascii") as file:
                file.writelines([begin, *written])
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StorageUnavailable(
                f"{self.path.name} cannot be written ({error.strerror}); nothing was turned off yet"
            ) from error

    def lines(self) -> frozenset[str]:
        """Return the lines, none where nothing was ever withdrawn."""
        try:
            return frozenset(self.path.read_text(encoding="ascii").splitlines())
        except FileNotFoundError:
            return frozenset()

    def forget(self, erased: Collection[str]) -> None:
        """Leave out the lines of everybody erased, by their tombstones.

        Raises StorageUnavailable when it cannot be written.
        """
        lines = self.lines()
        kept = [line for line in sorted(lines) if line.partition(" ")[0] not in erased]
        if len(kept) == len(lines):
            return
        beside = self.path.with_suffix(".new")
        try:
            beside.write_text("".join(f"{line}\n" for line in kept), encoding="ascii")
            beside.chmod(0o600)
            beside.replace(self.path)
        except OSError as error:
            raise StorageUnavailable(
                f"{self.path.name} cannot be written ({error.strerror})"
            ) from error

    def _ends_whole(self) -> bool:
        try:
            return self.path.read_bytes()[-1:] in {b"", b"\n"}
        except FileNotFoundError:
            return True

    def apply_again(self, database: Database) -> int:
        """Turn off again what came back with a copy, delete what was kept; return how much."""
        latest = _latest(self.lines())
        if not latest:
            return 0
        with database.write() as session:
            back = list(self._back(session, latest))
            for person, purpose in back:
                session.add(entry(person.ambassador_id, purpose, is_on=False))
                forget(session, person, purpose)
                person.version += 1
        if back:
            empty_log(database)
        return len(back)

    def _back(
        self, session: Session, latest: Mapping[str, datetime]
    ) -> Iterator[tuple[AmbassadorRow, Purpose]]:
        said = _ledger(session)
        for person in session.scalars(select(AmbassadorRow)):
            for purpose in Purpose:
                withdrawn = latest.get(_mark(person.ambassador_id, purpose, self.key), _NEVER)
                none = (purpose.is_on_at_first, _NEVER)
                is_on, moment = said.get((person.ambassador_id, purpose.value), none)
                if is_on and moment < withdrawn:
                    yield person, purpose


def _ledger(session: Session) -> Mapping[tuple[str, str], tuple[bool, datetime]]:
    newest = select(func.max(PurposeRow.id)).group_by(PurposeRow.ambassador_id, PurposeRow.purpose)
    rows = session.scalars(select(PurposeRow).where(PurposeRow.id.in_(newest)))
    return {(one.ambassador_id, one.purpose): (one.is_on, one.changed_at) for one in rows}


def _latest(lines: Iterable[str]) -> Mapping[str, datetime]:
    found: dict[str, datetime] = {}
    for line in lines:
        _, _, told = line.partition(" ")
        mark, _, moment = told.partition(" ")
        found[mark] = max(found.get(mark, _NEVER), _instant(moment))
    return found


def _instant(written: str) -> datetime:
    """Read an instant; a line that a kill cut off was never answered for, and withdraws nothing."""
    try:
        instant = datetime.fromisoformat(written)
    except ValueError:
        return _NEVER
    return instant if instant.tzinfo else _NEVER


def _mark(ambassador_id: str, purpose: Purpose, key: bytes) -> str:
    return tombstone(f"{ambassador_id}:{purpose.value}", key)
