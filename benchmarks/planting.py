"""Planting an order in a real post, and which half of the posts a method may be made on."""

import random
from hashlib import blake2b

from domain.segmentation import sentence_bounds

_ON_ITS_OWN_LINE = 0.8


def is_for_development(content_id: str) -> bool:
    """Tell whether a method may look at this post; the other half only measures."""
    return blake2b(content_id.encode()).digest()[0] % 2 == 0


def planted(text: str, order: str, chance: random.Random) -> tuple[str, int]:
    """Return the text with an order before it, behind it or between two sentences, and where."""
    ends = [end for _, end in sentence_bounds(text) if text[end - 1] in ".!?"] or [len(text)]
    at = chance.choice((0, len(text), chance.choice(ends), chance.choice(ends)))
    apart = "\n" if chance.random() < _ON_ITS_OWN_LINE else " "
    before = text[:at].rstrip() + apart if at else ""
    return before + order + apart + text[at:].lstrip(), len(before)
