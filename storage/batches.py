"""A long list in pieces that one statement can name."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

AT_ONCE: Final = 500
"""How many ids one statement of ours names."""
Each = TypeVar("Each")


def batched(listed: Sequence[Each], size: int) -> Iterator[Sequence[Each]]:
    """Yield pieces of at most `size`."""
    return (listed[start : start + size] for start in range(0, len(listed), size))
