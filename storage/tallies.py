"""Counting people once a week, and publishing each week once.

Only those who turned `collective` on are counted. A week is published after it has ended, each
figure rounded to a multiple of five by chance and left out below five people; then the rows
behind it are deleted. No figure is a part of another, none changes after it was published, and
no total is given, so that there is nothing to subtract.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from random import SystemRandom
from types import MappingProxyType

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.outcomes import FEWEST, monday
from domain.purposes import Purpose
from storage.database import Database
from storage.ledger import purposes_of
from storage.locks import lock
from storage.models import AmbassadorRow, FigureRow, PublishedWeekRow, TallyRow

_LOCK = "publishing"


class Measure(StrEnum):
    """What people are counted for."""

    FINDING = "finding"
    DRAFTED = "drafted"


WeekOfFigures = Mapping[Measure, Mapping[str, int]]


def _by_chance() -> float:
    return SystemRandom().random()


@dataclass(frozen=True, slots=True)
class Tallies:
    """Counts people and publishes whole weeks; `chance` is between 0 and 1."""

    database: Database
    chance: Callable[[], float] = _by_chance

    def count(
        self,
        ambassador_id: str,
        measure: Measure,
        counted: Iterable[str],
        *,
        now: datetime | None = None,
    ) -> None:
        """Count somebody once this week for each of these, if they want to be counted."""
        week = monday((now or datetime.now(UTC)).date())
        names = self._new(ambassador_id, measure, set(counted), week)
        if not names:
            return
        with self.database.write() as session:
            row = session.get(AmbassadorRow, ambassador_id, with_for_update=True)
            if row is None or not purposes_of(session, ambassador_id)[Purpose.COLLECTIVE]:
                return
            for name in sorted(names):
                tally = TallyRow(
                    week=week, ambassador_id=ambassador_id, measure=measure.value, counted=name
                )
                session.merge(tally)

    def _new(self, ambassador_id: str, measure: Measure, names: set[str], week: date) -> set[str]:
        """Return what somebody who wants to be counted was not counted for yet this week."""
        if not names:
            return names
        counted = select(TallyRow.counted).where(
            TallyRow.ambassador_id == ambassador_id,
            TallyRow.week == week,
            TallyRow.measure == measure.value,
        )
        with self.database.read() as session:
            if not purposes_of(session, ambassador_id)[Purpose.COLLECTIVE]:
                return set()
            return names - set(session.scalars(counted))

    def publish(self, now: datetime | None = None) -> None:
        """Publish every week that has ended and was not published yet."""
        this_week = monday((now or datetime.now(UTC)).date())
        with self.database.read() as session:
            ended = select(TallyRow.week).where(TallyRow.week < this_week).limit(1)
            if session.scalar(ended) is None:
                return
        with self.database.write() as session:
            lock(session, _LOCK)
            ended = select(TallyRow.week).where(TallyRow.week < this_week).distinct()
            for week in session.scalars(ended).all():
                self._publish_week(session, week)

    def _publish_week(self, session: Session, week: date) -> None:
        if session.get(PublishedWeekRow, week) is None:
            session.add(PublishedWeekRow(week=week))
            session.add_all(self._figures(session, week))
        # What arrived after its week was published is counted nowhere.
        session.execute(delete(TallyRow).where(TallyRow.week == week))

    def _figures(self, session: Session, week: date) -> Iterable[FigureRow]:
        rows = session.scalars(select(TallyRow).where(TallyRow.week == week))
        people = Counter((row.measure, row.counted) for row in rows)
        return [
            FigureRow(week=week, measure=measure, counted=counted, people=self._rounded(number))
            for (measure, counted), number in sorted(people.items())
            if number >= FEWEST
        ]

    def _rounded(self, number: int) -> int:
        """Round to a multiple of five by chance, so that the mean stays true."""
        over = number % FEWEST
        return number - over + (FEWEST if self.chance() * FEWEST < over else 0)

    def weeks(self, most: int) -> Mapping[date, WeekOfFigures]:
        """Return the figures of the last published weeks, newest first."""
        with self.database.read() as session:
            chosen = select(PublishedWeekRow.week).order_by(PublishedWeekRow.week.desc())
            weeks = session.scalars(chosen.limit(most)).all()
            rows = session.scalars(select(FigureRow).where(FigureRow.week.in_(weeks)))
            found: dict[date, dict[Measure, dict[str, int]]] = {
                week: {measure: {} for measure in Measure} for week in weeks
            }
            for row in rows:
                found[row.week][Measure(row.measure)][row.counted] = row.people
        return MappingProxyType(found)
