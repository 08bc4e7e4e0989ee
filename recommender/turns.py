"""Sharing out who is shown what, without counting it: each person has turns of their own.

Colleagues alike would all be sent the one article that fits a hair better. So each content has,
for each person, a turn between 0 and 1, drawn once and for all from a number that stands for the
person and one that stands for the content. Over many people every content that fits about as well
comes first about as often; one person finds the same order again; and as nothing is counted, no
order tells anybody what others asked for (docs/adr).
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

from recommender.vectors import Doubles

Numbers = npt.NDArray[np.uint64]

# Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014 (SplitMix64).
_STEPS: Final = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
_LAST: Final = 31
_FRACTION: Final = 11


def numbers_of(names: Sequence[str]) -> Numbers:
    """Return a number for each name, the same in every process."""
    digests = b"".join(blake2b(name.encode(), digest_size=8).digest() for name in names)
    return np.frombuffer(digests, "<u8").astype(np.uint64)


def turns(whose: int, numbers: Numbers) -> Doubles:
    """Return the turn of each content for somebody, from 0 to 1; `whose` has 64 bits."""
    mixed = numbers ^ np.uint64(whose)
    for shift, factor in _STEPS:
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(_LAST)
    drawn: Doubles = (mixed >> np.uint64(_FRACTION)).astype(np.float64) * 2.0**-53
    return drawn
