"""Events for the webhooks an operator configured, kept until they are delivered or given up."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from storage.database import Database
from storage.models import EventRow

WAITS: Final = tuple(timedelta(seconds=s) for s in (10, 60, 300, 1_800, 7_200, 28_800))
"""How long an event waits after each attempt that failed; after the last it is given up."""

_NOWHERE: Final = ""
_LEFT_FOR: Final = timedelta(days=1)
_LEASE: Final = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Event:
    """One event on its way to one address; `body` is what is signed, character by character."""

    event_id: str
    url: str
    body: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Outbox:
    """Keeps events; several processes may deliver, and each event is one's at a time."""

    database: Database

    def add(self, urls: tuple[str, ...], kind: str, data: Mapping[str, Any], now: datetime) -> None:
        """Keep an event for each address."""
        with self.database.write() as session:
            session.add_all(_row(url, _body(kind, data, now), now) for url in urls)

    def leave(self, kind: str, data: Mapping[str, Any], now: datetime) -> None:
        """Keep an event for whatever addresses another process has, in place of those a day old."""
        with self.database.write() as session:
            _forget_left(session, now)
            session.add(_row(_NOWHERE, _body(kind, data, now), now))

    def address(self, urls: tuple[str, ...], now: datetime) -> None:
        """Send what was left to these addresses."""
        left = select(EventRow).where(EventRow.url == _NOWHERE)
        with self.database.read() as session:
            if session.scalar(left.limit(1)) is None:
                return
        with self.database.write() as session:
            _forget_left(session, now)
            rows = list(session.scalars(left.with_for_update(skip_locked=True)))
            for row in rows:
                session.add_all(_row(url, row.body, now) for url in urls)
                session.delete(row)

    def take(self, now: datetime, limit: int = 20) -> list[Event]:
        """Return events that are due, and keep others from taking them for a minute."""
        with self.database.write() as session:
            chosen = select(EventRow).where(EventRow.due_at <= now, EventRow.url != _NOWHERE)
            rows = list(session.scalars(chosen.order_by(EventRow.due_at).limit(limit)))
            for row in rows:
                row.due_at = now + _LEASE
            return [Event(row.event_id, row.url, row.body, row.attempts) for row in rows]

    def delivered(self, event: Event) -> None:
        """Forget an event that arrived."""
        with self.database.write() as session:
            session.execute(delete(EventRow).where(EventRow.event_id == event.event_id))

    def failed(self, event: Event, now: datetime) -> bool:
        """Let an event wait for another attempt, or give it up; tell whether it was given up."""
        if event.attempts >= len(WAITS):
            self.delivered(event)
            return True
        with self.database.write() as session:
            mine = update(EventRow).where(EventRow.event_id == event.event_id)
            due_at = now + WAITS[event.attempts]
            session.execute(mine.values(attempts=event.attempts + 1, due_at=due_at))
        return False


def _body(kind: str, data: Mapping[str, Any], now: datetime) -> str:
    said = {"type": kind, "timestamp": now.isoformat(), "data": dict(data)}
    return json.dumps(said, ensure_ascii=False)


def _row(url: str, body: str, now: datetime) -> EventRow:
    event_id = f"evt_{secrets.token_hex(12)}"
    return EventRow(event_id=event_id, url=url, body=body, attempts=0, due_at=now)


def _forget_left(session: Session, now: datetime) -> None:
    old = EventRow.due_at <= now - _LEFT_FOR
    session.execute(delete(EventRow).where(EventRow.url == _NOWHERE, old))
