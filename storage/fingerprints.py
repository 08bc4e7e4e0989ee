"""Fingerprints as they are stored, unpacked only where a draft shares a run with them.

A check compares a draft with fifty others of some two hundred runs each, nearly all of them
somebody else's: looking all runs up at once costs a tenth of unpacking them one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from struct import unpack
from typing import overload

from domain.review import Fingerprint, FingerprintSieve

_RUN = 8  # bytes
_PARTS = 16  # bits: of so many values few runs share one by chance
_FEWEST = 8  # of fewer fingerprints, unpacking is as quick


@dataclass(frozen=True, slots=True)
class StoredFingerprints(FingerprintSieve):
    """Rows of runs, 8 bytes each in this machine's order, with the vector of each."""

    rows: Sequence[tuple[bytes, bytes]]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Fingerprint: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Fingerprint, ...]: ...

    def __getitem__(self, at: int | slice) -> Fingerprint | tuple[Fingerprint, ...]:
        if isinstance(at, slice):
            return tuple(map(_fingerprint, self.rows[at]))
        return _fingerprint(self.rows[at])

    @property
    def embeddings(self) -> list[bytes]:
        """The vectors of all, in order."""
        return [embedding for _, embedding in self.rows]

    def sharing(self, runs: frozenset[int]) -> Iterator[Fingerprint]:
        """Return those that have one of these runs, in order; no other has any."""
        if len(self.rows) < _FEWEST:
            return (one for one in self if not runs.isdisjoint(one.shingles))
        return (_fingerprint(self.rows[number]) for number in self._sharing(runs))

    def _sharing(self, runs: frozenset[int]) -> list[int]:
        import numpy as np  # noqa: PLC0415 - a database without colleagues' drafts needs none

        low = np.uint64(64 - _PARTS)
        kept = np.frombuffer(b"".join(shingles for shingles, _ in self.rows), np.uint64)
        told = np.zeros(1 << _PARTS, np.bool_)
        own = np.fromiter(runs, np.uint64, len(runs))
        told[(own >> low).astype(np.intp)] = True
        places = np.flatnonzero(told[(kept >> low).astype(np.intp)])
        # Runs whose first bits agree by chance are told from those that are the same.
        same = [run in runs for run in kept[places].tolist()]
        ends = np.cumsum([len(shingles) // _RUN for shingles, _ in self.rows])
        numbers: list[int] = np.unique(ends.searchsorted(places[same], side="right")).tolist()
        return numbers


def _fingerprint(row: tuple[bytes, bytes]) -> Fingerprint:
    return Fingerprint(unpacked(row[0]), row[1])


def unpacked(shingles: bytes) -> tuple[int, ...]:
    """Return the runs of one fingerprint as numbers."""
    return unpack(f"={len(shingles) // _RUN}Q", shingles)
