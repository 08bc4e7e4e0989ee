"""Signals people gave on contents: each for its owner, and counts over at least five of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from sqlalchemy import delete, select

from domain.errors import NotFound
from domain.purposes import Purpose
from domain.signals import Signal
from storage.database import Database
from storage.ledger import everybody_with, wanted_by
from storage.models import ContentRow, SignalRow

FEWEST = 5
"""The smallest number of people any count is given over."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What people said of contents; who was shown what and said nothing is noted nowhere."""

    database: Database

    def give(self, ambassador_id: str, content_id: str, signal: Signal) -> None:
        """Keep what somebody says of a content; it replaces what they said before.

        Raises NotFound, or RequestInvalid when the purpose is off.
        """
        with self.database.write() as session:
            wanted_by(session, ambassador_id, Purpose.SIGNALS)
            if session.get(ContentRow, content_id) is None:
                raise NotFound(f"there is no content {content_id!r}")
            row = SignalRow(ambassador_id=ambassador_id, content_id=content_id, signal=signal.value)
            session.merge(row)

    def withdraw(self, ambassador_id: str, content_id: str | None = None) -> None:
        """Delete what somebody said of a content, or of every content; nothing is left of it."""
        with self.database.write() as session:
            own = delete(SignalRow).where(SignalRow.ambassador_id == ambassador_id)
            if content_id is not None:
                own = own.where(SignalRow.content_id == content_id)
            session.execute(own)

    def of(self, ambassador_id: str) -> Mapping[str, Signal]:
        """Return what somebody said, by content id."""
        chosen = select(SignalRow).where(SignalRow.ambassador_id == ambassador_id)
        with self.database.read() as session:
            rows = session.scalars(chosen.order_by(SignalRow.content_id))
            return MappingProxyType({row.content_id: Signal(row.signal) for row in rows})

    def kept_together(self) -> list[tuple[str, ...]]:
        """Return what each person still keeps who turned `signals` and `collective` on.

        Nothing says whose is which, and the order is that of the contents, not of people.
        """
        with self.database.read() as session:
            counted = everybody_with(session, (Purpose.SIGNALS, Purpose.COLLECTIVE))
            kept: dict[str, list[str]] = {}
            chosen = select(SignalRow).where(SignalRow.signal == Signal.KEPT.value)
            for row in session.scalars(chosen.order_by(SignalRow.content_id)):
                if row.ambassador_id in counted:
                    kept.setdefault(row.ambassador_id, []).append(row.content_id)
        return sorted(map(tuple, kept.values()))

    def co_choices(self) -> Mapping[tuple[str, str], int]:
        """Return how many people kept both of two contents, for pairs that at least five kept.

        Only those who turned `signals` and `collective` on are counted, from what they still
        keep. Counts move in steps of five, so that one person's change hardly ever shows.
        """
        pairs = Counter(pair for one in self.kept_together() for pair in combinations(one, 2))
        return MappingProxyType(
            {pair: people - people % FEWEST for pair, people in pairs.items() if people >= FEWEST}
        )
