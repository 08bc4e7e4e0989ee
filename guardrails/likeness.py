"""Likeness of meaning between two drafts, from vectors of which only signs are kept.

Of a vector only which values are positive is kept, in an order and with flips that a secret key
decides (random hyperplanes, Charikar 2002): two of one key can be compared, and nothing else can
be read from them. The share of equal signs tells the angle between the two vectors.
"""

from array import array
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from math import cos, pi
from operator import itemgetter
from random import Random

_DIGITS = bytes.maketrans(b"\0\1", b"01")


def signs(vector: bytes, key: bytes) -> bytes:
    """Return the keyed signs of a vector of float32 values; nothing for one of zeros."""
    values = array("f")
    values.frombytes(vector)
    if not any(values):
        return b""
    order, flips = _secret(len(values), key)
    positive = [value > 0 for value in values]
    digits = bytes(itemgetter(*order)(positive)).translate(_DIGITS)
    return (int(digits, 2) ^ flips).to_bytes(len(order) // 8, "big")


def nearest(one: bytes, others: Iterable[bytes]) -> float:
    """Return the highest cosine that a vector had with others, from their signs.

    0 where it has none, or no other one has as many.
    """
    if not one:
        return 0.0
    mine = int.from_bytes(one, "big")
    alike = (other for other in others if len(other) == len(one))
    unequal = (int.from_bytes(other, "big") ^ mine for other in alike)
    fewest = min(map(int.bit_count, unequal), default=4 * len(one))  # half of them: a cosine of 0
    return cos(pi * fewest / (8 * len(one)))


@lru_cache(maxsize=8)
def _secret(size: int, key: bytes) -> tuple[tuple[int, ...], int]:
    seed = blake2b(b"likeness", key=key[:64], digest_size=32).digest()
    chance = Random(seed)  # noqa: S311 - an order that whoever lacks the key cannot know
    order = list(range(size // 8 * 8))
    chance.shuffle(order)
    return tuple(order), chance.getrandbits(len(order))
