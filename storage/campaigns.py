"""Keeping campaigns."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import or_, select

from domain.campaigns import Campaign
from domain.content import Objective
from domain.deeds import Deed
from domain.errors import Conflict, NotFound
from domain.people import ProfileType
from storage.audit import note
from storage.database import Database
from storage.models import CampaignRow


@dataclass(frozen=True, slots=True)
class Campaigns:
    """The campaigns of the communication team."""

    database: Database

    def save(self, campaign: Campaign, deed: Deed | None = None) -> None:
        """Keep a campaign; the same id again replaces it.

        Raises Conflict when another campaign has its name.
        """
        with self.database.write() as session:
            named = select(CampaignRow).where(
                or_(
                    CampaignRow.name.in_(campaign.names),
                    CampaignRow.campaign_id == campaign.name,
                ),
                CampaignRow.campaign_id != campaign.campaign_id,
            )
            if session.scalar(named) is not None:
                raise Conflict(f"another campaign is called {campaign.name!r}; take another name")
            before = session.get(CampaignRow, campaign.campaign_id)
            added_at = before.added_at if before else datetime.now(UTC)
            session.merge(_row(campaign, added_at))
            note(session, deed)

    def get(self, campaign_id: str) -> Campaign:
        """Return one campaign.

        Raises NotFound.
        """
        with self.database.read() as session:
            row = session.get(CampaignRow, campaign_id)
            if row is None:
                raise NotFound(f"there is no campaign {campaign_id!r}")
            return _campaign(row)

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
