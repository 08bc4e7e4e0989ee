"""Between a content as everybody speaks of it and the row that keeps it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Select
from sqlalchemy.orm import Session

from domain.addresses import page_key
from domain.content import ContentItem, Image
from domain.language import Language
from storage.batches import AT_ONCE, batched
from storage.models import ContentRow


class AlreadyKept(Exception):
    """A content that is there already, by its id or its address: the page that adds one catches it.

    `content_id` names it.
    """

    def __init__(self, content_id: str) -> None:
        super().__init__(f"there is a content of this address already: {content_id}")
        self.content_id = content_id


def row_of(item: ContentItem) -> ContentRow:
    """Return the row that keeps an item, imported now."""
    return ContentRow(
        content_id=item.content_id,
        digest=item.digest,
        title=item.title,
        text=item.text,
        summary=item.summary,
        language=item.language.value,
        url=item.url,
        page_key=page_key(item.url),
        source=item.source,
        authors=list(item.authors),
        tags=list(item.tags),
        images=[asdict(image) for image in item.images],
        campaign=item.campaign,
        published_at=item.published_at,
        embargo_until=item.embargo_until,
        expires_at=item.expires_at,
        imported_at=datetime.now(UTC),
    )


def item_of(row: ContentRow) -> ContentItem:
    """Return the item a row keeps."""
    return ContentItem(
        content_id=row.content_id,
        digest=row.digest,
        title=row.title,
        text=row.text,
        summary=row.summary,
        language=Language(row.language),
        url=row.url,
        source=row.source,
        authors=tuple(row.authors),
        tags=tuple(row.tags),
        images=tuple(Image(**image) for image in row.images),
        campaign=row.campaign,
        published_at=row.published_at,
        embargo_until=row.embargo_until,
        expires_at=row.expires_at,
    )


def held(
    session: Session, chosen: Select[str, bytes], content_ids: Sequence[str] | None
) -> dict[str, bytes]:
    """Return what is held by content, of these or of all; the contents are joined in `chosen`."""
    asked: Iterable[Select[str, bytes]] = (chosen,)
    if content_ids is not None:
        pieces = batched(content_ids, AT_ONCE)
        asked = (chosen.where(ContentRow.content_id.in_(ids)) for ids in pieces)
    return {content_id: value for one in asked for content_id, value in session.execute(one)}
