"""Keeping plans over anonymous seats: how many are planned and free, and nothing of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select

from domain.deeds import Deed
from domain.errors import NotFound
from domain.language import Language
from domain.people import ProfileMix, ProfileType
from domain.plans import KeptPlan, SeatGroup, Seats
from storage.audit import note
from storage.database import Database
from storage.models import PlanRow, PlanSeatRow, SeatMarkRow


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans, at most one a campaign."""

    database: Database

    def save(self, campaign_id: str, plan: KeptPlan, deed: Deed | None = None) -> None:
        """Keep a plan; it replaces the campaign's last one, and every seat of it is free again."""
        with self.database.write() as session:
            for table in (SeatMarkRow, PlanSeatRow):
                session.execute(delete(table).where(table.campaign_id == campaign_id))
            groups = [_described(group) for group in plan.groups]
            session.merge(
                PlanRow(campaign_id=campaign_id, groups=groups, made_at=datetime.now(UTC))
            )
            session.flush()
            session.add_all(
                PlanSeatRow(
                    campaign_id=campaign_id,
                    place=one.group,
                    content_id=one.content_id,
                    planned=one.planned,
                    free=one.free,
                )
                for one in plan.seats
            )
            note(session, deed)

    def get(self, campaign_id: str) -> KeptPlan:
        """Return a campaign's plan.

        Raises NotFound.
        """
        with self.database.read() as session:
            row = session.get(PlanRow, campaign_id)
            if row is None:
                raise NotFound(f"the campaign {campaign_id!r} has no plan")
            own = select(PlanSeatRow).where(PlanSeatRow.campaign_id == campaign_id)
            seats = session.scalars(own.order_by(PlanSeatRow.place, PlanSeatRow.content_id))
            return KeptPlan(
                tuple(map(_group, row.groups)),
                tuple(Seats(one.place, one.content_id, one.planned, one.free) for one in seats),
            )

    def planned(self) -> frozenset[str]:
        """Return the campaigns that have a plan."""
        with self.database.read() as session:
            return frozenset(session.scalars(select(PlanRow.campaign_id)))


def _described(group: SeatGroup) -> dict[str, Any]:
    return {
        "profile": {kind.value: share for kind, share in group.profile.shares.items()},
        "languages": [one.value for one in group.languages],
        "topics": list(group.topics),
        "seats": group.seats,
    }


def _group(kept: Mapping[str, Any]) -> SeatGroup:
    return SeatGroup(
        profile=ProfileMix({ProfileType(name): share for name, share in kept["profile"].items()}),
        languages=tuple(map(Language, kept["languages"])),
        topics=tuple(kept["topics"]),
        seats=kept["seats"],
    )
