"""Drafts that were made once, kept in a file, so that a long run goes on where it was cut off.

`KEEP=FOLDER` names where; without it nothing is kept. What another version of the engine wrote
is never taken up.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import personalizer
from domain.language import Language

_FOLDER = os.environ.get("KEEP")


@dataclass(frozen=True, slots=True)
class Made:
    """A draft as the counters need it; `told` is what its author said, `stands` all it may state.

    `written` first texts were made for it and the requests before it that got none; of these
    `sent_back` had to be revised.
    """

    text: str
    passes: bool
    written: int
    sent_back: int
    told: tuple[str, ...]
    stands: tuple[str, ...]


def kept(
    language: Language, steps: Iterable[int], made: Callable[[int], list[Made]], count: int
) -> Iterator[Made]:
    """Yield so many drafts, step by step, saying how far it is; what is kept is not made again."""
    file = Path(_FOLDER) / f"{language}.{_version()}.jsonl" if _FOLDER else None
    known = _read(file)
    given = 0
    for step in steps:
        if step not in known:
            known[step] = made(step)
            _write(file, step, known[step])
        yield from known[step][: count - given]
        given += len(known[step][: count - given])
        print(f"{language}: {given} of {count} drafts", file=sys.stderr, flush=True)
        if given == count:
            return


def _read(file: Path | None) -> dict[int, list[Made]]:
    if file is None or not file.is_file():
        return {}
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {row["step"]: [_made(one) for one in row["made"]] for row in rows}


def _made(row: dict[str, Any]) -> Made:
    told, stands = row.pop("told"), row.pop("stands")
    return Made(**row, told=tuple(told), stands=tuple(stands))


def _write(file: Path | None, step: int, made: list[Made]) -> None:
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as opened:
            row = {"step": step, "made": [asdict(one) for one in made]}
            opened.write(json.dumps(row, ensure_ascii=False) + "\n")


@cache
def _version() -> str:
    """Return a digest of everything the engine is made of."""
    folder = Path(personalizer.__file__).parent
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".yaml", ".gz"})
    return blake2b(b"".join(path.read_bytes() for path in files), digest_size=6).hexdigest()
