"""What the caches of our own functions hold, text by text: no word of anybody's may stand there."""

import gc
import sys
from collections.abc import Iterator
from types import CellType, FunctionType, ModuleType
from typing import Any

_OURS = ("api", "domain", "guardrails", "personalizer", "recommender", "storage")
_NO_VALUES = (ModuleType, FunctionType, type)


def kept_texts() -> Iterator[str]:
    """Yield every string that a cache of ours holds, as a key or as a value."""
    gc.collect()
    waiting, seen = list(_caches()), set[int]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif id(one) not in seen and not isinstance(one, _NO_VALUES):
            seen.add(id(one))
            waiting += gc.get_referents(one)


def _caches() -> Iterator[Any]:
    """Yield what is kept by `lru_cache`, by a decorator of ours, or in a table of a module."""
    for one in gc.get_objects():
        # By `type`: an attribute of somebody else's object may run code of his (torch warns).
        if type(one).__name__ == "_lru_cache_wrapper" and _is_ours(one):
            yield one
        if type(one) is FunctionType and hasattr(one, "__wrapped__") and _is_ours(one):
            yield from (_held(cell) for cell in one.__closure__ or ())
    for name, module in list(sys.modules.items()):
        if name.startswith(_OURS):
            yield from (one for one in vars(module).values() if isinstance(one, dict))


def _is_ours(one: Any) -> bool:
    return str(one.__module__).startswith(_OURS)


def _held(cell: CellType) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # a name that was never bound
        return None
