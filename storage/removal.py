"""Taking contents out for good, so that no index keeps a trace of them either."""

from collections.abc import Sequence

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from storage.models import CatalogueRow, ContentRow, DraftRow, PreparedDraftRow


def remove_contents(session: Session, content_ids: Sequence[str]) -> None:
    """Delete contents with all that is derived from them, and have every index made anew.

    Colleagues' drafts on them go too: they tell what whoever proposed it takes back.
    """
    for table in (DraftRow, PreparedDraftRow):
        session.execute(delete(table).where(table.content_id.in_(content_ids)))
    session.execute(delete(ContentRow).where(ContentRow.content_id.in_(content_ids)))
    session.execute(
        update(CatalogueRow).values(
            revision=CatalogueRow.revision + 1, removals=CatalogueRow.removals + 1
        )
    )
