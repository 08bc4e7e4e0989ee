"""The vector index in PostgreSQL, by pgvector: beside the data it is derived from, and exact.

One table holds the vectors of one encoder; another encoder, or another dimension, starts it
anew. Every vector is compared, so nothing is missed; up to some hundred thousand that is quick.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from domain.errors import IndexUnavailable
from domain.ports import Hit
from recommender.vectors import Floats, unpack

if TYPE_CHECKING:
    import psycopg

# Two processes that reconcile at once would undo each other's work.
_LOCK: Final = "SELECT pg_advisory_xact_lock(hashtext('portevoix_vectors'))"


class PgVectorIndex:
    """Search with pgvector; `reconcile` brings the table in step with the contents.

    Raises IndexUnavailable when the server is away or has no extension `vector`; the role needs
    the right to create it, or somebody who has it creates it once.
    """

    def __init__(self, address: str, *, fingerprint: str, dimension: int) -> None:
        self._dimension = dimension
        self._made_by = f"{fingerprint}, {dimension}"
        self._using = threading.Lock()
        self._connection = _connected(address)
        try:
            with self._asking() as cursor:
                self._prepare(cursor)
        except IndexUnavailable:
            self._connection.close()
            raise

    def reconcile(self, vectors: Mapping[str, bytes]) -> None:
        """Hold exactly these vectors, changing only what differs."""
        names = sorted(vectors)
        matrix = unpack([vectors[name] for name in names], self._dimension)
        wanted = {
            name: (_digest(vectors[name]), row)
            for name, row in zip(names, matrix, strict=True)
            if row.any()
        }
        with self._asking() as cursor:
            cursor.execute(_LOCK)
            cursor.execute("SELECT content_id, digest FROM portevoix_vectors")
            held: dict[str, str] = dict(cursor.fetchall())
            gone = [name for name in held if name not in wanted]
            cursor.execute("DELETE FROM portevoix_vectors WHERE content_id = ANY(%s)", (gone,))
            cursor.executemany(
                "INSERT INTO portevoix_vectors VALUES (%s, %s, %s) ON CONFLICT (content_id)"
                " DO UPDATE SET digest = excluded.digest, embedding = excluded.embedding",
                [
                    (name, digest, _written(row))
                    for name, (digest, row) in wanted.items()
                    if held.get(name) != digest
                ],
            )

    def search(self, query: bytes, k: int, *, among: frozenset[str] | None = None) -> list[Hit]:
        """Return the k nearest items, nearest first; only those in `among` when given."""
        (asked,) = unpack([query], self._dimension)
        if k < 1 or not asked.any():
            return []
        names = None if among is None else sorted(among)
        with self._asking() as cursor:
            cursor.execute(
                "SELECT content_id, 1 - (embedding <=> %(query)s::vector) FROM portevoix_vectors"
                " WHERE %(names)s::text[] IS NULL OR content_id = ANY(%(names)s)"
                " ORDER BY embedding <=> %(query)s::vector, content_id LIMIT %(k)s",
                {"query": _written(asked), "names": names, "k": k},
            )
            return [Hit(name, float(similarity)) for name, similarity in cursor.fetchall()]

    def close(self) -> None:
        """Let go of the connection."""
        with self._using:
            self._connection.close()

    def _prepare(self, cursor: "psycopg.Cursor[Any]") -> None:
        cursor.execute(_LOCK)
        cursor.execute("CREATE EXTENSION IF NOT EXISTS vector")
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS portevoix_vectors_made_by (made_by text NOT NULL)"
        )
        cursor.execute("SELECT made_by FROM portevoix_vectors_made_by")
        if cursor.fetchall() != [(self._made_by,)]:
            cursor.execute("DROP TABLE IF EXISTS portevoix_vectors")
            cursor.execute("DELETE FROM portevoix_vectors_made_by")
            cursor.execute("INSERT INTO portevoix_vectors_made_by VALUES (%s)", (self._made_by,))
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS portevoix_vectors (content_id text PRIMARY KEY,"
            " digest text NOT NULL, embedding vector NOT NULL)"
        )

    @contextmanager
    def _asking(self) -> Iterator["psycopg.Cursor[Any]"]:
        """Give a cursor in a transaction of its own."""
        import psycopg  # noqa: PLC0415 - only where chosen

        with self._using:
            try:
                with self._connection.transaction(), self._connection.cursor() as cursor:
                    yield cursor
            except psycopg.Error as error:
                # Its message may quote a row; its class cannot.
                name = type(error).__name__
                raise IndexUnavailable(f"the vector index in PostgreSQL failed: {name}") from error


def _connected(address: str) -> "psycopg.Connection[Any]":
    try:
        import psycopg  # noqa: PLC0415 - only where chosen
    except ImportError as error:
        raise IndexUnavailable("pgvector needs the extra: postgres") from error
    try:
        return psycopg.connect(address.replace("+psycopg", "", 1), autocommit=True)
    except psycopg.Error as error:
        name = type(error).__name__
        raise IndexUnavailable(f"the vector index in PostgreSQL is away: {name}") from error


def _digest(vector: bytes) -> str:
    return blake2b(vector, digest_size=8).hexdigest()


def _written(row: Floats) -> str:
    return f"[{','.join(map(repr, row.tolist()))}]"
