"""Which campaign a report belongs to, by whichever of its names it was reported.

Two names of one campaign would be two sets of figures, and their difference a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import CampaignRow, ContentRow


@dataclass(frozen=True, slots=True)
class CampaignsOf:
    """The ids of the campaigns there are, by what each is called."""

    session: Session
    ids: Mapping[str, str]

    @classmethod
    def kept(cls, session: Session) -> Self:
        """Read the names of every campaign; an id is nobody else's name."""
        rows = session.execute(select(CampaignRow.campaign_id, CampaignRow.name)).all()
        named = {_folded(name): campaign_id for campaign_id, name in rows}
        return cls(session, named | {_folded(campaign_id): campaign_id for campaign_id, _ in rows})

    def of(self, content_id: str | None, campaign: str | None) -> str | None:
        """Return the id of the campaign of a report: its content's own before what was typed.

        What names no campaign there is goes by its letters, whatever their case.
        """
        item = self.session.get(ContentRow, content_id) if content_id else None
        called = _folded((item.campaign if item else None) or campaign or "")
        return self.ids.get(called, called) or None


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
