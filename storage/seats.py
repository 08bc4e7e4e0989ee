"""Which seat of a campaign somebody holds, by marks that lead to nobody.

A mark is made of the campaign and of the token in its owner's record, under the deployment's
secret. So a person finds their own seat again and is given no second one, while the table, its
backups and its export say of nobody that they took one. Erasing somebody makes the same marks
again, and deletes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from domain.errors import NotFound
from domain.plans import Seats
from storage.database import Database
from storage.locks import lock
from storage.models import ErasureRow, PlanRow, PlanSeatRow, SeatMarkRow
from storage.tombstones import tombstone


@dataclass(frozen=True, slots=True)
class SeatBook:
    """The seats people hold; `key` makes the marks unreadable."""

    database: Database
    key: bytes

    def held(self, owner_token: str) -> Mapping[str, str]:
        """Return the content of each seat somebody holds, by campaign."""
        with self.database.read() as session:
            own = SeatMarkRow.mark.in_(_marks(session, owner_token, self.key))
            rows = session.scalars(select(SeatMarkRow).where(own))
            return {row.campaign_id: row.content_id for row in rows}

    def take(self, campaign_id: str, seats: Seats, owner_token: str) -> str | None:
        """Take one of these seats and return its content; None when none is free.

        Whoever holds a seat of the campaign keeps it, and its content is returned instead.
        Raises NotFound for somebody who was erased meanwhile.
        """
        mark = _mark(campaign_id, owner_token, self.key)
        with self.database.write() as session:
            lock(session, owner_token, mark)
            if session.get(ErasureRow, tombstone(owner_token, self.key)) is not None:
                raise NotFound("whoever asked was erased meanwhile; no seat is taken")
            held = session.get(SeatMarkRow, mark)
            if held is not None:
                return held.content_id
            if not _lowered(session, campaign_id, seats):
                return None
            session.add(
                SeatMarkRow(mark=mark, campaign_id=campaign_id, content_id=seats.content_id)
            )
        return seats.content_id

    def leave(self, campaign_id: str, owner_token: str) -> None:
        """Forget that somebody holds a seat; the seat is not free again."""
        with self.database.write() as session:
            mark = _mark(campaign_id, owner_token, self.key)
            session.execute(delete(SeatMarkRow).where(SeatMarkRow.mark == mark))


def forget_seats(session: Session, owner_token: str, key: bytes) -> None:
    """Delete every mark of somebody, whatever the campaign."""
    own = SeatMarkRow.mark.in_(_marks(session, owner_token, key))
    session.execute(delete(SeatMarkRow).where(own))


def _marks(session: Session, owner_token: str, key: bytes) -> list[str]:
    planned = session.scalars(select(PlanRow.campaign_id))
    return [_mark(campaign_id, owner_token, key) for campaign_id in planned]


def _mark(campaign_id: str, owner_token: str, key: bytes) -> str:
    return tombstone(f"seat {campaign_id} {owner_token}", key)


def _lowered(session: Session, campaign_id: str, seats: Seats) -> bool:
    taken = session.execute(
        update(PlanSeatRow)
        .where(
            PlanSeatRow.campaign_id == campaign_id,
            PlanSeatRow.place == seats.group,
            PlanSeatRow.content_id == seats.content_id,
            PlanSeatRow.free > 0,
        )
        .values(free=PlanSeatRow.free - 1)
    )
    return bool(taken.rowcount)  # type: ignore[attr-defined]  # an update has a count
