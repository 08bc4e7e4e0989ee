"""Choosing the phrase of a slot and filling its fields, the same way every time."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from personalizer.citing import Citation, Claim
from personalizer.offline.blocks import Block, Field, can_fill, filled
from personalizer.offline.dice import Dice
from personalizer.offline.fields import citing_fields, claiming_fields, standing_fields
from personalizer.offline.material import Material
from personalizer.offline.seams import is_told_by_notes
from personalizer.offline.typography import typeset
from personalizer.screening import speaks_of

# "At 11:30" announces nothing.
_COLON = re.compile(r":(?!\d)")
_KIND_AND_TITLE = re.compile(r"\{the\} \{title\}", re.IGNORECASE)
_MARKS = ("placeholder", "tie")
_A_LINK = re.compile(r"\b(?:liens?|links?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one draft; `standing` are the fields that every one of them may use.

    `is_told_by_notes` says that the notes speak of what the draft tells.

    What was filled once is kept, for every other order of the same parts.
    """

    material: Material
    dice: Dice
    standing: Mapping[str, Field]
    is_told_by_notes: bool = False
    _filled: dict[tuple[object, ...], list[Block]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, material: Material, dice: Dice) -> Self:
        """Return the wording of a material, its fields computed once."""
        told = bool(material.notes) and is_told_by_notes(material)
        return cls(material, dice, standing_fields(material), told)

    def blocks(
        self, *slot: str, fields: Mapping[str, Field] | None = None, said: str | None = None
    ) -> Iterator[Block]:
        """Yield every phrase of a slot that can be filled, the chosen one first.

        Where `said` is given, no phrase points at a figure or a name that it does not have.
        """
        key = (slot, tuple((fields or {}).items()), said)
        yield from self.once(key, lambda: self._chosen(slot, fields or {}, said))

    def avoids(self, block: Block) -> bool:
        """Tell whether a block says, beside what is its own, a word its author never writes."""
        card = self.material.card
        return card is not None and bool(card.never) and speaks_of(block.connecting, card.never)

    def once(self, key: tuple[object, ...], found: Callable[[], list[Block]]) -> list[Block]:
        """Return what is kept under a key, found when it is first asked for."""
        if key not in self._filled:
            self._filled[key] = found()
        return self._filled[key]

    def arranged(self, number: int) -> "Wording":
        """Return the same words for another order of the parts."""
        return replace(self, dice=replace(self.dice, arrangement=number))

    def _chosen(
        self, slot: tuple[str, ...], fields: Mapping[str, Field], said: str | None
    ) -> list[Block]:
        known = {**self.standing, **fields}
        if said is not None and not self._is_said(said):
            known.pop("nugget", None)
        pool = self.material.phrases.pool(*slot)
        drawn = (self.dice.pick(".".join(slot), pool, again=again) for again in range(len(pool)))
        # A mark to fill speaks to the author, whatever they say to their readers.
        is_mark = slot[0] in _MARKS
        drawn = (phrase for phrase in drawn if is_mark or self._holds(phrase))
        blocks = [filled(phrase, known) for phrase in drawn if can_fill(phrase, known)]
        hand = self.material.hand
        if hand is not None:
            blocks = hand.by_likeness([(block.text, block) for block in blocks])
        turned = self._turned(blocks)
        return blocks[turned:] + blocks[:turned]

    def _holds(self, phrase: str) -> bool:
        """Tell whether a phrase says "you" as its author does, and points at no lost link."""
        material = self.material
        if _KIND_AND_TITLE.search(phrase) and material.kind in (material.title or "").casefold():
            return False  # "l'entretien « … : entretien avec … »"
        is_linked = material.content.url is not None
        return material.addresses(phrase) and (is_linked or not _A_LINK.search(phrase))

    def _turned(self, blocks: Sequence[Block]) -> int:
        """Return how far the likest wording is passed over: a revision or variant takes another."""
        return self.dice.turn % len(blocks) if blocks and self.material.hand is not None else 0

    def _is_said(self, said: str) -> bool:
        nugget = self.standing.get("nugget")
        spoken = typeset(said, self.material.content.language).casefold()
        return nugget is not None and nugget.text.strip("«»“”\u00a0").casefold() in spoken

    def claiming(self, *slot: str, claim: Claim) -> Iterator[Block]:
        """Yield a slot's phrases around a told sentence.

        One with a colon gets no second one, and one that opens with "selon" no other "selon".
        """
        has_colon = _COLON.search(claim.text) is not None
        for block in self.blocks(*slot, fields=claiming_fields(claim, self.material)):
            opens_alike = _first_word(block.text) == _first_word(claim.text)
            if not opens_alike and not (has_colon and ":" in block.connecting):
                yield block

    def citing(self, *slot: str, citation: Citation) -> Iterator[Block]:
        """Yield a slot's phrases around a quotation."""
        return self.blocks(*slot, fields=citing_fields(citation, self.material))


def _first_word(text: str) -> str:
    found = re.match(r"\W*(\w+)", text)
    return found[1].casefold() if found else ""
