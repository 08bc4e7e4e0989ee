"""A text whose facts are read: bare for meaning, as sent where a capital makes the difference."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Self, TypeVar, cast

from domain.review import Span
from guardrails.facts.digits import digit_runs
from guardrails.facts.kept import Kept, view
from guardrails.reading import Folded, Reading, bare_folded, fold

View = TypeVar("View")

SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)|\n")
SENTENCE_BREAK: Final = re.compile(r"[.!?](?=\s)|\n")
"""Between two sentences: unlike an end, none stands where a text, or what is read of it, ends."""
STOP: Final = re.compile(r"[.!?](?=\s)|[\n;]")
"""Between two sentences, or two statements that only a semicolon joins."""
# A line break inside a paragraph: neither an empty line nor an item of a list follows.
# The line break first: the engine leaps from one to the next.
_WRAPPED = re.compile(r"\n(?<!\n\n)(?!\n|[ \t]*(?:[-*•>#]|\d+[.)/:]))")


@dataclass(frozen=True)
class Passage:
    """A text as sent and its bare folding; offsets are those of the folding."""

    original: str
    bare: Folded

    @classmethod
    def of(cls, text: str) -> Self:
        """Fold a text that is no draft: a source, a note; its wrapped lines go on."""
        return view(text, cls._unwrapped)

    @classmethod
    def published(cls, text: str) -> Self:
        """Fold a published text likewise; it is kept with what is read of it, as no note is."""
        kept_text = Kept(text)
        kept_text.keep(folding, bare_folded(text))
        return cls.of(kept_text)

    @classmethod
    def checked(cls, text: str) -> Self:
        """Take the passage whose facts a check of this text reads anyway, if there is one."""
        return cls.of(text)

    @classmethod
    def _unwrapped(cls, text: str) -> Self:
        bare = view(text, folding)
        unwrapped = _WRAPPED.sub(" ", bare.text)
        return cls(text, bare if unwrapped == bare.text else replace(bare, text=unwrapped))

    @classmethod
    def reading(cls, reading: Reading) -> Self:
        """Take the folding a reading already has."""
        return cls(reading.text, reading.bare)

    @cached_property
    def text(self) -> str:
        """The bare folded text."""
        return self.bare.text

    @cached_property
    def views(self) -> dict[object, object]:
        """What was read of it, by how it was."""
        return {}

    def view(self, kind: Callable[["Passage"], View]) -> View:
        """Return the one view of this kind, made when somebody first asks for it."""
        if kind not in self.views:
            self.views[kind] = kind(self)
        return cast("View", self.views[kind])

    @cached_property
    def digits(self) -> Sequence[int]:
        """Where each run of digits begins."""
        return digit_runs(self.text)

    def may_hold(self, words: frozenset[str]) -> bool:
        """Tell whether one of these plain words stands in it, whole, but for "_" around it."""
        return not words.isdisjoint(self.bare.once)

    def is_capital(self, offset: int) -> bool:
        """Tell whether a folded character was a capital as sent."""
        return self.original[self.bare.starts[offset]].isupper()

    def span(self, start: int, end: int) -> Span:
        """Return the place as sent."""
        return self.bare.span(start, end)


def folding(text: str) -> Folded:
    """Fold a text without its accents, its lines as they are."""
    return fold(text, accents=False)


def kept(reading: Reading) -> Kept:
    """Return the text of a reading, which keeps what is read of it for as long as it is asked."""
    text = Kept(reading.text)
    text.keep(folding, reading.bare)
    if Passage.of(text).bare is reading.bare:  # no line of it is wrapped: what is read is the same
        reading.keep(Passage.reading, Passage.of(text))
    text.keep(Passage.checked, reading.view(Passage.reading))
    return text
