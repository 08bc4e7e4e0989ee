"""Opens a Chroma folder where a crash hurts nobody: in a process of its own.

A damaged folder does not raise, it can end the process. `python -m` this module with a folder
exits with 0 only if the folder opens and a sample of its vectors find themselves.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from domain.errors import IndexUnavailable
from recommender.adapters.chroma_store import ChromaStore

_ROOT: Final = Path(__file__).resolve().parents[2]
_SAMPLE: Final = 100
_ITSELF: Final = 0.999


def survives(folder: Path, *, timeout_seconds: float) -> bool:
    """Tell whether a folder can be opened here without harm."""
    command = [sys.executable, "-m", "recommender.adapters.chroma_canary", str(folder.resolve())]
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter and this module, no shell
            command, cwd=_ROOT, capture_output=True, timeout=timeout_seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def finds_itself(folder: Path) -> bool:
    """Tell whether a sample of the vectors of a folder find themselves, or their equals."""
    store = ChromaStore.open(folder)
    ids = sorted(store.digests())
    sample = ids[:: max(1, len(ids) // _SAMPLE)][:_SAMPLE]
    if store.count() != len(ids):
        return False
    if not sample:
        return True
    vectors = store.vectors(sample)
    best = (store.nearest(vector, 1) for vector in vectors)
    found = [hits for hits in best if hits and hits[0].similarity > _ITSELF]
    return len(vectors) == len(found) == len(sample)


def main(folder: str) -> int:
    """Return the exit status: 0 for a sound folder, else 1."""
    try:
        return 0 if finds_itself(Path(folder)) else 1
    except IndexUnavailable:
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
