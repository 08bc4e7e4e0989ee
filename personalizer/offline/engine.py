"""The offline writer: the same brief gives the same draft, without a model."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from domain.ports import LengthMeasure
from domain.review import Finding
from personalizer.instructions import Wish
from personalizer.offline.composing import composed
from personalizer.offline.dice import dice_for
from personalizer.offline.material import Material
from personalizer.offline.resemblance import Resemblance
from personalizer.offline.revising import begun, revised
from personalizer.offline.wording import Wording
from personalizer.wished_limits import limits_in
from personalizer.writing import Brief, NothingToSay, Written

ENGINE = "offline"


# A draft that closes on a question, which no mark to fill is.
_ASKS: Final = re.compile(r"\?(?=\s*(?:\n|$))")
# As many as there are orders of the parts.
_ARRANGEMENTS: Final = 8


@dataclass(frozen=True, slots=True)
class OfflineWriter:
    """Writes drafts from the content and the employee's notes alone.

    A draft takes up to a quarter of a second, in a thread: nobody else's request waits for it.
    `length_on` counts a text as its platform does.
    """

    length_on: LengthMeasure

    async def write(self, brief: Brief) -> Written:
        """Return the draft of a brief; it always fits its platform."""
        text = await asyncio.to_thread(first_draft, brief, self.length_on)
        return Written(text=text, engine=ENGINE)

    async def revise(self, brief: Brief, text: str, findings: Sequence[Finding]) -> Written:
        """Return another draft without what was objected to."""
        changed = await asyncio.to_thread(revised, brief, text, findings, self.length_on)
        return Written(text=changed, engine=ENGINE)


def first_draft(brief: Brief, length_on: LengthMeasure) -> str:
    """Return the draft of a brief: of the ways that name its content, the one nearest its author.

    Where a quotation leaves no room for a title in any of them, one goes without.
    """
    material = begun(brief, length_on)
    wording = Wording.of(material, dice_for(brief))
    ways = _arranged(wording)
    if material.is_wished_shorter:
        return _shortest_named(tuple(ways), material)
    ways = _as_wished(ways, brief, material)
    if material.hand is None:
        return _first_named(ways, material)
    found = tuple(dict.fromkeys(ways))
    if not found:
        raise NothingToSay
    named = [text for text in found if material.is_named_in(text)]
    return max(named or found, key=Resemblance.of(material.hand, brief.request).of_text)


def _as_wished(ways: Iterator[str], brief: Brief, material: Material) -> Iterator[str]:
    """Yield of the ways those that do what their author asked, where there are any.

    Where none keeps within a limit that was set, the shortest comes nearest to it.
    """
    limits, asks = limits_in(brief.request.wishes), Wish.QUESTION in material.wishes
    if not (limits or asks):
        return ways
    found = tuple(ways)
    if limits and found:
        kept = tuple(text for text in found if all(one.holds(text) for one in limits))
        found = kept or (_shortest_named(found, material),)
    asking = tuple(text for text in found if _ASKS.search(text)) if asks else ()
    return iter(asking or found)


def _shortest_named(found: Sequence[str], material: Material) -> str:
    """Return the shortest text that says what its content is called, else the shortest of all."""
    if not found:
        raise NothingToSay
    named = [text for text in found if material.is_named_in(text)]
    return min(named or found, key=material.counted)


def _first_named(ways: Iterator[str], material: Material) -> str:
    """Return the first text that says what its content is called, else the first of all."""
    first = None
    for text in ways:
        if material.is_named_in(text):
            return text
        first = first or text
    if first is None:
        raise NothingToSay
    return first


def _arranged(wording: Wording) -> Iterator[str]:
    for number in range(_ARRANGEMENTS):
        with suppress(NothingToSay):
            yield composed(wording.arranged(number))
