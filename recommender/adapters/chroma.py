"""The vector index in Chroma: derived from SQL, held by one process, rebuilt whenever in doubt.

Each build goes into a folder of its own; `current.json` names it together with the encoder, the
dimension and the version of Chroma that made it. What does not match is built again, never mixed
and never migrated.
"""

import json
import shutil
import threading
from collections.abc import Mapping
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex
from typing import Final

from filelock import FileLock, Timeout

from domain.errors import IndexUnavailable
from domain.ports import Hit
from recommender.adapters.chroma_canary import survives
from recommender.adapters.chroma_store import ChromaStore, chroma_errors
from recommender.vectors import unpack

_CURRENT: Final = "current.json"
_LOCK: Final = "index.lock"
_FIRST_FETCH: Final = 32


class ChromaIndex:
    """Search with Chroma, embedded; `reconcile` brings it in step with SQL.

    Raises IndexUnavailable when another process holds the folder. A folder left by another
    encoder or another Chroma, or one that does not open in a process of its own, is thrown away.
    After `reconcile`, what was taken out is never found again; after `rebuild`, no byte of it is
    left in the folder.
    """

    def __init__(
        self, folder: Path, *, fingerprint: str, dimension: int, canary_seconds: float = 60.0
    ) -> None:
        self._folder = folder
        self._dimension = dimension
        self._made_by = {
            "encoder": fingerprint,
            "dimension": dimension,
            "normalisation": "unit length",
            "chroma": version("chromadb"),
        }
        self._lock = _locked(folder)
        self._changing = threading.Lock()
        try:
            self._store = self._left_behind(canary_seconds)
        except IndexUnavailable:
            self._lock.release()
            raise

    def reconcile(self, vectors: Mapping[str, bytes]) -> None:
        """Hold exactly these vectors, changing only what differs."""
        with self._changing:
            try:
                self._update(vectors)
            except IndexUnavailable:
                self._build(vectors)

    def rebuild(self, vectors: Mapping[str, bytes]) -> None:
        """Hold exactly these vectors in a fresh folder; the old one is gone when this returns."""
        with self._changing:
            self._build(vectors)

    def search(self, query: bytes, k: int, *, among: frozenset[str] | None = None) -> list[Hit]:
        """Return the k nearest items, nearest first; only those in `among` when given."""
        if not self._lock.is_locked:
            raise IndexUnavailable("the vector index is closed")
        (asked,) = unpack([query], self._dimension)
        store = self._store
        if store is None or k < 1 or not asked.any():
            return []
        held = store.count()
        fetched = k if among is None else max(2 * k, _FIRST_FETCH)
        while True:
            hits = store.nearest(asked, min(fetched, held)) if held else []
            kept = [hit for hit in hits if among is None or hit.content_id in among]
            if len(kept) >= k or fetched >= held:
                return kept[:k]
            fetched *= 2

    def close(self) -> None:
        """Let go of the files and of the lock."""
        with self._changing:
            if self._store is not None:
                self._store.close()
                self._store = None
            self._lock.release()

    def _update(self, vectors: Mapping[str, bytes]) -> None:
        wanted = self._digests(vectors)
        held = self._store.digests() if self._store else {}
        gone = [content_id for content_id in held if content_id not in wanted]
        changed = sorted(name for name, digest in wanted.items() if held.get(name) != digest)
        if self._store is None or len(gone) + len(changed) > len(held) / 2:
            # A graph that lost half of its places searches worse than a new one.
            self._build(vectors)
            return
        self._store.remove(gone)
        matrix = unpack([vectors[name] for name in changed], self._dimension)
        self._store.put(changed, matrix, wanted)

    def _build(self, vectors: Mapping[str, bytes]) -> None:
        wanted = self._digests(vectors)
        names = sorted(wanted)
        generation = token_hex(8)
        store = ChromaStore.create(self._folder / generation)
        store.put(names, unpack([vectors[name] for name in names], self._dimension), wanted)
        with chroma_errors("written"):
            self._write_current(generation)
        old, self._store = self._store, store
        if old is not None:
            old.close()
        self._clear(keep=generation)

    def _digests(self, vectors: Mapping[str, bytes]) -> dict[str, str]:
        names = list(vectors)
        matrix = unpack([vectors[name] for name in names], self._dimension)
        return {
            name: blake2b(vectors[name], digest_size=8).hexdigest()
            for name, row in zip(names, matrix, strict=True)
            if row.any()
        }

    def _left_behind(self, canary_seconds: float) -> ChromaStore | None:
        generation = self._current()
        if generation and survives(self._folder / generation, timeout_seconds=canary_seconds):
            try:
                store = ChromaStore.open(self._folder / generation)
            except IndexUnavailable:
                generation = None
            else:
                self._clear(keep=generation)
                return store
        self._clear(keep=None)
        return None

    def _current(self) -> str | None:
        try:
            written = json.loads((self._folder / _CURRENT).read_text(encoding="utf-8"))
            matches = all(written.get(key) == value for key, value in self._made_by.items())
            return str(written["generation"]) if matches else None
        except (OSError, ValueError, KeyError, AttributeError):
            return None

    def _write_current(self, generation: str) -> None:
        draft = self._folder / f"{_CURRENT}.new"
        draft.write_text(json.dumps(self._made_by | {"generation": generation}), encoding="utf-8")
        draft.replace(self._folder / _CURRENT)

    def _clear(self, *, keep: str | None) -> None:
        with chroma_errors("cleared"):
            for place in self._folder.iterdir():
                if place.is_dir() and place.name != keep:
                    shutil.rmtree(place)


def _locked(folder: Path) -> FileLock:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise IndexUnavailable(
            f"another process holds the vector index in {folder}; search exactly instead"
        ) from error
    except OSError as error:
        raise IndexUnavailable(f"the vector index in {folder} cannot be used: {error}") from error
    return lock
