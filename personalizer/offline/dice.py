"""Choices that look free and are the same every time: made by a hash, never at random."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, TypeVar

from domain.drafts import DraftRequest
from personalizer.writing import Brief

Option = TypeVar("Option")
# Another wording is no variant's: pools hold fewer variants than this.
_REWORDED: Final = 5


@dataclass(frozen=True, slots=True)
class Dice:
    """The choices of one draft; `turn` shifts every choice, so that turns never look alike.

    `arrangement` shifts the order of the parts, and nothing else.
    """

    seed: str
    turn: int = 0
    arrangement: int = 0

    def pick(self, slot: str, options: Sequence[Option], *, again: int = 0) -> Option:
        """Return one option for a slot; raising `again` walks through all of them."""
        digest = blake2b(f"{self.seed}\x1f{slot}".encode(), digest_size=8).digest()
        return options[(int.from_bytes(digest, "big") + self.turn + again) % len(options)]

    def arrange(self, slot: str, options: Sequence[Option]) -> Option:
        """Return one option for how the parts are put together."""
        return self.pick(slot, options, again=self.arrangement)


def dice_for(brief: Brief, *, behind: str = "", turn: int = 0) -> Dice:
    """Return the choices of one person, content and angle; a variant is a turn of its own.

    `behind` is the text a revision answers: another one is answered with other choices.
    """
    request = brief.request
    parts = (_person(request), request.content.content_id, brief.angle.key, behind)
    return Dice("\x1e".join(parts), brief.variant + _REWORDED * brief.rewording + turn)


def _person(request: DraftRequest) -> str:
    ambassador = request.ambassador
    if ambassador.ambassador_id:
        return ambassador.ambassador_id
    described = repr(
        (ambassador.name, ambassador.organization, ambassador.topics, ambassador.posts)
    )
    return blake2b(described.encode(errors="replace"), digest_size=16).hexdigest()
