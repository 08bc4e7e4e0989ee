"""Keys, sessions and sign-in links, kept as hashes; a key is shown once and never again."""

import secrets
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.orm import Session

from domain.errors import Conflict, NotFound, StorageUnavailable
from domain.roles import Caller, Role
from storage.database import Database
from storage.models import ApiKeyRow, SessionRow
from storage.watch import Remembered

_PREFIX = "pv_"
_STAFF = frozenset({Role.COMMS, Role.ADMIN})
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
    scopes: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Access:
    """Says who calls, from a key or a session."""

    database: Database
    _noted: dict[str, datetime] = field(default_factory=dict)
    _known: Remembered[Caller] = field(default_factory=Remembered)

    def create_key(
        self,
        role: Role,
        *,
        name: str | None = None,
        ambassador_id: str | None = None,
        scopes: Collection[str] | None = None,
    ) -> tuple[str, str]:
        """Make a key and return its id and the key itself, which is not kept."""
        key_id, key = f"key_{secrets.token_hex(4)}", _new_key()
        row = ApiKeyRow(
            key_id=key_id,
            digest=_digest(key),
            role=role.value,
            name=name,
            created_at=datetime.now(UTC),
            ambassador_id=ambassador_id,
            scopes=sorted(scopes) if scopes is not None else None,
        )
        with self.database.write() as session:
            session.add(row)
        return key_id, key

    def keys(self) -> list[KeyInfo]:
        """Return every key, oldest first."""
        with self.database.read() as session:
            rows = session.scalars(select(ApiKeyRow).order_by(ApiKeyRow.created_at))
            return [_info(row) for row in rows]

    def rotate_key(self, key_id: str, *, overlap: timedelta = timedelta()) -> str:
        """Return a new key for the same holder; the one before is believed for `overlap` more.

        The id stays, and with it grants, drafts and whatever else belongs to the holder; browsers
        that were signed in with the key sign in again.
        Raises NotFound, or Conflict for a key that was revoked.
        """
        key = _new_key()
        with self.database.write() as session:
            row = _existing(session, key_id)
            if row.revoked_at is not None:
                raise Conflict(f"the key {key_id!r} was revoked; make a new one")
            row.previous_digest, row.digest = row.digest, _digest(key)
            row.previous_ends_at = datetime.now(UTC) + overlap
            _sign_out(session, row)
        return key

    def revoke_key(self, key_id: str) -> None:
        """Make a key worthless, and the sessions of browsers that were signed in with it.

        Raises NotFound.
        """
        with self.database.write() as session:
            row = _existing(session, key_id)
            row.revoked_at = row.revoked_at or datetime.now(UTC)
            row.previous_digest = row.previous_ends_at = None
            _sign_out(session, row)

    def known_caller(self, key: str) -> Caller | None:
        """Return who holds a key if that was read and nothing was committed since; without waiting.

        So a key that was revoked, by any process, is not believed a moment longer. No person's
        key is remembered.
        """
        caller = self._known.at(self.database.version(), _digest(key))
        if caller is None or (caller.role is Role.PLATFORM and self._is_to_be_noted(caller.key_id)):
            return None
        return caller

    def caller_with_key(self, key: str) -> Caller | None:
        """Return who holds a key, None for one that is unknown, rotated away or revoked."""
        digest, version = _digest(key), self.database.version()
        with self.database.read() as session:
            row = _holder(session, digest)
        if row is None:
            return None
        if row.role == Role.PLATFORM:
            self._note_use(row)
        caller = _holding(row)
        # The key before a rotation is believed for some time only, which no commit ends.
        if caller.ambassador_id is None and row.digest == digest:
            self._known.keep(version, digest, caller)
        return caller

    def open_session(
        self,
        role: Role,
        *,
        ambassador_id: str | None = None,
        kind: str = "session",
        staff: str | None = None,
    ) -> str:
        """Return a new token of a session or of a sign-in link (`kind` "link")."""
        token = secrets.token_urlsafe(32)
        row = SessionRow(
            digest=_digest(token),
            kind=kind,
            role=role.value,
            ends_at=datetime.now(UTC) + timedelta(hours=_SESSION_HOURS),
            ambassador_id=ambassador_id,
            staff=staff if role in _STAFF else None,
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
            return Caller(Role(row.role), ambassador_id=row.ambassador_id, staff=row.staff)

    def close_session(self, token: str) -> None:
        """Sign out; nothing happens when there is no such session."""
        with self.database.write() as session:
            session.execute(delete(SessionRow).where(SessionRow.digest == _digest(token)))

    def _is_to_be_noted(self, key_id: str | None) -> bool:
        noted = self._noted.get(key_id or "")
        return noted is None or datetime.now(UTC) - noted >= _USED_EVERY

    def _note_use(self, row: ApiKeyRow) -> None:
        now = datetime.now(UTC)
        noted = self._noted.get(row.key_id) or row.platform_last_used_at
        if noted and now - noted < _USED_EVERY:
            self._noted[row.key_id] = noted
            return
        self._noted[row.key_id] = now
        used = update(ApiKeyRow).where(ApiKeyRow.key_id == row.key_id)
        # Whoever only reads is served while nothing can be written, and noted the next time.
        with suppress(StorageUnavailable), self.database.write() as session:
            session.execute(used.values(platform_last_used_at=now))


def _digest(secret: str) -> str:
    # A random secret of 256 bits needs no slow hash.
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _new_key() -> str:
    return _PREFIX + secrets.token_urlsafe(32)


def _existing(session: Session, key_id: str) -> ApiKeyRow:
    row = session.get(ApiKeyRow, key_id)
    if row is None:
        raise NotFound(f"there is no key {key_id!r}; `keys list` shows them")
    return row


def _sign_out(session: Session, key: ApiKeyRow) -> None:
    # Which key an employee came in with is kept nowhere, so each of their sessions ends.
    own = SessionRow.ambassador_id == key.ambassador_id
    is_holders = own if key.ambassador_id is not None else SessionRow.staff == key.key_id
    session.execute(delete(SessionRow).where(is_holders))


def _holder(session: Session, of: str) -> ApiKeyRow | None:
    before = and_(ApiKeyRow.previous_digest == of, ApiKeyRow.previous_ends_at > datetime.now(UTC))
    chosen = select(ApiKeyRow).where(or_(ApiKeyRow.digest == of, before))
    return session.scalar(chosen.where(ApiKeyRow.revoked_at.is_(None)))


def _holding(row: ApiKeyRow) -> Caller:
    return Caller(
        Role(row.role),
        ambassador_id=row.ambassador_id,
        key_id=row.key_id,
        scopes=_scopes(row),
        staff=row.key_id if row.role in _STAFF else None,
    )


def _scopes(row: ApiKeyRow) -> frozenset[str] | None:
    return None if row.scopes is None else frozenset(row.scopes)


def _info(row: ApiKeyRow) -> KeyInfo:
    return KeyInfo(
        key_id=row.key_id,
        role=Role(row.role),
        name=row.name,
        created_at=row.created_at,
        revoked_at=row.revoked_at,
        last_used_at=row.platform_last_used_at,
        ambassador_id=row.ambassador_id,
        scopes=_scopes(row),
    )
