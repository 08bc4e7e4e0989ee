"""The mark to fill of a draft without notes: what its author is asked for, in every wording.

It is one request, and shows how they write by a whole sentence of theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from personalizer.offline.blocks import Block, Field
from personalizer.offline.hints import marked_by, some_hints
from personalizer.offline.wording import Wording

_MARKS: Final = 7


@dataclass(frozen=True, slots=True)
class Asking:
    """Words the marks of one draft; each asks for one of `count` things, and shows a sentence."""

    wording: Wording
    count: int

    def marks(self, hints: Sequence[Block], *, leaves_answer: bool) -> Iterator[Block]:
        """Yield a mark for each hint that may be drawn first; `leaves_answer` asks for one too."""
        material = self.wording.material
        pool = material.phrases.pool("answering") if leaves_answer else ()
        asked = [Block(one, one) for one in pool]
        others = [one for one in hints if one.text not in pool]
        found = [
            marked_by(self._once([*asked, *drawn]), material.language, self._reminder)
            for drawn in self._drawn(others)
        ]
        yield from found
        # Rather a mark that shares a word too many with a colleague's than none.
        yield from (Block.own(one.text) for one in found[:1])

    def _drawn(self, hints: Sequence[Block]) -> Iterator[list[Block]]:
        known = {block.text: block for block in hints}
        for at in range(len(hints))[:_MARKS]:
            yield [known[one] for one in some_hints([*known], at, self.count, self.wording)]

    @staticmethod
    def _once(asked: Sequence[Block]) -> list[Block]:
        return [*{one.text: one for one in asked}.values()]

    @property
    def _reminder(self) -> Block | None:
        """A sentence of an old post of the author's, another one in each draft of a request."""
        memories = self.wording.material.memories
        if not memories:
            return None
        line = memories[self.wording.dice.turn % len(memories)]
        fields = {"line": Field(line)}
        return next(self.wording.blocks("placeholder", "tone", fields=fields))
