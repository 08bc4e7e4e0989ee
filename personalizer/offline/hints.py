"""What a mark to fill asks for: one thing, or one of a few that its author may choose from."""

from collections.abc import Sequence
from typing import Final

from domain.language import Language
from domain.placeholders import placeholder
from personalizer.clauses import word_count
from personalizer.offline.blocks import BREAK, Block
from personalizer.offline.typography import typeset
from personalizer.offline.wording import Wording

_OR: Final = {Language.FRENCH: "ou", Language.ENGLISH: "or"}


def some_hints(hints: Sequence[str], at: int, count: int, wording: Wording) -> list[str]:
    """Return up to `count` hints, that at `at` and the draft's own draw, the shortest first.

    "To complete" stands before it, and the first word of the next hint may be anybody's.
    """
    drawn, rest = [hints[at]], _others(hints[at], [*hints[at + 1 :], *hints[:at]], wording)
    while rest and len(drawn) < count:
        drawn.append(wording.dice.pick(f"hint {len(drawn)}", rest))
        rest = _others(drawn[-1], rest, wording)
    shortest = min(drawn, key=word_count)
    # Two colleagues who draw the same ones are not to ask for them in the same order.
    return [shortest, *(one for one in drawn if one != shortest)]


def mark(hints: Sequence[str], language: Language, *, reminder: str | None = None) -> str:
    """Return the mark to fill that asks for one of these; a `reminder` stands behind them."""
    *before, last = hints
    asked = f"{', '.join(before)} {_OR[language]} {last}" if before else last
    if reminder is not None:
        asked = f"{asked} {reminder}"
    return placeholder(typeset(asked, language), language)


def marked_by(hints: Sequence[Block], language: Language, reminder: Block | None = None) -> Block:
    """Return the same of blocks: its first and last words may be a colleague's as well."""
    behind = None if reminder is None else reminder.text
    text = mark([hint.text for hint in hints], language, reminder=behind)
    whole = [*hints, *([] if reminder is None else [reminder])]
    said = [hint.connecting for hint in (whole[0], *whole[1:][-1:])]
    return Block(text, mark([BREAK.join(said)], language))


def _others(hint: str, hints: Sequence[str], wording: Wording) -> list[str]:
    """Return the hints that may stand beside one: two do not point at the same words."""
    nugget = wording.standing.get("nugget")
    pointed_at = nugget.text if nugget is not None and nugget.text in hint else None
    return [one for one in hints if one != hint and (pointed_at is None or pointed_at not in one)]
