"""The mark that somebody was erased, which says nothing about who.

Marks stand in the database and in a file beside it. A database that is put back from a copy
does not know who was erased since; the file does.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from domain.errors import StorageUnavailable


def tombstone(name: str, key: bytes) -> str:
    """Return a keyed hash of an id or an owner token; without the key it names nobody."""
    return blake2b(name.encode(), digest_size=32, key=key[:64]).hexdigest()


@dataclass(frozen=True, slots=True)
class TombstoneFile:
    """The marks of everybody ever erased, one a line, only ever added to."""

    path: Path

    def read(self) -> frozenset[str]:
        """Return every mark."""
        try:
            return frozenset(self.path.read_text(encoding="ascii").split())
        except FileNotFoundError:
            return frozenset()

    def add(self, marks: Iterable[str]) -> None:
        """Add marks, on the disk when this returns.

        Raises StorageUnavailable when they cannot be written.
        """
        try:
            with self.path.open("a", encoding="ascii") as file:
                file.writelines(f"{mark}\n" for mark in marks)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StorageUnavailable(
                f"{self.path.name} cannot be written ({error.strerror}); nothing was erased yet"
            ) from error
