"""One Chroma collection in one folder, held by one process and never served.

Chroma's HTTP server is not used at all; vectors are always given, so no embedding function ever
downloads anything; telemetry is off, whatever the environment says.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, cast

import numpy as np

from domain.errors import IndexUnavailable
from domain.ports import Hit
from recommender.vectors import Floats

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection

_NAME: Final = "contents"
_DIGEST: Final = "digest"
_BATCH: Final = 1000
# Wide enough that structured vectors are found as by exact search (tests compare the two).
_GRAPH: "Final[CreateHNSWConfiguration]" = {
    "space": "cosine",
    "ef_construction": 200,
    "max_neighbors": 32,
    "ef_search": 200,
}


@dataclass(frozen=True, slots=True)
class ChromaStore:
    """Ids, vectors and a digest of each vector: no text, and nothing about a person."""

    client: "Client"
    collection: "Collection"

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make an empty store in a folder that is not there yet."""
        with chroma_errors("created"):
            client = _client(folder)
            collection = client.create_collection(
                _NAME, embedding_function=None, configuration={"hnsw": _GRAPH}
            )
        return cls(client, collection)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the store of a folder."""
        with chroma_errors("opened"):
            client = _client(folder)
            return cls(client, client.get_collection(_NAME, embedding_function=None))

    def digests(self) -> dict[str, str]:
        """Return the digest of each vector held, by id."""
        with chroma_errors("read"):
            held = self.collection.get(include=["metadatas"])
            pairs = zip(held["ids"], held["metadatas"] or [], strict=True)
            return {content_id: str(metadata[_DIGEST]) for content_id, metadata in pairs}

    def count(self) -> int:
        """Return how many vectors are held."""
        with chroma_errors("read"):
            return int(self.collection.count())

    def vectors(self, ids: Sequence[str]) -> Floats:
        """Return the vectors of some ids."""
        with chroma_errors("read"):
            held = self.collection.get(ids=list(ids), include=["embeddings"])
            return np.asarray(held["embeddings"], dtype=np.float32)

    def put(self, ids: Sequence[str], matrix: Floats, digests: Mapping[str, str]) -> None:
        """Add vectors, or replace them."""
        with chroma_errors("written"):
            for start in range(0, len(ids), _BATCH):
                batch = list(ids[start : start + _BATCH])
                self.collection.upsert(
                    ids=batch,
                    embeddings=matrix[start : start + _BATCH],
                    metadatas=[{_DIGEST: digests[content_id]} for content_id in batch],
                )

    def remove(self, ids: Sequence[str]) -> None:
        """Let go of vectors: they are never found again, though their bytes stay in the files."""
        with chroma_errors("written"):
            for start in range(0, len(ids), _BATCH):
                self.collection.delete(ids=list(ids[start : start + _BATCH]))

    def nearest(self, query: Floats, count: int) -> list[Hit]:
        """Return about `count` nearest items, nearest first; of two equals the first id first."""
        with chroma_errors("searched"):
            found = self.collection.query(
                query_embeddings=query[None], n_results=count, include=["distances"]
            )
            pairs = zip(found["ids"][0], (found["distances"] or [[]])[0], strict=True)
            hits = [Hit(content_id, 1.0 - float(distance)) for content_id, distance in pairs]
        return sorted(hits, key=lambda hit: (-hit.similarity, hit.content_id))

    def close(self) -> None:
        """Let go of the files."""
        self.client.close()


@contextmanager
def chroma_errors(done: str) -> Iterator[None]:
    """Turn whatever Chroma raises, a panic of its Rust part included, into IndexUnavailable."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:
        raise IndexUnavailable(
            f"the vector index cannot be {done} ({type(error).__name__}); "
            "it is built again from the database at the next start"
        ) from error


def _client(folder: Path) -> "Client":
    import chromadb  # noqa: PLC0415 - a second to import, and only one process needs it
    from chromadb.config import Settings  # noqa: PLC0415 - the same

    settings = Settings(
        _env_file=None,
        chroma_api_impl="chromadb.api.rust.RustBindingsAPI",
        anonymized_telemetry=False,
        chroma_otel_collection_endpoint="",
        chroma_otel_granularity="none",
        allow_reset=False,
    )
    return cast("Client", chromadb.PersistentClient(path=str(folder), settings=settings))
