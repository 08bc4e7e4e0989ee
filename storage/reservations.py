"""Holding angles and fingerprints, so that two colleagues never get near-twins.

Comparing and holding is one step: SQLite gives the whole write to one process at a time, and
PostgreSQL a lock per content, so that two people who ask at the same instant cannot both win,
neither the same text nor the same angle.
"""

import asyncio
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from sqlalchemy import ColumnElement, Row, bindparam, delete, func, select
from sqlalchemy.orm import Session

from domain.drafts import Nearness, Reservation
from domain.errors import NotFound
from domain.ports import Comparer
from domain.reserving import let_go, standing
from domain.review import Fingerprint
from storage.database import Database
from storage.fingerprints import StoredFingerprints, unpacked
from storage.locks import lock
from storage.models import ErasureRow, ReservationRow
from storage.tombstones import tombstone
from storage.watch import Remembered

_Held = Row[str, str, str, bytes, bytes, str, datetime]
_COLUMNS: Final = (
    ReservationRow.reservation_id,
    ReservationRow.content_key,
    ReservationRow.angle,
    ReservationRow.shingles,
    ReservationRow.embedding,
    ReservationRow.owner_token,
    ReservationRow.ends_at,
)
# Written once and of the table's own columns: every check asks it, and most of what it would take
# otherwise is SQLAlchemy's writing it anew.
_TABLE: Final = ReservationRow.__table__.c
_FINGERPRINTS: Final = (
    select(_TABLE.shingles, _TABLE.embedding)
    .where(
        _TABLE.content_key == bindparam("content"),
        _TABLE.owner_token != bindparam("but"),
        _TABLE.reservation_id != bindparam("besides"),
        _TABLE.ends_at > bindparam("now"),
    )
    .order_by(_TABLE.reservation_id)
)
_PEOPLE: Final = func.count(_TABLE.owner_token.distinct())
_TOLD_BY: Final = (
    select(_TABLE.content_key, _PEOPLE.label("people"))
    .where(
        _TABLE.owner_token >= bindparam("asker"),
        _TABLE.owner_token < bindparam("beyond"),
        _TABLE.ends_at > bindparam("now"),
    )
    .group_by(_TABLE.content_key)
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Who holds something, counted by content key, and when the first of them ends."""

    told: Mapping[str, int]
    until: datetime | None


@dataclass(frozen=True, slots=True)
class ReservationBook:
    """The live reservations; it fits `domain.ports.Reservations`.

    `key` recognises owners who were erased: nothing is held for them any more.
    """

    database: Database
    key: bytes
    _counted: Remembered[_Counted] = field(default_factory=Remembered, repr=False, compare=False)

    async def neighbours(self, content_key: str, *, but: str) -> tuple[Reservation, ...]:
        """Return the live reservations on a content, without those of the owner `but`."""
        return await asyncio.to_thread(self.live, content_key, but=but)

    async def own(self, content_key: str, *, owner: str) -> tuple[Reservation, ...]:
        """Return an owner's live reservations on a content, the first to end first."""
        return await asyncio.to_thread(self.held_by, owner, content_key)

    async def reserve(self, reservation: Reservation, comparer: Comparer) -> Nearness:
        """Compare with every other owner's and hold it, in one step, if its angle is nobody's."""
        return await asyncio.to_thread(self.hold, reservation, comparer)

    def live(
        self, content_key: str, *, but: str = "", besides: str | None = None
    ) -> tuple[Reservation, ...]:
        """Return what `neighbours` returns; `besides` names one reservation to leave out."""
        with self.database.read() as session:
            rows = _live(session, content_key, ReservationRow.owner_token != but)
            return tuple(_reservation(row) for row in rows if row.reservation_id != besides)

    def held_by(self, owner: str, content_key: str) -> tuple[Reservation, ...]:
        """Return what `own` returns, for callers that do not wait."""
        with self.database.read() as session:
            rows = _live(session, content_key, ReservationRow.owner_token == owner)
        return tuple(sorted(map(_reservation, rows), key=lambda one: one.ends_at))

    def fingerprints(
        self, content_key: str, *, but: str = "", besides: str | None = None
    ) -> StoredFingerprints:
        """Return the fingerprints of what `live` returns: all that a check compares with."""
        left_out = {"but": but, "besides": besides or ""}
        asked = {"content": content_key, "now": datetime.now(UTC), **left_out}
        with self.database.glance() as connection:
            rows = connection.execute(_FINGERPRINTS, asked).all()
        return StoredFingerprints([(shingles, embedding) for shingles, embedding in rows])

    def hold(self, reservation: Reservation, comparer: Comparer) -> Nearness:
        """Do what `reserve` does, for callers that do not wait.

        Raises NotFound for an owner who was erased meanwhile.
        """
        with self.database.write() as session:
            lock(session, reservation.content_key, reservation.owner)
            if session.get(ErasureRow, tombstone(reservation.owner, self.key)) is not None:
                raise NotFound("whoever asked was erased meanwhile; nothing is held or given")
            held = [_reservation(row) for row in _live(session, reservation.content_key)]
            nearness = standing(reservation, held, comparer)
            if not nearness.may_be_held:
                return nearness
            gone = let_go(reservation, held)
            _delete(session, gone)
            session.add(_row(reservation))
        return replace(nearness, let_go=gone)

    def find(self, reservation_id: str, *, owner_prefix: str) -> Reservation | None:
        """Return a live reservation whose owner begins so: one's own, or one's platform's."""
        with self.database.read() as session:
            row = session.get(ReservationRow, reservation_id)
            is_own = row is not None and row.owner_token.startswith(owner_prefix)
            return _reservation(row) if row is not None and is_own else None

    def release(self, reservation_id: str, *, owner: str) -> bool:
        """Let go of one's own reservation, and tell whether there was one."""
        with self.database.write() as session:
            gone = session.execute(
                delete(ReservationRow).where(
                    ReservationRow.reservation_id == reservation_id,
                    ReservationRow.owner_token == owner,
                )
            )
            return bool(gone.rowcount)  # type: ignore[attr-defined]  # a delete has a count

    def release_all(self, prefix: str, *, owner: str) -> None:
        """Let go of one's own reservations whose ids begin so."""
        with self.database.write() as session:
            session.execute(
                delete(ReservationRow).where(
                    ReservationRow.reservation_id.startswith(prefix, autoescape=True),
                    ReservationRow.owner_token == owner,
                )
            )

    def told(self) -> Mapping[str, int]:
        """Return how many people hold something on each content, by content key.

        A platform's request counts as one of them: nobody here knows whose it was.
        """
        version, now = self.database.version(), datetime.now(UTC)
        known = self._counted.at(version, "told")
        if known is None or (known.until is not None and known.until <= now):
            known = self._count(now)
            self._counted.keep(version, "told", known)
        return known.told

    def told_by(self, asker: str) -> Mapping[str, int]:
        """Return the part of `told` whose owners begin with `asker`: a person, or a platform."""
        # Tokens are hexadecimal, so that in any order of letters "z" stands after all of them.
        asked = {"asker": asker, "beyond": f"{asker}z", "now": datetime.now(UTC)}
        with self.database.read() as session:
            rows = session.execute(_TOLD_BY, asked).all()
        return {row.content_key: row.people for row in rows}

    def _count(self, now: datetime) -> _Counted:
        ends = func.min(ReservationRow.ends_at)
        counted = (
            select(ReservationRow.content_key, _PEOPLE.label("people"), ends.label("until"))
            .where(ReservationRow.ends_at > now)
            .group_by(ReservationRow.content_key)
        )
        with self.database.read() as session:
            rows = session.execute(counted).all()
        told = MappingProxyType({row.content_key: row.people for row in rows})
        return _Counted(told, min((row.until for row in rows), default=None))

    def drop_ended(self) -> int:
        """Forget the reservations whose time is over, and return how many there were."""
        with self.database.write() as session:
            ended = session.execute(
                delete(ReservationRow).where(ReservationRow.ends_at <= datetime.now(UTC))
            )
            return int(ended.rowcount)  # type: ignore[attr-defined]  # a delete has a count


def _live(session: Session, content_key: str, *whose: ColumnElement[bool]) -> Sequence[_Held]:
    # Columns, not objects: nothing is changed, and fifty of them are read before every check.
    chosen = select(*_COLUMNS).where(
        ReservationRow.content_key == content_key,
        ReservationRow.ends_at > datetime.now(UTC),
        *whose,
    )
    return session.execute(chosen.order_by(ReservationRow.reservation_id)).all()


def _delete(session: Session, ids: tuple[str, ...]) -> None:
    if ids:
        session.execute(delete(ReservationRow).where(ReservationRow.reservation_id.in_(ids)))


def _row(reservation: Reservation) -> ReservationRow:
    return ReservationRow(
        reservation_id=reservation.reservation_id,
        content_key=reservation.content_key,
        angle=reservation.angle,
        shingles=array("Q", reservation.fingerprint.shingles).tobytes(),
        embedding=reservation.fingerprint.embedding,
        owner_token=reservation.owner,
        ends_at=reservation.ends_at,
    )


def _reservation(row: ReservationRow | _Held) -> Reservation:
    return Reservation(
        reservation_id=row.reservation_id,
        content_key=row.content_key,
        angle=row.angle,
        fingerprint=Fingerprint(unpacked(row.shingles), row.embedding),
        owner=row.owner_token,
        ends_at=row.ends_at,
    )
