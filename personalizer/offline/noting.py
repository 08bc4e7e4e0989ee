"""An author's own notes in a draft: as its opening, or behind what is told.

Notes on the content's subject are brought in by a few words; those on another subject come with a
mark that asks what ties them to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from personalizer.noted_angles import speaks_of
from personalizer.offline.blocks import Block, Field
from personalizer.offline.hints import mark
from personalizer.offline.limits import most
from personalizer.offline.seams import inside, is_joinable, is_remark, said_by
from personalizer.offline.wording import Wording

# On a platform of fewer characters there is no room to ask what ties a note to its content.
_ROOM_FOR_TIES = 600


_OF_SUBJECT: Final = re.compile(r"\b(?:sujet|subject|topic)\b", re.IGNORECASE)
_OF_ADVICE: Final = re.compile(r"\b(?:pratique|practice)\b", re.IGNORECASE)
_SAYS_I: Final = re.compile(r"\b(?:je|j['’]|my|me|mon|ma|mes|i)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Noting:
    """Words the notes of a draft; `hints` is what a mark beside them asks for, if any does.

    A quotation that outweighs the author's words calls for such a mark.
    """

    wording: Wording
    notes: Sequence[str]
    hints: Sequence[str] = ()

    def opening(self) -> Iterator[Block]:
        """Yield the notes that open a draft."""
        material = self.wording.material
        has_room = most(material.request.platform) >= _ROOM_FOR_TIES
        is_clear = self.wording.is_told_by_notes or is_remark(self._said, material)
        if is_clear or not has_room:
            yield from self._bare()
            return
        for tie in self._ties():
            yield self._marked([tie])

    def behind(self) -> Iterator[Block]:
        """Yield the notes behind what is told, brought in by a few words where they may be."""
        first, *rest = self.notes
        if not self.hints and is_joinable(first, self.wording.material.language):
            fields = {"note": Field(" ".join([inside(first), *rest]))}
            blocks = self.wording.blocks("note", fields=fields)
            yield from (block for block in blocks if self._suits(block.connecting))
        yield from self._bare()

    def _suits(self, phrase: str) -> bool:
        """Tell whether a phrase that brings the notes in is true of them.

        They are "on the same subject" where they share words with what is told, and nobody's
        experience is a piece of practical advice.
        """
        material = self.wording.material
        is_advice = _OF_ADVICE.search(phrase) is not None
        if _OF_SUBJECT.search(phrase) is None:
            return not (is_advice and _SAYS_I.search(self._said))
        return speaks_of(self._said, said_by(material), material.content)

    @property
    def _said(self) -> str:
        return " ".join(self.notes)

    def _bare(self) -> Iterator[Block]:
        if self.hints:
            yield self._marked(self.hints)
        yield Block.own(self._said)

    def _marked(self, hints: Sequence[str]) -> Block:
        return Block.own(f"{self._said} {mark(hints, self.wording.material.language)}")

    def _ties(self) -> Iterator[str]:
        """Yield what a mark asks that ties the notes to the content."""
        yield from (block.text for block in self.wording.blocks("tie"))
