"""Keeping content and its vectors, and telling other processes that they changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Select, and_, delete, func, not_, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain.content import ContentItem, ContentState
from domain.deeds import Deed
from domain.errors import NotFound, VersionStale
from domain.language import Language
from storage.audit import note
from storage.batches import AT_ONCE, batched
from storage.content_changes import (
    Changes,
    digests,
    keep_contents,
    keep_vectors,
    rise,
)
from storage.content_rows import AlreadyKept, held, item_of, row_of
from storage.database import Database
from storage.models import CatalogueRow, ContentRow, EmbeddingRow


@dataclass(frozen=True, slots=True)
class Contents:
    """The catalogue in SQL: the truth that every index is derived from."""

    database: Database

    def save(
        self,
        items: Sequence[ContentItem],
        *,
        vectors: Mapping[str, bytes],
        encoder: str,
        deed: Deed | None = None,
    ) -> Changes:
        """Keep a batch with its vectors, all or nothing; what has the same digest is left alone.

        `vectors` are by content id; an item without one is embedded later.
        """
        with self.database.write() as session:
            note(session, deed)
            return keep_contents(session, items, vectors, encoder)

    def add(
        self, item: ContentItem, *, vector: bytes, encoder: str, deed: Deed | None = None
    ) -> None:
        """Keep a content that is new.

        Raises AlreadyKept when there is one of its id, or of the page that its address leads to.
        """
        with self.database.write() as session:
            row = row_of(item)
            _refuse_kept(session, row)
            note(session, deed)
            session.add(row)
            try:
                session.flush()
            except IntegrityError as error:  # another process was first
                raise AlreadyKept(item.content_id) from error
            keep_vectors(session, [item], {item.content_id: vector}, encoder)
            rise(session)

    def replace(
        self,
        item: ContentItem,
        *,
        vector: bytes,
        encoder: str,
        expected: Collection[str] | None = None,
        deed: Deed | None = None,
    ) -> None:
        """Replace a content that is there.

        Raises NotFound, or VersionStale when its digest is not among those `expected`.
        """
        with self.database.write() as session:
            self._existing(session, item.content_id, expected)
            note(session, deed)
            session.merge(row_of(item))
            session.flush()
            keep_vectors(session, [item], {item.content_id: vector}, encoder)
            rise(session)

    def digests(self, content_ids: Sequence[str]) -> dict[str, str]:
        """Return the digest of each of these contents that is kept."""
        with self.database.read() as session:
            return digests(session, content_ids)

    def get(self, content_id: str) -> ContentItem:
        """Return one content.

        Raises NotFound.
        """
        with self.database.read() as session:
            row = session.get(ContentRow, content_id)
            if row is None:
                raise NotFound(f"there is no content {content_id!r}")
            return item_of(row)

    def at_page(self, key: str) -> list[ContentItem]:
        """Return the contents whose addresses lead to one page, by its `page_key`."""
        chosen = select(ContentRow).where(ContentRow.page_key == key)
        with self.database.read() as session:
            rows = session.scalars(chosen.order_by(ContentRow.content_id))
            return [item_of(row) for row in rows]

    def around_embargoes(self, now: datetime) -> list[ContentItem]:
        """Return what is under embargo, and what else of the same page or title has not ended.

        What was ended before its embargo was over waits as long as it: it was called off, not told.
        """
        hidden = _is_under_embargo(now)
        # A title is the same in capitals.
        title = func.lower(ContentRow.title)
        pages, titles = (
            select(column).where(hidden, column.is_not(None))
            for column in (ContentRow.page_key, title)
        )
        chosen = select(ContentRow).where(
            or_(hidden, not_(_is_in(ContentState.EXPIRED, now))),
            or_(ContentRow.page_key.in_(pages), title.in_(titles)),
        )
        with self.database.read() as session:
            return [item_of(row) for row in session.scalars(chosen.order_by(ContentRow.content_id))]

    def is_kept(self, content_id: str) -> bool:
        """Tell whether there is a content of that id."""
        with self.database.read() as session:
            return session.get(ContentRow, content_id) is not None

    def all(self) -> list[ContentItem]:
        """Return every content, in a stable order."""
        with self.database.read() as session:
            rows = session.scalars(select(ContentRow).order_by(ContentRow.content_id))
            return [item_of(row) for row in rows]

    def states(self, encoder: str) -> dict[str, tuple[str, bool]]:
        """Return each content's digest, and whether this encoder has embedded it as it is now."""
        fresh = _embedded_by(encoder) & (EmbeddingRow.digest == ContentRow.digest)
        chosen = select(
            ContentRow.content_id, ContentRow.digest, EmbeddingRow.content_id.is_not(None)
        ).outerjoin(EmbeddingRow, fresh)
        with self.database.read() as session:
            return {
                content_id: (digest, bool(has))
                for content_id, digest, has in session.execute(chosen)
            }

    def some(self, content_ids: Sequence[str]) -> list[ContentItem]:
        """Return those of these contents that are there."""
        with self.database.read() as session:
            return [
                item_of(row)
                for ids in batched(content_ids, AT_ONCE)
                for row in session.scalars(select(ContentRow).where(ContentRow.content_id.in_(ids)))
            ]

    def page(  # noqa: PLR0913 - one argument per filter, each by its name
        self,
        *,
        language: Language | None = None,
        query: str | None = None,
        state: ContentState | None = None,
        now: datetime | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[list[ContentItem], int]:
        """Return a page of contents, newest first, and how many there are in all.

        `state` is the one at `now`, which is this moment unless given.
        """
        chosen = _chosen(select(ContentRow), language, query)
        if state is not None:
            chosen = chosen.where(_is_in(state, now or datetime.now(UTC)))
        ordered = chosen.order_by(
            ContentRow.published_at.desc().nulls_last(), ContentRow.content_id
        )
        with self.database.read() as session:
            total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
            rows = session.scalars(ordered.limit(limit).offset(offset))
            return [item_of(row) for row in rows], total

    def delete(
        self,
        content_id: str,
        *,
        expected: Collection[str] | None = None,
        deed: Deed | None = None,
    ) -> None:
        """Forget one content and its vectors.

        Raises NotFound, or VersionStale when its digest is not among those `expected`.
        """
        with self.database.write() as session:
            row = self._existing(session, content_id, expected)
            note(session, deed)
            session.execute(delete(EmbeddingRow).where(EmbeddingRow.content_id == content_id))
            session.delete(row)
            rise(session)

    def revision(self) -> int:
        """Return a number that rises with every change."""
        with self.database.read() as session:
            return session.scalar(select(CatalogueRow.revision)) or 0

    def removals(self) -> int:
        """Return a number that rises when contents are taken out for good."""
        with self.database.read() as session:
            return session.scalar(select(CatalogueRow.removals)) or 0

    def vectors(self, encoder: str, content_ids: Sequence[str] | None = None) -> dict[str, bytes]:
        """Return one encoder's vectors of these contents, or of all, as they are now."""
        chosen = (
            select(EmbeddingRow.content_id, EmbeddingRow.vector)
            .join(ContentRow, ContentRow.content_id == EmbeddingRow.content_id)
            .where(EmbeddingRow.encoder == encoder, EmbeddingRow.digest == ContentRow.digest)
        )
        with self.database.read() as session:
            return held(session, chosen, content_ids)

    def without_vector(self, encoder: str) -> list[ContentItem]:
        """Return the contents this encoder has not embedded as they are now."""
        fresh = _embedded_by(encoder) & (EmbeddingRow.digest == ContentRow.digest)
        missing = (
            select(ContentRow)
            .outerjoin(EmbeddingRow, fresh)
            .where(EmbeddingRow.content_id.is_(None))
        )
        with self.database.read() as session:
            return [item_of(row) for row in session.scalars(missing)]

    def save_vectors(
        self, items: Sequence[ContentItem], vectors: Mapping[str, bytes], *, encoder: str
    ) -> None:
        """Keep the vectors of contents that are there already."""
        with self.database.write() as session:
            there = digests(session, [item.content_id for item in items])
            kept = [item for item in items if there.get(item.content_id) == item.digest]
            keep_vectors(session, kept, vectors, encoder)
            rise(session)

    def _existing(
        self, session: Session, content_id: str, expected: Collection[str] | None
    ) -> ContentRow:
        row = session.get(ContentRow, content_id, with_for_update=not self.database.is_sqlite)
        if row is None:
            raise NotFound(f"there is no content {content_id!r}")
        if expected is not None and row.digest not in expected:
            raise VersionStale
        return row


def _refuse_kept(session: Session, row: ContentRow) -> None:
    same = ContentRow.content_id == row.content_id
    if row.page_key is not None:
        same = or_(same, ContentRow.page_key == row.page_key)
    itself_first = ContentRow.content_id != row.content_id
    chosen = select(ContentRow.content_id).where(same).order_by(itself_first, ContentRow.content_id)
    if (there := session.scalar(chosen.limit(1))) is not None:
        raise AlreadyKept(there)


def _embedded_by(encoder: str) -> ColumnElement[bool]:
    return and_(EmbeddingRow.content_id == ContentRow.content_id, EmbeddingRow.encoder == encoder)


def _chosen(
    chosen: Select[ContentRow], language: Language | None, query: str | None
) -> Select[ContentRow]:
    if language is not None:
        chosen = chosen.where(ContentRow.language == language.value)
    if query:
        words = ContentRow.title.icontains(query, autoescape=True)
        chosen = chosen.where(or_(words, ContentRow.text.icontains(query, autoescape=True)))
    return chosen


def _is_in(state: ContentState, now: datetime) -> ColumnElement[bool]:
    expired = and_(ContentRow.expires_at.is_not(None), ContentRow.expires_at <= now)
    embargoed = _is_under_embargo(now)
    match state:
        case ContentState.EXPIRED:
            return expired
        case ContentState.EMBARGOED:
            return and_(embargoed, not_(expired))
        case ContentState.LIVE:
            return and_(not_(embargoed), not_(expired))


def _is_under_embargo(now: datetime) -> ColumnElement[bool]:
    return and_(ContentRow.embargo_until.is_not(None), ContentRow.embargo_until > now)
