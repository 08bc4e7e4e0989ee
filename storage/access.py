"""Keys, sessions and sign-in links, kept as hashes; a key is shown once and never again."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, select, update

from domain.errors import NotFound
from domain.roles import Caller, Role
from storage.database import Database
from storage.models import ApiKeyRow, SessionRow

_PREFIX = "pv_"
_SESSION_HOURS = 12
_USED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """What may be shown of a key after it was made."""

    key_id: str
    role: Role
    name: str | None
    created_at: datetime
    revoked_at: datetime | None
    last_used_at: datetime | None
    ambassador_id: str | None


@dataclass(frozen=True, slots=True)
class Access:
    """Says who calls, from a key or a session."""

    database: Database

    def create_key(
        self, role: Role, *, name: str | None = None, ambassador_id: str | None = None
    ) -> tuple[str, str]:
        """Make a key and return its id and the key itself, which is not kept."""
        key_id, key = f"key_{secrets.token_hex(4)}", _PREFIX + secrets.token_urlsafe(32)
        row = ApiKeyRow(
            key_id=key_id,
            digest=_digest(key),
            role=role.value,
            name=name,
            created_at=datetime.now(UTC),
            ambassador_id=ambassador_id,
        )
        with self.database.write() as session:
            session.add(row)
        return key_id, key

    def keys(self) -> list[KeyInfo]:
        """Return every key, oldest first."""
        with self.database.read() as session:
            rows = session.scalars(select(ApiKeyRow).order_by(ApiKeyRow.created_at))
            return [_info(row) for row in rows]

    def revoke_key(self, key_id: str) -> None:
        """Make a key worthless.

        Raises NotFound.
        """
        with self.database.write() as session:
            row = session.get(ApiKeyRow, key_id)
            if row is None:
                raise NotFound(f"there is no key {key_id!r}; `keys list` shows them")
            row.revoked_at = row.revoked_at or datetime.now(UTC)

    def caller_with_key(self, key: str) -> Caller | None:
        """Return who holds a key, None for one that is unknown or revoked."""
        with self.database.read() as session:
            chosen = select(ApiKeyRow).where(ApiKeyRow.digest == _digest(key))
            row = session.scalar(chosen.where(ApiKeyRow.revoked_at.is_(None)))
        if row is None:
            return None
        if row.role == Role.PLATFORM:
            self._note_use(row)
        return Caller(Role(row.role), ambassador_id=row.ambassador_id, key_id=row.key_id)

    def open_session(
        self, role: Role, *, ambassador_id: str | None = None, kind: str = "session"
    ) -> str:
        """Return a new token of a session or of a sign-in link (`kind` "link")."""
        token = secrets.token_urlsafe(32)
        row = SessionRow(
            digest=_digest(token),
            kind=kind,
            role=role.value,
            ends_at=datetime.now(UTC) + timedelta(hours=_SESSION_HOURS),
            ambassador_id=ambassador_id,
        )
        with self.database.write() as session:
            session.execute(delete(SessionRow).where(SessionRow.ends_at <= datetime.now(UTC)))
            session.add(row)
        return token

    def caller_with_session(self, token: str, *, kind: str = "session") -> Caller | None:
        """Return who is signed in, None for a session that is unknown or over."""
        with self.database.read() as session:
            row = session.get(SessionRow, _digest(token))
            if row is None or row.kind != kind or row.ends_at <= datetime.now(UTC):
                return None
            return Caller(Role(row.role), ambassador_id=row.ambassador_id)

    def close_session(self, token: str) -> None:
        """Sign out; nothing happens when there is no such session."""
        with self.database.write() as session:
            session.execute(delete(SessionRow).where(SessionRow.digest == _digest(token)))

    def _note_use(self, row: ApiKeyRow) -> None:
        now = datetime.now(UTC)
        if row.platform_last_used_at and now - row.platform_last_used_at < _USED_EVERY:
            return
        with self.database.write() as session:
            used = update(ApiKeyRow).where(ApiKeyRow.key_id == row.key_id)
            session.execute(used.values(platform_last_used_at=now))


def _digest(secret: str) -> str:
    # A random secret of 256 bits needs no slow hash.
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _info(row: ApiKeyRow) -> KeyInfo:
    return KeyInfo(
        key_id=row.key_id,
        role=Role(row.role),
        name=row.name,
        created_at=row.created_at,
        revoked_at=row.revoked_at,
        last_used_at=row.platform_last_used_at,
        ambassador_id=row.ambassador_id,
    )
