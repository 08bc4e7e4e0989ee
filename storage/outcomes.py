"""Reports of what posts brought, published so that no subtraction leads to fewer than five people.

A report of five people or more is shown by itself. One of fewer waits in its campaign's pool
until a report of five or more comes, and the two are shown as one part of the campaign, for
ever: whatever is subtracted from whatever, what remains covers at least five people. For the same
reason what is shown is withdrawn as it was shown, whole, and its weeks stay covered: a second
report of them, of one person more, would tell of that person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import reduce
from operator import add
from types import MappingProxyType

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from domain.deeds import Deed
from domain.errors import Conflict, NotFound
from domain.outcomes import FEWEST, Counted, Figures, Outcome, PublishedOutcome
from storage.audit import note
from storage.database import Database
from storage.locks import lock
from storage.models import OutcomeRow
from storage.reported_campaigns import CampaignsOf

_LOCK = "outcomes"
_SHOWN = (Counted.CONTENT.value, Counted.CAMPAIGN.value)
_WITHDRAWN = "withdrawn"
_NOTHING = {
    **dict.fromkeys(("reach", "engagements", "clicks", "conversions")),
    "people": 0,
    "counted": _WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The reports of the communication team; they name no person, only how many."""

    database: Database

    def report(
        self, outcome: Outcome, *, today: date | None = None, deed: Deed | None = None
    ) -> Counted:
        """Take a report, and tell what became of it.

        One that would never be shown is not kept: of fewer than five people outside a campaign,
        or on weeks of its content that another report covers already.
        """
        with self.database.write() as session:
            lock(session, _LOCK)
            campaign = CampaignsOf.kept(session).of(outcome.content_id, outcome.campaign_id)
            outcome = replace(outcome, campaign_id=campaign)
            if _overlaps(session, outcome) or (outcome.is_of_few and not outcome.campaign_id):
                return Counted.WITHHELD
            row = _row(outcome)
            session.add(row)
            note(session, deed)
            session.flush()
            _publish(session, today or datetime.now(UTC).date())
            return Counted(row.counted)

    def withdraw(self, report_id: str, *, deed: Deed | None = None) -> bool:
        """Take a report back, and tell whether it was shown, so that its weeks stay covered.

        Raises NotFound, or Conflict for a report that is a part of a campaign's figures.
        """
        with self.database.write() as session:
            lock(session, _LOCK)
            row = _standing(session, report_id)
            note(session, deed)
            if row.entry is None:
                session.delete(row)
                return False
            if row.entry != row.outcome_id:
                raise Conflict(
                    f"{report_id!r} is a part of a campaign's figures by now; withdraw those whole",
                    why="joined",
                    field="report_id",
                )
            session.execute(
                update(OutcomeRow).where(OutcomeRow.entry == row.entry).values(_NOTHING)
            )
            return True

    def publish(self, *, today: date | None = None) -> None:
        """Show the reports whose weeks have ended since they came."""
        with self.database.write() as session:
            lock(session, _LOCK)
            _publish(session, today or datetime.now(UTC).date())

    def published(self) -> list[PublishedOutcome]:
        """Return what is shown, in the order in which it was published."""
        chosen = select(OutcomeRow).where(OutcomeRow.counted.in_(_SHOWN))
        with self.database.read() as session:
            rows = session.scalars(chosen.order_by(OutcomeRow.entry, OutcomeRow.outcome_id))
            entries: dict[int, list[OutcomeRow]] = {}
            for row in rows:
                entries.setdefault(row.entry or 0, []).append(row)
            return [_shown(entry) for entry in entries.values()]

    def by_content(self) -> Mapping[str, Figures]:
        """Return what is shown of each content, all its weeks together."""
        found: dict[str, Figures] = {}
        for one in self.published():
            if one.content_id is not None:
                found[one.content_id] = found.get(one.content_id, Figures()) + one.figures
        return MappingProxyType(found)


def _overlaps(session: Session, outcome: Outcome) -> bool:
    others = select(OutcomeRow).where(
        OutcomeRow.first_week <= outcome.last_week,
        OutcomeRow.last_week >= outcome.first_week,
    )
    kept = CampaignsOf.kept(session)
    return any(_covers(kept, row, outcome) for row in session.scalars(others))


def _covers(kept: CampaignsOf, row: OutcomeRow, outcome: Outcome) -> bool:
    if outcome.content_id is not None and row.content_id is not None:
        return outcome.content_id == row.content_id
    # A whole campaign and a content of it would be two figures, one within the other.
    return kept.of(row.content_id, row.campaign_id) == outcome.campaign_id is not None


def _standing(session: Session, report_id: str) -> OutcomeRow:
    row = session.scalar(select(OutcomeRow).where(OutcomeRow.report_id == report_id))
    if row is None or row.counted == _WITHDRAWN:
        raise NotFound(f"there is no report {report_id!r}")
    return row


def _publish(session: Session, today: date) -> None:
    waiting = select(OutcomeRow).where(OutcomeRow.counted == Counted.WAITING.value)
    for row in session.scalars(waiting.order_by(OutcomeRow.outcome_id)).all():
        if _outcome(row).is_over(today):
            _settle(session, row)
            session.flush()


def _settle(session: Session, row: OutcomeRow) -> None:
    if row.people < FEWEST:
        row.counted = Counted.POOLED.value
        return
    row.campaign_id = CampaignsOf.kept(session).of(row.content_id, row.campaign_id)
    pool = _pool(session, row.campaign_id)
    alone = not pool and row.content_id is not None
    row.counted = Counted.CONTENT.value if alone else Counted.CAMPAIGN.value
    row.entry = row.outcome_id
    for small in pool:
        small.counted, small.entry = Counted.CAMPAIGN.value, row.outcome_id


def _pool(session: Session, campaign_id: str | None) -> Sequence[OutcomeRow]:
    if campaign_id is None:
        return ()
    kept = CampaignsOf.kept(session)
    waiting = select(OutcomeRow).where(OutcomeRow.counted == Counted.POOLED.value)
    found = session.scalars(waiting).all()
    return [row for row in found if kept.of(row.content_id, row.campaign_id) == campaign_id]


def _shown(entry: Sequence[OutcomeRow]) -> PublishedOutcome:
    alone = entry[0].counted == Counted.CONTENT.value
    most = max(row.people for row in entry)
    return PublishedOutcome(
        report_id=next(row.report_id for row in entry if row.outcome_id == row.entry),
        content_id=entry[0].content_id if alone else None,
        campaign_id=entry[0].campaign_id,
        first_week=min(row.first_week for row in entry),
        last_week=max(row.last_week for row in entry),
        people_at_least=most - most % FEWEST,
        figures=reduce(add, (_outcome(row).figures for row in entry)),
    )


def _row(outcome: Outcome) -> OutcomeRow:
    return OutcomeRow(
        report_id=outcome.report_id,
        content_id=outcome.content_id,
        campaign_id=outcome.campaign_id,
        first_week=outcome.first_week,
        last_week=outcome.last_week,
        people=outcome.people,
        reach=outcome.figures.reach,
        engagements=outcome.figures.engagements,
        clicks=outcome.figures.clicks,
        conversions=outcome.figures.conversions,
        counted=Counted.WAITING.value,
        entry=None,
    )


def _outcome(row: OutcomeRow) -> Outcome:
    return Outcome(
        content_id=row.content_id,
        campaign_id=row.campaign_id,
        first_week=row.first_week,
        last_week=row.last_week,
        people=row.people,
        report_id=row.report_id,
        figures=Figures(row.reach, row.engagements, row.clicks, row.conversions),
    )
