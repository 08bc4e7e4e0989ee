"""That a person still comes, to the month, so that a record nobody uses is erased in the end."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from domain.errors import StorageUnavailable
from storage.people import People

MONTHS = 12


@dataclass(slots=True)
class Presence:
    """Notes the month of a person's visit once per month and process, and nothing finer."""

    people: People
    _noted: set[str] = field(default_factory=set)
    _month: str = ""

    def note(self, ambassador_id: str, now: datetime | None = None) -> None:
        """Note that somebody came."""
        month = f"{now or datetime.now(UTC):%Y-%m}"
        if month != self._month:
            self._month, self._noted = month, set()
        if ambassador_id in self._noted:
            return
        # Whoever comes while nothing can be written is noted the next time.
        with suppress(StorageUnavailable):
            self.people.note_presence(ambassador_id, month)
            self._noted.add(ambassador_id)


def absent(people: People, now: datetime) -> list[str]:
    """Return who has not come for twelve whole months."""
    months = now.year * 12 + now.month - 1 - MONTHS
    return people.absent_since(f"{months // 12:04}-{months % 12 + 1:02}")
