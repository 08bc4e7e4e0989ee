"""A long list in pieces that one statement can name."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Each = TypeVar("Each")


def batched(listed: Sequence[Each], size: int) -> Iterator[Sequence[Each]]:
    """Yield pieces of at most `size`."""
    return (listed[start : start + size] for start in range(0, len(listed), size))
