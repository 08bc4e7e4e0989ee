"""Identifiers a text may give away: addresses to reach somebody at, and numbers that are someone's.

A pattern proposes, a checksum or a numbering plan disposes. Everything reads bare folded text.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identifier:
    """What kind of identifier stands where, in a bare folded text."""

    kind: str
    start: int
    end: int


def without_overlaps(found: Iterator[Identifier], length: int) -> list[Identifier]:
    """Keep the first of identifiers that share a place, in order of appearance.

    `length` is that of the text.
    """
    taken = bytearray(length)
    kept: list[Identifier] = []
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
