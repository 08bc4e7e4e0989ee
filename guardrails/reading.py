"""A draft as the checks read it: as sent, and folded so that a disguise hides nothing.

Folding undoes what readers do not see (zero-width characters, full-width and mathematical
letters, look-alike letters of other alphabets, decomposed accents) and what does not matter
(case, the kind of space, of quotation mark and of dash). Every folded character knows which
characters of the original it came from, so that a finding points into the text as sent.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from string import ascii_lowercase, digits
from typing import TypeVar, cast

from domain.drafts import Draft
from domain.language import Language
from domain.review import Span
from domain.segmentation import sentence_bounds
from guardrails.characters import (
    CLOSER_LOOK,
    ONE_TO_ONE,
    OneToOne,
    fold_cluster,
    goes_with_the_letter,
)

View = TypeVar("View")

PossibleIn = Callable[[Iterable[str]], Mapping[int, Sequence[str]]]
"""Tells by list which of its phrases a text with these tokens may hold."""

_WORD = re.compile(r"[^\W_]+")
# Many times faster than a pattern: each byte that is no small letter or digit turned to a space.
# With more marks it is no longer a letter of any language, and NFC turns quadratic.
_MOST_MARKS = 8
_ASCII = bytes(range(128))
_PLAIN = bytes(code if chr(code) in ascii_lowercase + digits else 32 for code in range(256))


@dataclass(frozen=True)
class Folded:
    """A folded text; `starts[i]` and `ends[i]` bound what its character i stands for.

    `odd` are the places of the original that are not read character by character: each with the
    characters it is read as, its start and its end; `length` is the original's. `possible_in`
    tells which phrases of a list a text with these tokens may hold.
    """

    text: str
    odd: tuple[tuple[int, int, int], ...]
    length: int
    possible_in: PossibleIn | None = field(default=None, compare=False, repr=False)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where in the original the place of each character begins."""
        if not self.odd:
            return range(self.length)
        starts: list[int] = []
        position = 0
        for count, start, end in self.odd:
            starts += range(position, start)
            starts += [start] * count
            position = end
        starts += range(position, self.length)
        return tuple(starts)

    @cached_property
    def ends(self) -> Sequence[int]:
        """Where in the original the place of each character ends."""
        if not self.odd:
            return range(1, self.length + 1)
        ends: list[int] = []
        position = 0
        for count, start, end in self.odd:
            ends += range(position + 1, start + 1)
            ends += [end] * count
            position = end
        ends += range(position + 1, self.length + 1)
        return tuple(ends)

    @cached_property
    def tokens(self) -> list[str]:
        """Its runs of plain letters and digits, in order."""
        written = self.text.encode("ascii", errors="replace")
        return written.translate(_PLAIN).decode("ascii").split()

    @cached_property
    def is_plain(self) -> bool:
        """Tell whether it has no letter or digit beyond the plain ones, as its tokens are."""
        if self.text.isascii():
            return True
        others = self.text.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8")
        return not any(map(str.isalnum, others))

    @property
    def words(self) -> list[str]:
        """Its runs of letters and digits of any alphabet, in order."""
        # Without a capital, as folding leaves it, a plain text has no others than its tokens.
        return self.tokens if self.is_plain else _WORD.findall(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each of its words, once."""
        return self.once if self.is_plain else frozenset(self.words)

    @cached_property
    def once(self) -> frozenset[str]:
        """Each of its tokens, once."""
        return frozenset(self.tokens)

    @cached_property
    def marks(self) -> frozenset[str]:
        """Its tokens, and each two that stand one right behind the other, with a space between."""
        return self.once.union(map(" ".join, pairwise(self.tokens)))

    @cached_property
    def possible(self) -> Mapping[int, Sequence[str]]:
        """Which phrases of a list may stand in it, for the lists that are known."""
        return self.possible_in(self.once) if self.possible_in else {}

    def span(self, start: int, end: int) -> Span:
        """Return the place in the original of the folded characters from start up to end."""
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True)
class Reading:
    """One draft, with every view of it that more than one check needs, each computed once.

    `possible_in` tells which phrases of a list a bare folded text with these tokens may hold.
    """

    draft: Draft
    possible_in: PossibleIn | None = None

    @cached_property
    def text(self) -> str:
        """The characters as sent."""
        return self.draft.text

    @cached_property
    def language(self) -> Language:
        """The language the draft says it is in."""
        return self.draft.language

    @cached_property
    def folded(self) -> Folded:
        """The text in lower case with accents kept."""
        return fold(self.text, accents=True)

    @cached_property
    def bare(self) -> Folded:
        """The text in lower case without accents."""
        bare = fold(self.text, accents=False)
        return replace(bare, possible_in=self.possible_in)

    @cached_property
    def word_starts(self) -> Sequence[int]:
        """Where each word of the bare folded text begins, in order."""
        return [*map(re.Match.start, _WORD.finditer(self.bare.text))]

    @property
    def vocabulary(self) -> frozenset[str]:
        """Each word of the bare folded text, once."""
        return self.bare.vocabulary

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence of the text as sent stands."""
        return tuple(Span(start, end) for start, end in sentence_bounds(self.text))

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds an offset, or the nearest one before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def view(self, kind: Callable[["Reading"], View]) -> View:
        """Return the one view of this kind, made when a check first asks for it."""
        if kind not in self._views:
            self._views[kind] = kind(self)
        return cast("View", self._views[kind])

    def keep(self, kind: Callable[["Reading"], View], view: View) -> None:
        """Take a view of it from whoever has made it already."""
        self._views.setdefault(kind, view)

    @cached_property
    def _views(self) -> dict[object, object]:
        return {}

    def slice(self, span: Span) -> str:
        """Return the characters as sent that a span covers."""
        return self.text[span.start : span.end]


def fold(text: str, *, accents: bool) -> Folded:
    """Fold a text, with or without its accents."""
    # Nearly every character is read as one character: those are folded all at once.
    plain = _folded_at_once(text, ONE_TO_ONE[accents])
    if CLOSER_LOOK not in plain:
        return Folded(plain, (), len(text))
    pieces: list[str] = []
    odd: list[tuple[int, int, int]] = []
    position = 0
    for place in _ODD.finditer(plain):
        # What combines does so with the character before it.
        first = max(position, place.start() - 1)
        pieces.append(plain[position:first])
        for cluster, start, end in _clusters(text, first, place.end()):
            folded = fold_cluster(cluster, accents)
            pieces.append(folded)
            odd.append((len(folded), start, end))
        position = place.end()
    pieces.append(plain[position:])
    return Folded("".join(pieces), tuple(odd), len(text))


def _folded_at_once(text: str, table: "OneToOne") -> str:
    if text.isascii():
        return text.translate(table)
    # Looking only at what is not plain ASCII is many times faster than `translate` on all of it.
    pieces = _UNPLAIN.split(text)
    pieces[1::2] = map(table.__getitem__, map(ord, pieces[1::2]))
    return "".join(pieces).lower()


@lru_cache(maxsize=64)
def bare_folded(text: str) -> Folded:
    """Fold a published text without its accents, and keep it: many checks compare with it."""
    return fold(text, accents=False)


def bare_text(text: str) -> str:
    """Return the characters of a published text so folded."""
    return bare_folded(text).text


def fold_term(term: str, *, accents: bool = False) -> str:
    """Fold a term of a list the way texts are folded, so that the two can be compared."""
    return " ".join(fold(term, accents=accents).text.split())


def _clusters(text: str, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """Yield each character with the combining marks that follow it."""
    while start < stop:
        end = start + 1
        while end < stop and end - start <= _MOST_MARKS and goes_with_the_letter(text[end]):
            end += 1
        yield text[start:end], start, end
        start = end


_UNPLAIN = re.compile(r"([^\n -_a-~])")  # a group, so that splitting keeps what it splits at
_ODD = re.compile(f"{CLOSER_LOOK}+")
