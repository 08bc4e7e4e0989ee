"""Drafts people find again, kept only while their purpose is on, and never beyond their end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.drafts import KeptDraft
from domain.language import Language
from domain.platforms import Platform
from domain.purposes import Purpose
from storage.database import Database
from storage.ledger import wanted_by
from storage.models import DraftColumns, DraftRow, PreparedDraftRow

_TABLES: tuple[type[DraftRow] | type[PreparedDraftRow], ...] = (DraftRow, PreparedDraftRow)


@dataclass(frozen=True, slots=True)
class DraftBook:
    """The drafts of each person, for that person alone."""

    database: Database

    def keep(self, ambassador_id: str, drafts: Sequence[KeptDraft]) -> None:
        """Keep drafts for somebody; all of them, or none.

        Raises NotFound when the person is gone, RequestInvalid when the purpose is off.
        """
        with self.database.write() as session:
            for draft in drafts:
                wanted_by(session, ambassador_id, _purpose(draft))
                session.add(_row(ambassador_id, draft))

    def of(self, ambassador_id: str) -> list[KeptDraft]:
        """Return somebody's own drafts that have not ended, newest first, not yet reviewed anew."""
        with self.database.read() as session:
            found = [
                _draft(row) for table in _TABLES for row in _live(session, table, ambassador_id)
            ]
        return sorted(found, key=lambda draft: (draft.made_at, draft.draft_id), reverse=True)

    def discard(self, ambassador_id: str, draft_id: str) -> bool:
        """Forget one of one's own drafts, and tell whether there was one."""
        with self.database.write() as session:
            gone = [_delete_own(session, table, ambassador_id, draft_id) for table in _TABLES]
        return any(gone)

    def discard_all(self, prefix: str) -> None:
        """Forget the drafts whose ids begin so, which only their own request made."""
        with self.database.write() as session:
            for table in _TABLES:
                session.execute(
                    delete(table).where(table.draft_id.startswith(prefix, autoescape=True))
                )

    def drop_ended(self) -> int:
        """Forget the drafts whose time is over, and return how many there were."""
        now = datetime.now(UTC)
        with self.database.write() as session:
            ended = [
                session.execute(delete(table).where(table.ends_at <= now)) for table in _TABLES
            ]
        return sum(_count(result) for result in ended)


def _purpose(draft: KeptDraft) -> Purpose:
    return Purpose.PREPARED_DRAFTS if draft.is_prepared else Purpose.DRAFTS


def _live(
    session: Session, table: type[DraftRow] | type[PreparedDraftRow], ambassador_id: str
) -> Sequence[DraftColumns]:
    chosen = select(table).where(
        table.ambassador_id == ambassador_id, table.ends_at > datetime.now(UTC)
    )
    return list(session.scalars(chosen))


def _delete_own(
    session: Session,
    table: type[DraftRow] | type[PreparedDraftRow],
    ambassador_id: str,
    draft_id: str,
) -> bool:
    own = delete(table).where(table.draft_id == draft_id, table.ambassador_id == ambassador_id)
    return _count(session.execute(own)) > 0


def _count(result: Any) -> int:  # noqa: ANN401 - SQLAlchemy types a delete's result too widely
    return int(result.rowcount)


def _row(ambassador_id: str, draft: KeptDraft) -> DraftRow | PreparedDraftRow:
    table = PreparedDraftRow if draft.is_prepared else DraftRow
    return table(
        draft_id=draft.draft_id,
        ambassador_id=ambassador_id,
        content_id=draft.content_id,
        text=draft.text,
        notes=list(draft.notes),
        language=draft.language.value,
        platform=draft.platform.value,
        angle=draft.angle,
        engine=draft.engine,
        made_at=draft.made_at,
        ends_at=draft.ends_at,
    )


def _draft(row: DraftColumns) -> KeptDraft:
    return KeptDraft(
        draft_id=row.draft_id,
        content_id=row.content_id,
        text=row.text,
        notes=tuple(row.notes),
        language=Language(row.language),
        platform=Platform(row.platform),
        angle=row.angle,
        engine=row.engine,
        made_at=row.made_at,
        ends_at=row.ends_at,
        is_prepared=isinstance(row, PreparedDraftRow),
    )
