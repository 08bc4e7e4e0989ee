"""Keeping jobs, and who they prepare something for only until they are over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from domain.campaigns import Job, JobState, in_steps
from domain.deeds import Deed
from domain.errors import Conflict, NotFound
from storage.audit import note
from storage.database import Database
from storage.models import AmbassadorRow, ContentRow, JobRow, JobSeatRow

_GOING_ON = (JobState.WAITING.value, JobState.RUNNING.value)


@dataclass(frozen=True, slots=True)
class Seat:
    """One draft to be prepared: for whom, and on what."""

    ambassador_id: str
    content_id: str


@dataclass(frozen=True, slots=True)
class Jobs:
    """The jobs, asked for here and run by the one process that holds their lock."""

    database: Database

    def ask(self, campaign_id: str, deed: Deed | None = None) -> Job:
        """Ask for a job.

        Raises Conflict while another one of the campaign goes on.
        """
        with self.database.write() as session:
            going_on = select(JobRow).where(
                JobRow.campaign_id == campaign_id, JobRow.state.in_(_GOING_ON)
            )
            if session.scalar(going_on) is not None:
                raise Conflict(
                    "a job of this campaign goes on; wait, or cancel it",
                    why="running",
                    field="campaign_id",
                )
            row = JobRow(
                job_id=f"job_{token_hex(8)}",
                campaign_id=campaign_id,
                state=JobState.WAITING.value,
                asked_at=datetime.now(UTC),
                people=0,
            )
            session.add(row)
            note(session, deed)
            return _job(session, row)

    def get(self, job_id: str) -> Job:
        """Return how a job stands.

        Raises NotFound.
        """
        with self.database.read() as session:
            return _job(session, _existing(session, job_id))

    def of(self, campaign_id: str) -> list[Job]:
        """Return the jobs of a campaign, newest first."""
        newest = select(JobRow).where(JobRow.campaign_id == campaign_id)
        with self.database.read() as session:
            rows = session.scalars(newest.order_by(JobRow.asked_at.desc()))
            return [_job(session, row) for row in rows]

    def going_on(self) -> list[str]:
        """Return the ids of the jobs that are not over, oldest first."""
        chosen = select(JobRow.job_id).where(JobRow.state.in_(_GOING_ON))
        with self.database.read() as session:
            return list(session.scalars(chosen.order_by(JobRow.asked_at)))

    def plan(self, job_id: str, seats: Sequence[Seat]) -> int:
        """Keep the seats of a job that begins, and return how many it has; safe to repeat."""
        with self.database.write() as session:
            row = _existing(session, job_id)
            if row.state == JobState.WAITING.value:
                # Somebody may have left, and a content may have been deleted, since they were read.
                there = [one for one in seats if _is_there(session, one)]
                session.add_all(_seat(job_id, place, one) for place, one in enumerate(there))
                row.state, row.people = JobState.RUNNING.value, in_steps(len(there))
            return session.scalar(select(func.max(JobSeatRow.number)).where(_of(job_id))) or 0

    def seat(self, job_id: str, number: int) -> Seat | None:
        """Return a seat that is still to be served, None when it is done, or its person gone."""
        with self.database.read() as session:
            row = session.get(JobSeatRow, (job_id, number))
            state = session.scalar(select(JobRow.state).where(JobRow.job_id == job_id))
            if row is None or row.is_done or state != JobState.RUNNING.value:
                return None
            return Seat(row.ambassador_id, row.content_id)

    def served(self, job_id: str, number: int) -> None:
        """Note that a seat is done."""
        one = update(JobSeatRow).where(_of(job_id), JobSeatRow.number == number)
        with self.database.write() as session:
            session.execute(one.values(is_done=True))

    def end(self, job_id: str, state: JobState, deed: Deed | None = None) -> Job:
        """End a job that goes on, and forget for whom it was; one that is over stays as it is.

        Raises NotFound.
        """
        with self.database.write() as session:
            row = _existing(session, job_id)
            if not JobState(row.state).is_over:
                row.state, row.finished_at = state.value, datetime.now(UTC)
                session.execute(delete(JobSeatRow).where(_of(job_id)))
                note(session, deed)
            return _job(session, row)


def _of(job_id: str) -> ColumnElement[bool]:
    return JobSeatRow.job_id == job_id


def _existing(session: Session, job_id: str) -> JobRow:
    row = session.get(JobRow, job_id)
    if row is None:
        raise NotFound(f"there is no job {job_id!r}")
    return row


def _is_there(session: Session, seat: Seat) -> bool:
    person = session.get(AmbassadorRow, seat.ambassador_id)
    return person is not None and session.get(ContentRow, seat.content_id) is not None


def _seat(job_id: str, number: int, seat: Seat) -> JobSeatRow:
    return JobSeatRow(
        job_id=job_id,
        number=number + 1,
        ambassador_id=seat.ambassador_id,
        content_id=seat.content_id,
        is_done=False,
    )


def _job(session: Session, row: JobRow) -> Job:
    done = select(func.count()).select_from(JobSeatRow).where(_of(row.job_id), JobSeatRow.is_done)
    is_done = row.state == JobState.DONE.value
    return Job(
        job_id=row.job_id,
        campaign_id=row.campaign_id,
        state=JobState(row.state),
        asked_at=row.asked_at,
        finished_at=row.finished_at,
        people=row.people,
        done=row.people if is_done else in_steps(session.scalar(done) or 0),
    )
