"""The audit trail: who among staff did what, and when, kept with the deed itself or not at all."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.deeds import Action, Deed
from storage.database import Database
from storage.models import AuditRow


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the trail."""

    at: datetime
    deed: Deed


@dataclass(frozen=True, slots=True)
class AuditTrail:
    """Reads the trail, and takes note of what is done outside the database."""

    database: Database

    def note(self, deed: Deed) -> None:
        """Note a deed on its own."""
        with self.database.write() as session:
            note(session, deed)

    def page(self, *, limit: int, offset: int) -> tuple[list[Entry], int]:
        """Return a page of the trail, newest first, and how many lines there are in all."""
        newest = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit).offset(offset)
        with self.database.read() as session:
            total = session.scalar(select(func.count()).select_from(AuditRow)) or 0
            return [_entry(row) for row in session.scalars(newest)], total


def note(session: Session, deed: Deed | None) -> None:
    """Note a deed in the transaction that does it."""
    if deed is not None:
        session.add(
            AuditRow(at=datetime.now(UTC), who=deed.who, action=deed.action.value, about=deed.about)
        )


def _entry(row: AuditRow) -> Entry:
    return Entry(row.at, Deed(row.who, Action(row.action), row.about))
