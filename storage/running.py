"""Which process runs something, and whether it still does, so that nobody waits for the dead.

A process is told by its machine, its process namespace, its number and when it began. Of one on
another machine, or in another container, nobody here can tell: it counts as alive, and only the
time it was given ends what it holds.
"""

import os
from functools import cache
from pathlib import Path

_PROC = Path("/proc")
_STARTED = 19  # the place of the start time among the fields that follow the command's name


@cache
def this_process() -> str:
    """Return the name of this process, unlike any other's."""
    return f"{_place()}/{os.getpid()}/{_started(os.getpid())}"


def is_over(process: str) -> bool:
    """Tell whether the process of that name certainly runs no more."""
    place, _, rest = process.rpartition("/")
    place, _, number = place.rpartition("/")
    if not number.isdigit() or not _started(os.getpid()) or place != _place():
        return False
    return _started(int(number)) != rest


def _place() -> str:
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}/{(_PROC / 'self/ns/pid').readlink()}"
    except OSError:
        return "elsewhere"


def _started(number: int) -> str:
    try:
        stat = (_PROC / str(number) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    # The command's name stands in brackets and may itself hold brackets and spaces.
    return stat.rpartition(")")[2].split()[_STARTED]
