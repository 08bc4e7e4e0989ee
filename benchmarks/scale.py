"""How large a catalogue may be: `python -m benchmarks.scale [SIZE…]`.

Vectors are made up, as wide as the bundled encoder's: each stands around one of 20,000 subjects,
and directions matter as unequally as those of the encoder do over ten thousand posts. Each way of
searching is set beside comparing everything with numpy, beside Chroma as it comes, and beside what
the machine's memory allows. `BIG=1 make bench` adds Chroma at 100,000, and a million.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from recommender.adapters.codes import Codes
from recommender.adapters.narrow import Narrow
from recommender.nearest import EXACT_UP_TO
from recommender.vectors import Doubles, Floats, Mask, Rows, best

SIZES: Final = (10_000, 100_000)
BIG: Final = 1_000_000
DIMENSION: Final = 1_152
ASKED: Final = 200
TOP: Final = 10
SEED: Final = 3
_SUBJECTS: Final = 20_000
# The encoder's first 32, 128 and 512 directions hold 0.51, 0.78 and 0.97 of what varies; these
# 0.53, 0.80 and 0.96.
_FIRST: Final = 16
_FALL: Final = 1.6
_OWN: Final = 0.75
_BLOCK: Final = 20_000
_QUARTER: Final = 4
_CHROMA_BATCH: Final = 2_000

Search = Callable[[Floats], Rows]
Matrix = Any  # of full or half width


def main() -> None:
    """Print one table for each size."""
    is_big = bool(os.environ.get("BIG"))
    named = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    if not named:
        # Each in a process of its own, or the largest memory would be another's.
        for size in [*SIZES, *([BIG] if is_big else [])]:
            command = [sys.executable, "-m", "benchmarks.scale", str(size)]
            subprocess.run(command, check=True)
        if not is_big:
            print(f"  {BIG:,} vectors: not measured (BIG=1 make bench, some minutes)")
        return
    per_second = bandwidth()
    print(f"\nvectors of {DIMENSION} values, {ASKED} questions, top {TOP}; ", end="")
    print(f"memory reads {per_second / 1e9:.1f} GB/s; load {os.getloadavg()[0]:.1f}")
    for size in named:
        report(size, per_second, has_chroma=size == SIZES[0] or (is_big and size < BIG))


@dataclass(frozen=True, slots=True)
class World:
    """Where made-up vectors come from."""

    subjects: Floats
    spread: Floats

    @classmethod
    def made(cls) -> "World":
        """Return the same world each time."""
        chance = np.random.default_rng(SEED)
        spread = (np.arange(DIMENSION, dtype=np.float32) + _FIRST) ** (-_FALL / 2)
        spread = chance.permutation(spread)
        subjects = chance.standard_normal((_SUBJECTS, DIMENSION), dtype=np.float32) * spread
        return cls(subjects, spread)

    def vectors(self, count: int, seed: int) -> Floats:
        """Return unit vectors."""
        chance = np.random.default_rng((SEED, seed))
        made = self.subjects[chance.integers(_SUBJECTS, size=count)]
        made += _OWN * self.spread * chance.standard_normal((count, DIMENSION), dtype=np.float32)
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return made


def report(size: int, per_second: float, *, has_chroma: bool) -> None:
    """Measure every way of searching so many vectors, all of them and a tenth."""
    world = World.made()
    asked = world.vectors(ASKED, seed=BIG)
    matrix = _matrix(world, size)
    every = np.ones(size, np.bool_)
    tenth = np.random.default_rng(SEED).random(size) < 0.1  # noqa: PLR2004 - a tenth
    print(f"\n{size:,} vectors; milliseconds p50 / p95, p95 of the processor's time,")
    print(f"  recall@{TOP}, the least memory allows")
    for name, allowed in (("", every), (", a tenth allowed", tenth)):
        truth = _truth(matrix, asked, allowed)
        for way, search, bytes_read in _ways(matrix, allowed):
            known = None if "quarter" in way else truth
            show(f"{way}{name}", asked, search, known, bytes_read / per_second)
            del search
    if has_chroma:
        with tempfile.TemporaryDirectory() as folder:
            chroma = _chroma(folder, matrix, tenth)
            for name, allowed, where in (("", every, None), (", a tenth allowed", tenth, _WHERE)):
                truth = _truth(matrix, asked, allowed)
                show(f"Chroma as it comes{name}", asked, _asking(chroma, where), truth, None)
    print(f"  largest memory of the process {_peak_bytes() / 1e9:.1f} GB")


def _ways(matrix: Matrix, allowed: Mask) -> Iterator[tuple[str, Search, float]]:
    size = len(matrix)
    if matrix.dtype == np.float32:
        yield "numpy, everything in full", _numpy(matrix, allowed), size * DIMENSION * 4
    else:
        part = matrix[: size // _QUARTER].astype(np.float32)
        search = _numpy(part, allowed[: len(part)], times=_QUARTER)
        yield "numpy, a quarter in full, four times", search, size * DIMENSION * 4
        # Or the largest memory would be the comparison's beside ours.
        del part, search
    if size <= EXACT_UP_TO:
        codes = _built("bytes, then in full (exact)", lambda: Codes.of(matrix))
        yield "bytes, then in full (exact)", _ours(codes, allowed), size * DIMENSION
    narrow = _built("256 directions as bytes, then in full", lambda: Narrow.of(matrix))
    yield "256 directions as bytes, then in full", _ours(narrow, allowed), size * 256


def _built(name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - either of two
    started, began = time.perf_counter(), time.process_time()
    made = make()
    busy, taken = time.process_time() - began, time.perf_counter() - started
    print(f"    {name}: built in {taken:.1f} s, {busy:.1f} s of a processor")
    return made


def _ours(index: Codes | Narrow, allowed: Mask) -> Search:
    return lambda asked: index.nearest(asked, TOP, allowed)


def _numpy(matrix: Floats, allowed: Mask, *, times: int = 1) -> Search:
    rows = np.flatnonzero(allowed)

    def search(asked: Floats) -> Rows:
        for _ in range(times):
            found = rows[best((matrix @ asked)[rows], TOP)]
        return found

    return search


_WHERE: Final = {"tenth": 1}


def _chroma(folder: str, matrix: Floats, tenth: Mask) -> Any:  # noqa: ANN401 - a class of Chroma's
    import chromadb  # noqa: PLC0415 - a second to import
    from chromadb.config import Settings  # noqa: PLC0415 - the same

    client = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
    made = client.create_collection(
        "bench", embedding_function=None, configuration={"hnsw": {"space": "ip"}}
    )
    started = time.perf_counter()
    for start in range(0, len(matrix), _CHROMA_BATCH):
        rows = range(start, min(start + _CHROMA_BATCH, len(matrix)))
        made.add(
            ids=[str(row) for row in rows],
            embeddings=matrix[start : start + _CHROMA_BATCH],
            metadatas=[{"tenth": int(tenth[row])} for row in rows],
        )
    print(f"    Chroma: built in {time.perf_counter() - started:.1f} s")
    return made


def _asking(chroma: Any, where: dict[str, int] | None) -> Search:  # noqa: ANN401 - the same
    def search(asked: Floats) -> Rows:
        found = chroma.query(query_embeddings=asked[None], n_results=TOP, where=where, include=[])
        return np.array([int(name) for name in found["ids"][0]], np.intp)

    return search


def show(
    name: str, asked: Floats, search: Search, truth: list[Rows] | None, least: float | None
) -> None:
    """Print a line: how long, how right, and how long at least."""
    for one in asked[:5]:
        search(one)
    taken, busy, found = (np.zeros(len(asked)) for _ in range(3))
    for place, one in enumerate(asked):
        started, began = time.perf_counter(), time.thread_time()
        rows = search(one)
        busy[place] = (time.thread_time() - began) * 1000
        taken[place] = (time.perf_counter() - started) * 1000
        found[place] = np.isin(truth[place], rows).mean() if truth else np.nan
    middle, late = np.quantile(taken, (0.5, 0.95))
    limit = "" if least is None else f"   {least * 1000:8.2f}"
    print(
        f"  {name:55} {middle:8.2f} / {late:8.2f}   {np.quantile(busy, 0.95):8.2f}   "
        f"{f'{found.mean():.3f}' if truth else '    –'}{limit}",
        flush=True,
    )


def _matrix(world: World, size: int) -> Matrix:
    # A million rows in full would take all the memory a small server has; half of the width does.
    kind = np.float32 if size <= EXACT_UP_TO else np.float16
    matrix = np.empty((size, DIMENSION), kind)
    for start in range(0, size, _BLOCK):
        matrix[start : start + _BLOCK] = world.vectors(min(_BLOCK, size - start), seed=start)
    return matrix


def _truth(matrix: Matrix, asked: Floats, allowed: Mask) -> list[Rows]:
    """Return what comparing everything finds for each question."""
    kept = np.zeros((len(asked), 0))
    rows = np.zeros((len(asked), 0), np.intp)
    for start in range(0, len(matrix), _BLOCK):
        own = start + np.flatnonzero(allowed[start : start + _BLOCK])
        near: Doubles = (asked @ matrix[own].astype(np.float32).T).astype(np.float64)
        near = np.concatenate([kept, near], axis=1)
        names = np.concatenate([rows, np.broadcast_to(own, (len(asked), len(own)))], axis=1)
        order = np.argsort(-near, axis=1, kind="stable")[:, :TOP]
        kept, rows = np.take_along_axis(near, order, 1), np.take_along_axis(names, order, 1)
    return list(rows)


def bandwidth() -> float:
    """Return how many bytes a second one thread reads from memory."""
    numbers = np.ones(64_000_000, np.float32)
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        np.dot(numbers, numbers)
        taken.append(time.perf_counter() - started)
    return numbers.nbytes / min(taken)


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
