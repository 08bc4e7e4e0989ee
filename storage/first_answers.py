"""Answering each idempotency key once: the first to come runs, everybody later is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import Any, Self

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain.errors import KeyInFlight, KeyReused
from storage.database import Database
from storage.models import FirstAnswerRow
from storage.running import is_over, this_process

KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request under a key: the key and the request as hashes, and whom the answer concerns."""

    key: str
    request: str
    owner_token: str


@dataclass(frozen=True, slots=True)
class Run:
    """One attempt at answering a key, by one process.

    `nonce` is the same for each attempt at one answer; `is_resumed` tells that an attempt
    before this one was cut off, and may have left something.
    """

    name: str
    nonce: str
    is_resumed: bool = False

    @classmethod
    def new(cls) -> Self:
        """Return a run that is nobody's continuation."""
        return cls(f"{this_process()}#{token_hex(8)}", token_hex(8))


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """What was answered first, by which nonce, and a mark of what that answer depended on."""

    answer: str
    standing: str
    nonce: str


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """The keys of the last 24 hours; `patience` is the longest a request may be running."""

    database: Database
    patience: timedelta = timedelta(minutes=3)
    _running: set[str] = field(default_factory=set)

    def take(self, asked: Asked) -> FirstAnswer | Run:
        """Return the first answer, or the run that the caller now begins.

        Raises KeyInFlight while somebody else runs it, KeyReused when the key came with another
        request.
        """
        run = Run.new()
        self._running.add(run.name)
        try:
            with self.database.write() as session:
                found = self._take(session, asked, run)
        except IntegrityError:
            # PostgreSQL lets two come at the same instant; one of them has begun.
            found = KeyInFlight()
        except BaseException:
            self._running.discard(run.name)
            raise
        if isinstance(found, Run):
            return found
        self._running.discard(run.name)
        if isinstance(found, FirstAnswer):
            return found
        raise found

    def keep(self, asked: Asked, run: Run, answer: FirstAnswer) -> bool:
        """Keep what a run answered, and tell whether the run still held the key."""
        held = update(FirstAnswerRow).where(
            FirstAnswerRow.key == asked.key, FirstAnswerRow.run == run.name
        )
        with self._over(run), self.database.write() as session:
            kept: Any = session.execute(
                held.values(
                    answer=answer.answer,
                    standing=answer.standing,
                    ends_at=datetime.now(UTC) + KEPT,
                )
            )
            return bool(kept.rowcount)

    def let_go(self, asked: Asked, run: Run) -> None:
        """Forget a run that gave no answer, so that a retry begins anew."""
        with self._over(run), self.database.write() as session:
            session.execute(
                delete(FirstAnswerRow).where(
                    FirstAnswerRow.key == asked.key,
                    FirstAnswerRow.run == run.name,
                    FirstAnswerRow.answer.is_(None),
                )
            )

    def drop_ended(self) -> int:
        """Forget the keys whose time is over, and return how many there were."""
        with self.database.write() as session:
            over: Any = session.execute(
                delete(FirstAnswerRow).where(FirstAnswerRow.ends_at <= datetime.now(UTC))
            )
            return int(over.rowcount)

    @contextmanager
    def _over(self, run: Run) -> Iterator[None]:
        # Whatever the database says: a run that could not be noted is not waited for.
        try:
            yield
        finally:
            self._running.discard(run.name)

    def _take(
        self, session: Session, asked: Asked, run: Run
    ) -> FirstAnswer | KeyInFlight | KeyReused | Run:
        now = datetime.now(UTC)
        row = session.get(FirstAnswerRow, asked.key, with_for_update=not self.database.is_sqlite)
        if row is not None and not self._is_free(row, now):
            return _as_found(row, asked)
        if row is not None:
            if row.answer is None and row.asked == asked.request:
                run = Run(run.name, row.nonce, is_resumed=True)
            session.delete(row)
            session.flush()
        session.add(
            FirstAnswerRow(
                key=asked.key,
                asked=asked.request,
                owner_token=asked.owner_token,
                run=run.name,
                nonce=run.nonce,
                waits_until=now + self.patience,
                ends_at=now + KEPT,
            )
        )
        return run

    def _is_free(self, row: FirstAnswerRow, now: datetime) -> bool:
        if row.ends_at <= now:
            return True
        if row.answer is not None:
            return False
        process = row.run.rpartition("#")[0]
        is_ours = process == this_process()
        is_left = row.run not in self._running if is_ours else is_over(process)
        return is_left or row.waits_until <= now


def _as_found(row: FirstAnswerRow, asked: Asked) -> FirstAnswer | KeyInFlight | KeyReused:
    if row.asked != asked.request:
        return KeyReused()
    if row.answer is None or row.standing is None:
        return KeyInFlight()
    return FirstAnswer(row.answer, row.standing, row.nonce)
