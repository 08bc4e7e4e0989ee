"""Locks that last as long as a transaction, where the database does not already serialise."""

from hashlib import blake2b

from sqlalchemy import text
from sqlalchemy.orm import Session


def lock(session: Session, *names: str) -> None:
    """Keep other transactions that lock one of these names waiting until this one ends.

    SQLite gives every write to one transaction at a time, so there is nothing to do.
    """
    if session.get_bind().dialect.name == "sqlite":
        return
    # Always in the same order, so that two that lock the same names never wait for each other.
    for key in sorted(map(_key, names)):
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _key(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)
