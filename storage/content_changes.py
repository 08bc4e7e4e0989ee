"""What a change of contents is within one transaction: rows, vectors, and a revision that rises."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from domain.content import ContentItem
from storage.batches import AT_ONCE, batched
from storage.content_rows import row_of
from storage.models import CatalogueRow, ContentRow, EmbeddingRow


@dataclass(frozen=True, slots=True)
class Changes:
    """What saving a batch of content did, by content id."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
        )


def keep_contents(
    session: Session, items: Sequence[ContentItem], vectors: Mapping[str, bytes], encoder: str
) -> Changes:
    """Keep a batch with its vectors; what has the same digest is left alone."""
    changes = _sorted_out(items, digests(session, [item.content_id for item in items]))
    touched = {*changes.added, *changes.changed}
    for item in items:
        if item.content_id in touched:
            session.merge(row_of(item))
    session.flush()
    keep_vectors(session, items, vectors, encoder)
    if touched or vectors:
        rise(session)
    return changes


def keep_vectors(
    session: Session, items: Iterable[ContentItem], vectors: Mapping[str, bytes], encoder: str
) -> None:
    """Keep the vectors of those items that have one."""
    for item in items:
        vector = vectors.get(item.content_id)
        if vector is not None:
            row = EmbeddingRow(
                content_id=item.content_id, encoder=encoder, digest=item.digest, vector=vector
            )
            session.merge(row)


def digests(session: Session, content_ids: Sequence[str]) -> dict[str, str]:
    """Return the digest of each of these contents that is kept."""
    found: dict[str, str] = {}
    for ids in batched(content_ids, AT_ONCE):
        rows = session.execute(
            select(ContentRow.content_id, ContentRow.digest).where(ContentRow.content_id.in_(ids))
        )
        found.update((content_id, digest) for content_id, digest in rows)
    return found


def rise(session: Session) -> None:
    """Tell other processes that something changed."""
    session.execute(update(CatalogueRow).values(revision=CatalogueRow.revision + 1))


def _sorted_out(items: Iterable[ContentItem], known: Mapping[str, str]) -> Changes:
    added: list[str] = []
    changed: list[str] = []
    unchanged: list[str] = []
    for item in items:
        digest = known.get(item.content_id)
        group = added if digest is None else unchanged if digest == item.digest else changed
        group.append(item.content_id)
    return Changes(tuple(added), tuple(changed), tuple(unchanged))
