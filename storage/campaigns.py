"""Keeping campaigns."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from domain.campaigns import Campaign
from domain.content import Objective
from domain.deeds import Deed
from domain.errors import Conflict, NotFound, VersionStale
from domain.people import ProfileType
from storage.audit import note
from storage.database import Database
from storage.models import CampaignRow, ContentRow


@dataclass(frozen=True, slots=True)
class Campaigns:
    """The campaigns of the communication team."""

    database: Database

    def add(self, campaign: Campaign, deed: Deed | None = None) -> None:
        """Keep a campaign that is new.

        Raises Conflict when there is one of its id, or another one has its name.
        """
        with self.database.write() as session:
            if session.get(CampaignRow, campaign.campaign_id) is not None:
                raise Conflict(
                    f"there is a campaign {campaign.campaign_id!r} already;"
                    " replace it with PUT, or take another id",
                    why="id_taken",
                    field="id",
                )
            _refuse_namesakes(session, campaign)
            session.add(_row(campaign, datetime.now(UTC)))
            note(session, deed)

    def replace(
        self,
        campaign: Campaign,
        *,
        expected: Collection[str] | None = None,
        deed: Deed | None = None,
    ) -> None:
        """Replace a campaign that is there.

        Raises NotFound; VersionStale when its version is not among those `expected`; Conflict
        when another one has its name, or contents name it by the one it had.
        """
        with self.database.write() as session:
            before = _existing(session, campaign.campaign_id, held=not self.database.is_sqlite)
            if expected is not None and _campaign(before).version not in expected:
                raise VersionStale
            _refuse_namesakes(session, campaign)
            _refuse_orphans(session, before.name, campaign)
            session.merge(_row(campaign, before.added_at))
            note(session, deed)

    def get(self, campaign_id: str) -> Campaign:
        """Return one campaign.

        Raises NotFound.
        """
        with self.database.read() as session:
            return _campaign(_existing(session, campaign_id))

    def called(self, name: str) -> Campaign | None:
        """Return the campaign a content names, by its id or its name."""
        named = or_(CampaignRow.campaign_id == name, CampaignRow.name == name)
        with self.database.read() as session:
            row = session.scalar(select(CampaignRow).where(named).limit(1))
            return _campaign(row) if row else None

    def all(self) -> list[Campaign]:
        """Return every campaign, the newest first."""
        newest = CampaignRow.added_at.desc()
        with self.database.read() as session:
            rows = session.scalars(select(CampaignRow).order_by(newest, CampaignRow.campaign_id))
            return [_campaign(row) for row in rows]


def _existing(session: Session, campaign_id: str, *, held: bool = False) -> CampaignRow:
    row = session.get(CampaignRow, campaign_id, with_for_update=held)
    if row is None:
        raise NotFound(f"there is no campaign {campaign_id!r}")
    return row


def _refuse_namesakes(session: Session, campaign: Campaign) -> None:
    named = select(CampaignRow).where(
        or_(CampaignRow.name.in_(campaign.names), CampaignRow.campaign_id == campaign.name),
        CampaignRow.campaign_id != campaign.campaign_id,
    )
    if session.scalar(named) is not None:
        raise Conflict(
            f"another campaign is called {campaign.name!r}; take another name",
            why="name_taken",
            field="name",
        )


def _refuse_orphans(session: Session, name: str, campaign: Campaign) -> None:
    """Raise Conflict where contents would name nobody's campaign, and lose what it gives."""
    naming = select(ContentRow.content_id).where(ContentRow.campaign == name).limit(1)
    if name not in campaign.names and session.scalar(naming) is not None:
        raise Conflict(
            f"contents name the campaign {name!r}; keep its name, or write its id in them first",
            why="named_by_contents",
            field="name",
        )


def _row(campaign: Campaign, added_at: datetime) -> CampaignRow:
    return CampaignRow(
        campaign_id=campaign.campaign_id,
        name=campaign.name,
        objective=campaign.objective.value,
        starts=campaign.starts,
        ends=campaign.ends,
        profile_types=[one.value for one in campaign.profile_types],
        consideration=campaign.consideration,
        added_at=added_at,
    )


def _campaign(row: CampaignRow) -> Campaign:
    return Campaign(
        campaign_id=row.campaign_id,
        name=row.name,
        objective=Objective(row.objective),
        starts=row.starts,
        ends=row.ends,
        profile_types=tuple(ProfileType(one) for one in row.profile_types),
        consideration=row.consideration,
    )
