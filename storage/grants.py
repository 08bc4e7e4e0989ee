"""Grants: which platforms a person lets ask on their behalf."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.errors import NotFound, RequestInvalid
from domain.roles import Role
from storage.database import Database
from storage.models import AmbassadorRow, ApiKeyRow, GrantRow


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform that has a key here, and whether a person granted it access."""

    key_id: str
    name: str | None
    is_granted: bool


@dataclass(frozen=True, slots=True)
class Grants:
    """Keeps what each person granted; a platform without a grant cannot tell who is there."""

    database: Database

    def holds(self, ambassador_id: str, key_id: str) -> bool:
        """Tell whether a person lets a platform ask on their behalf."""
        with self.database.read() as session:
            return session.get(GrantRow, (ambassador_id, key_id)) is not None

    def of(self, ambassador_id: str) -> list[Platform]:
        """Return every platform with a key in use, and whether it was granted access."""
        with self.database.read() as session:
            granted = _granted(session, ambassador_id)
            return [
                Platform(row.key_id, row.name, row.key_id in granted) for row in _platforms(session)
            ]

    def replace(self, ambassador_id: str, key_ids: Collection[str]) -> None:
        """Grant access to these platforms, and to no other.

        Raises NotFound for a person who is not there, RequestInvalid for a platform that is not.
        """
        with self.database.write() as session:
            if session.get(AmbassadorRow, ambassador_id) is None:
                raise NotFound(f"there is no ambassador {ambassador_id!r}")
            known = {row.key_id for row in _platforms(session)}
            for key_id in set(key_ids) - known:
                raise RequestInvalid(f"there is no platform {key_id!r}", field="platforms")
            before = _granted(session, ambassador_id)
            _withdraw(session, ambassador_id, before - set(key_ids))
            now = datetime.now(UTC)
            session.add_all(
                GrantRow(ambassador_id=ambassador_id, key_id=key_id, granted_at=now)
                for key_id in set(key_ids) - before
            )


def _granted(session: Session, ambassador_id: str) -> set[str]:
    chosen = select(GrantRow.key_id).where(GrantRow.ambassador_id == ambassador_id)
    return set(session.scalars(chosen))


def _withdraw(session: Session, ambassador_id: str, key_ids: Collection[str]) -> None:
    mine = delete(GrantRow).where(GrantRow.ambassador_id == ambassador_id)
    session.execute(mine.where(GrantRow.key_id.in_(key_ids)))


def _platforms(session: Session) -> list[ApiKeyRow]:
    chosen = select(ApiKeyRow).where(ApiKeyRow.role == Role.PLATFORM.value)
    in_use = chosen.where(ApiKeyRow.revoked_at.is_(None)).order_by(ApiKeyRow.created_at)
    return list(session.scalars(in_use))
