"""Blocks: the pieces a draft is joined from, and how many connecting words stand in a row.

What a block says of its own (a claim, a quotation, a name of the employer, a link) differs
between colleagues or may be shared; the connecting words around it may not run on for long.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

BREAK: Final = "\x00"
LONGEST_RUN: Final = 6

_FIELD: Final = re.compile(r"\{(\w+)\}")
_PREPOSITION: Final = re.compile(r"(?:d[’']|de |of )(?=[A-ZÀ-Þ])")
_WORD: Final = re.compile(r"\w+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Field:
    """What stands in a field of a phrase; `is_own` says that it ends a run of shared words."""

    text: str
    is_own: bool = True


@dataclass(frozen=True)
class Block:
    """A piece of a draft; `connecting` is the same with a break for what is its own."""

    text: str
    connecting: str

    @cached_property
    def runs(self) -> tuple[int, ...]:
        """How many connecting words stand before, between and behind what is its own."""
        return tuple(len(_WORD.findall(piece)) for piece in self.connecting.split(BREAK))

    @classmethod
    def own(cls, text: str) -> "Block":
        """Return a block that shares no word."""
        return cls(text, BREAK)

    def before(self, other: "Block") -> "Block":
        """Return a block that goes on with another one."""
        return Block(f"{self.text} {other.text}", f"{self.connecting} {other.connecting}")


def filled(phrase: str, fields: Mapping[str, Field]) -> Block:
    """Return a phrase with its fields filled."""
    text = _FIELD.sub(lambda match: fields[match[1]].text, phrase)
    if phrase.lstrip("(").startswith(("{nugget}", "{publisher}", "{employer}")):
        at = len(phrase) - len(phrase.lstrip("("))
        text = text[:at] + text[at : at + 1].upper() + text[at + 1 :]
    connecting = _FIELD.sub(lambda match: _shared(fields[match[1]]), phrase)
    return Block(text, connecting)


def _shared(field: Field) -> str:
    """Return what of a field colleagues may share: of "d’Ardemont", the preposition."""
    if not field.is_own:
        return field.text
    preposition = _PREPOSITION.match(field.text)
    return f"{preposition[0] if preposition else ''}{BREAK}"


def can_fill(phrase: str, fields: Mapping[str, Field]) -> bool:
    """Tell whether every field of a phrase is known."""
    return all(name in fields for name in _FIELD.findall(phrase))


def run_behind(run: int, block: Block) -> int | None:
    """Return how many connecting words a text ends in once a block follows such a run.

    None if a run would grow longer than colleagues may share.
    """
    first, *rest = block.runs
    if max(first + run, *rest, 0) > LONGEST_RUN:
        return None
    return rest[-1] if rest else first + run
