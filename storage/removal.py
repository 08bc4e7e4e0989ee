"""Taking contents out for good, so that no index keeps a trace of them either."""

from collections.abc import Sequence

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from storage.models import CatalogueRow, ContentRow


def remove_contents(session: Session, content_ids: Sequence[str]) -> None:
    """Delete contents with all that is derived from them, and have every index made anew."""
    session.execute(delete(ContentRow).where(ContentRow.content_id.in_(content_ids)))
    session.execute(
        update(CatalogueRow).values(
            revision=CatalogueRow.revision + 1, removals=CatalogueRow.removals + 1
        )
    )
