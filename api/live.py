"""The recommender of a running process, kept in step with the catalogue in SQL."""

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from api.held import Held
from domain.content import ContentItem
from domain.errors import IndexUnavailable, StorageUnavailable
from domain.ports import Encoder
from recommender.pooling import encode_contents
from recommender.reading import Reader, Reading, reader_fingerprint
from recommender.recommender import Recommender
from recommender.snapshot import Snapshot, text_to_embed
from storage.contents import Contents
from storage.readings import Readings

if TYPE_CHECKING:
    from recommender.adapters.chroma import ChromaIndex
    from recommender.adapters.pgvector import PgVectorIndex

log = logging.getLogger(__name__)

_BATCH: Final = 64
# So many changed contents are no longer fetched one by one.
_MANY: Final = 2_000
# In seconds: topics carry nobody's name, and yet they are not remembered for longer.
_REMEMBERED: Final = 60.0
# As people know it from /readyz.
_VECTORS_ALONE: Final = "ExactIndex"

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class LiveRecommender:
    """Holds the catalogue in memory and follows SQL: what changed is read, the rest carried over.

    `refresh` serves a change at once, searching exactly. In the one process that holds the
    Chroma index (`index_folder` set, and its lock free), or in each that searches in PostgreSQL
    (`index_address`), `settle` then brings the index in step, which may take longer. A catalogue
    too large to be compared in memory is searched with it from there on.
    """

    contents: Contents
    readings: Readings
    encoder: Encoder
    index_folder: Path | None = None
    index_address: str | None = None
    held: Held = field(default_factory=Held)
    _recommender: Recommender | None = None
    _revision: int = -1
    _version: int | None = None
    _forgotten: float = 0.0
    _seen: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    _index: "ChromaIndex | PgVectorIndex | None" = None
    _removals: int = 0
    _reader: Reader = field(default_factory=Reader)
    _reading: threading.Lock = field(default_factory=threading.Lock)
    _refreshing: threading.Lock = field(default_factory=threading.Lock)
    _settling: threading.Lock = field(default_factory=threading.Lock)

    @property
    def is_built(self) -> bool:
        """Tell whether there is a catalogue to recommend from."""
        return self._recommender is not None

    @property
    def index_kind(self) -> str:
        """Name what this process holds to search in: an index in step, or the vectors alone."""
        if self._recommender is None:
            return "none"
        index = self._recommender.index
        return _VECTORS_ALONE if index is None else type(index).__name__

    def current(self) -> Recommender:
        """Return the recommender over the catalogue as last seen."""
        if self._recommender is None:
            self.refresh()
        if self._recommender is None:
            raise RuntimeError("a refresh always leaves a recommender")
        return self._recommender

    def refresh(self) -> bool:
        """Take up what changed in the catalogue, and tell whether anything did."""
        with self._refreshing:
            self._forget_topics()
            revision = self.contents.revision()
            if self._recommender is not None and revision == self._revision:
                return False
            if self.embed_missing():
                revision = self.contents.revision()
            snapshot = self._updated()
            self._recommender = Recommender(self.encoder, None, snapshot)
            self._revision = revision
            return True

    def _forget_topics(self) -> None:
        """Forget what was asked for after any commit, which may be an erasure, and each minute."""
        version, now = self.contents.database.version(), time.monotonic()
        if version is None or version != self._version or now - self._forgotten > _REMEMBERED:
            self._version, self._forgotten = version, now
            if self._recommender is not None:
                self._recommender.topics.forget()

    def settle(self) -> bool:
        """Bring the index in step with what is served, and tell whether it had to be."""
        served = self._recommender
        if served is None or (self.index_folder is None and self.index_address is None):
            return False
        with self._settling:
            if served.index is not None and served.index is self._index:
                return False
            index = self._reconciled(served.snapshot)
        with self._refreshing:
            # Something newer is served already: the index follows it the next time.
            if index is not None and self._recommender is served:
                self._recommender = replace(served, index=index)
        return index is not None

    def embed_missing(self, progress: Progress | None = None) -> int:
        """Embed what has no vector under this encoder yet, keep it, and return how much it was."""
        missing = self.contents.without_vector(self.encoder.fingerprint)
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            vectors = self.embed(batch)
            self.contents.save_vectors(batch, vectors, encoder=self.encoder.fingerprint)
            if progress:
                progress(start + len(batch), len(missing))
        return len(missing)

    def embed(self, items: Sequence[ContentItem]) -> dict[str, bytes]:
        """Return the vector of each item by its id."""
        vectors = encode_contents(self.encoder, [text_to_embed(item) for item in items])
        return {item.content_id: vector for item, vector in zip(items, vectors, strict=True)}

    def read(self, items: Sequence[ContentItem]) -> dict[str, Reading]:
        """Read items and keep what was read, so that no start reads them again."""
        with self._reading:
            read = {item.content_id: self._reader.read(item) for item in items}
        packed = {name: reading.pack() for name, reading in read.items()}
        # What cannot be kept now is read once more at the next start.
        with suppress(StorageUnavailable):
            self.readings.save(items, packed, reader=reader_fingerprint())
        return read

    def close(self) -> None:
        """Let go of the index and its lock."""
        with self._settling:
            if self._index is not None:
                self._index.close()
            self._index = None
            self.index_folder = self.index_address = None

    def _updated(self) -> Snapshot:
        now = self.contents.states(self.encoder.fingerprint)
        changed = [name for name, state in now.items() if self._seen.get(name) != state]
        some = changed if len(changed) <= _MANY else None
        items = self.contents.all() if some is None else self.contents.some(some)
        vectors = self.contents.vectors(self.encoder.fingerprint, some)
        snapshot = self._snapshot().updated(
            items,
            vectors,
            self._read(items, some),
            # What was changed and then deleted meanwhile is not among the items.
            gone=(self._seen.keys() - now.keys()) | set(changed),
        )
        found = {item.content_id: (item.digest, item.content_id in vectors) for item in items}
        kept = {name: state for name, state in self._seen.items() if name in snapshot.rows}
        self._seen = kept | found
        return snapshot

    def _snapshot(self) -> Snapshot:
        served = self._recommender
        if served is not None:
            return served.snapshot
        return Snapshot.empty(self.encoder.dimension, self.encoder.fingerprint)

    def _read(self, items: Sequence[ContentItem], some: Sequence[str] | None) -> dict[str, Reading]:
        kept = self.readings.of(reader_fingerprint(), some)
        read = {name: Reading.unpack(packed) for name, packed in kept.items()}
        known = {name: reading for name, reading in read.items() if reading is not None}
        unread = [item for item in items if item.content_id not in known]
        return known | self.read(unread) if unread else known

    def _reconciled(self, snapshot: Snapshot) -> "ChromaIndex | PgVectorIndex | None":
        try:
            self._drop_what_was_removed()
            self._index = self._index or self._open_index()
            self._index.reconcile(snapshot.vectors())
        except IndexUnavailable as error:
            # Another process holds it, as it should be, or it failed: exact search goes on.
            log.info("searching exactly: %s", error)
            if self._index is not None:
                self._index.close()
            self._index = None
            self.index_folder = self.index_address = None
        return self._index

    def _drop_what_was_removed(self) -> None:
        removals = self.contents.removals()
        if self._index is not None and removals != self._removals:
            # It is opened under another name, and the folder with its traces is thrown away.
            self._index.close()
            self._index = None
        self._removals = removals

    def _open_index(self) -> "ChromaIndex | PgVectorIndex":
        made_by = f"{self.encoder.fingerprint} after {self._removals} removals"
        if self.index_address is not None:
            from recommender.adapters.pgvector import PgVectorIndex  # noqa: PLC0415 - only where chosen

            return PgVectorIndex(
                self.index_address, fingerprint=made_by, dimension=self.encoder.dimension
            )
        from recommender.adapters.chroma import ChromaIndex  # noqa: PLC0415 - a second to import, and only one process needs it

        if self.index_folder is None:
            raise IndexUnavailable("the index is closed")
        return ChromaIndex(
            self.index_folder,
            fingerprint=made_by,
            dimension=self.encoder.dimension,
        )
