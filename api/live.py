"""The recommender of a running process, kept in step with the catalogue in SQL."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from domain.content import ContentItem
from domain.errors import IndexUnavailable
from domain.ports import Encoder, VectorIndex
from recommender.adapters.exact import ExactIndex
from recommender.recommender import Recommender
from recommender.snapshot import Snapshot, text_to_embed
from storage.contents import Contents

log = logging.getLogger(__name__)

_BATCH = 64

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class LiveRecommender:
    """Holds the catalogue in memory and builds it anew when SQL says that it changed.

    One process holds the Chroma index (`index_folder` set, and its lock free); any other
    searches exactly over the vectors in SQL and never opens Chroma.
    """

    contents: Contents
    encoder: Encoder
    index_folder: Path | None = None
    _recommender: Recommender | None = None
    _revision: int = -1
    _index: VectorIndex | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def is_built(self) -> bool:
        """Tell whether there is a catalogue to recommend from."""
        return self._recommender is not None

    @property
    def index_kind(self) -> str:
        """Name the index this process searches in."""
        return type(self._index).__name__ if self._index else "none"

    def current(self) -> Recommender:
        """Return the recommender over the catalogue as last seen."""
        if self._recommender is None:
            self.refresh()
        if self._recommender is None:
            raise RuntimeError("a refresh always leaves a recommender")
        return self._recommender

    def refresh(self) -> bool:
        """Build anew if the catalogue changed, and tell whether it did."""
        with self._lock:
            revision = self.contents.revision()
            if self._recommender is not None and revision == self._revision:
                return False
            self.embed_missing()
            self._revision = self.contents.revision()
            self._build()
            return True

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
        vectors = self.encoder.encode([text_to_embed(item) for item in items])
        return {item.content_id: vector for item, vector in zip(items, vectors, strict=True)}

    def close(self) -> None:
        """Let go of the index and its lock."""
        close = getattr(self._index, "close", None)
        if close:
            close()
        self._index = None

    def _build(self) -> None:
        items = self.contents.all()
        vectors = self.contents.vectors(self.encoder.fingerprint)
        index = self._reconciled(vectors)
        snapshot = Snapshot.of(items, vectors, dimension=self.encoder.dimension)
        self._recommender = Recommender(self.encoder, index, snapshot)

    def _reconciled(self, vectors: dict[str, bytes]) -> VectorIndex:
        if self._index is None:
            self._index = self._open_index()
        try:
            self._index.reconcile(vectors)
        except IndexUnavailable as error:
            log.warning("the vector index failed, searching exactly instead: %s", error)
            self.close()
            self._index = ExactIndex(self.encoder.dimension)
            self._index.reconcile(vectors)
        return self._index

    def _open_index(self) -> VectorIndex:
        if self.index_folder is None:
            return ExactIndex(self.encoder.dimension)
        from recommender.adapters.chroma import ChromaIndex  # noqa: PLC0415 - a second to import, and only one process needs it

        try:
            return ChromaIndex(
                self.index_folder,
                fingerprint=self.encoder.fingerprint,
                dimension=self.encoder.dimension,
            )
        except IndexUnavailable:
            # Another process of this deployment holds it, which is as it should be.
            return ExactIndex(self.encoder.dimension)
