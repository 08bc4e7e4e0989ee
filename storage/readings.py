"""Keeping what a reader made of each content, so that a start does not read every text again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from domain.content import ContentItem
from storage.batches import AT_ONCE, batched
from storage.content_rows import held
from storage.database import Database
from storage.models import ContentRow, ReadingRow


@dataclass(frozen=True, slots=True)
class Readings:
    """What is kept of one reader at a time; another reader's is replaced as contents are read."""

    database: Database

    def of(self, reader: str, content_ids: Collection[str] | None = None) -> dict[str, bytes]:
        """Return one reader's readings of these contents, or of all, as they are now."""
        chosen = (
            select(ReadingRow.content_id, ReadingRow.reading)
            .join(ContentRow, ContentRow.content_id == ReadingRow.content_id)
            .where(ReadingRow.reader == reader, ReadingRow.digest == ContentRow.digest)
        )
        with self.database.read() as session:
            return held(session, chosen, None if content_ids is None else list(content_ids))

    def save(
        self, items: Sequence[ContentItem], readings: Mapping[str, bytes], *, reader: str
    ) -> None:
        """Keep the readings of contents that are there and have not changed since."""
        with self.database.write() as session:
            for batch in batched([item for item in items if item.content_id in readings], AT_ONCE):
                ids = [item.content_id for item in batch]
                rows = session.execute(
                    select(ContentRow.content_id, ContentRow.digest).where(
                        ContentRow.content_id.in_(ids)
                    )
                )
                there = {row.content_id: row.digest for row in rows}
                for item in batch:
                    if there.get(item.content_id) == item.digest:
                        session.merge(_row(item, readings[item.content_id], reader))


def _row(item: ContentItem, reading: bytes, reader: str) -> ReadingRow:
    return ReadingRow(
        content_id=item.content_id, reader=reader, digest=item.digest, reading=reading
    )
