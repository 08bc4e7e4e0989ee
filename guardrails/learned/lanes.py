"""Rows of numbers, each row one integer, so that adding two rows is adding two integers.

Every value stands in a lane of its own, in fixed point. Sums and whole multiples of rows are
exact, and two rows are compared in all their lanes at once: for the twenty scorers of a model
that is many times faster than a loop over them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from struct import Struct, error
from typing import Self

_WIDTH = 128  # bits of a lane
_VALUE = 48  # of them behind the point of a value
_FACTOR = 40  # the same of a factor; their product has both
_SIGN = 1 << _WIDTH - 1
_HALF_SIGN = 1 << _WIDTH // 2 - 1
_ONE = float(1 << _VALUE)


@dataclass(frozen=True, slots=True)
class Lanes:
    """The arithmetic of rows of `count` values; no product may reach 2**38.

    `ones` and `signs` are the rows that have the lowest, and the highest, bit of each lane;
    `packing` writes whole numbers into the lower halves of lanes, whose signs are `half_signs`.
    """

    count: int
    ones: int
    signs: int
    half_signs: int
    packing: Struct = field(compare=False)

    @classmethod
    def of(cls, count: int) -> Self:
        """Return the arithmetic of rows of so many values."""
        half_signs = _row(count * [_HALF_SIGN])
        return cls(count, _row(count * [1]), _row(count * [_SIGN]), half_signs, _packing(count))

    def values(self, numbers: Iterable[float]) -> int:
        """Return a row of values, to be added up."""
        return self.packed(map(_ONE.__mul__, numbers))

    def steps(self, sizes: Iterable[float]) -> tuple[float, ...]:
        """Return what numbers of such sizes each are multiplied with, to be `packed`."""
        return tuple(size * _ONE for size in sizes)

    def packed(self, numbers: Iterable[float]) -> int:
        """Return a row of values that are counted in steps of a lane already."""
        lanes = [*map(round, numbers)]
        try:
            written = int.from_bytes(self.packing.pack(*lanes), "little")
        except error:  # a number too large for half a lane, which no word adds
            return _row(lanes)
        # A number below zero takes one off the other half, which lies above its sign.
        return written - ((written & self.half_signs) << 1)

    def factor(self, number: float) -> int:
        """Return what a row of values is multiplied with, to be a row of products."""
        return round(number * (1 << _FACTOR))

    def products(self, numbers: Iterable[float]) -> int:
        """Return numbers as the row of products they would be."""
        return self.values(numbers) << _FACTOR

    def limits(self, numbers: Iterable[float]) -> int:
        """Return limits as `exceed` wants them."""
        # What is added to a row leaves the highest bit of a lane set where its value is above.
        return self.signs - self.ones - self.products(numbers)

    def exceed(self, products: int, limits: int) -> bool:
        """Tell whether any value of a row of products is above its limit."""
        return (products + limits) & self.signs != 0

    def numbers(self, products: int) -> list[float]:
        """Return the numbers of a row of products."""
        size = _WIDTH // 8
        lanes = (products + self.signs).to_bytes(size * self.count, "little")
        cut = (lanes[at : at + size] for at in range(0, len(lanes), size))
        return [(int.from_bytes(one, "little") - _SIGN) / (1 << _VALUE + _FACTOR) for one in cut]


def _packing(count: int) -> Struct:
    half = _WIDTH // 16  # bytes
    return Struct("<" + count * f"q{half}x")


def _row(lanes: Sequence[int]) -> int:
    return sum(value << _WIDTH * at for at, value in enumerate(lanes))
