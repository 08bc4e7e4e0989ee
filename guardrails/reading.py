"""A draft as the checks read it: as sent, and folded so that a disguise hides nothing.

Folding undoes what readers do not see (zero-width characters, full-width and mathematical
letters, look-alike letters of other alphabets, decomposed accents) and what does not matter
(case, the kind of space, of quotation mark and of dash). Every folded character knows which
characters of the original it came from, so that a finding points into the text as sent.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from domain.drafts import Draft
from domain.language import Language
from domain.review import Span
from domain.segmentation import sentence_bounds
from guardrails.lookalikes import LOOKALIKES


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts[i]` and `ends[i]` bound what its character i stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the original of the folded characters from start up to end."""
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True)
class Reading:
    """One draft, with every view of it that more than one check needs, each computed once."""

    draft: Draft

    @property
    def text(self) -> str:
        """The characters as sent."""
        return self.draft.text

    @property
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
        return fold(self.text, accents=False)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence of the text as sent stands."""
        return tuple(Span(start, end) for start, end in sentence_bounds(self.text))

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds an offset, or the nearest one before it."""
        starts = [sentence.start for sentence in self.sentences]
        return self.sentences[max(0, bisect_right(starts, offset) - 1)]

    def slice(self, span: Span) -> str:
        """Return the characters as sent that a span covers."""
        return self.text[span.start : span.end]


def fold(text: str, *, accents: bool) -> Folded:
    """Fold a text, with or without its accents."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster, start, end in _clusters(text):
        for character in _fold_cluster(cluster, accents):
            characters.append(character)
            starts.append(start)
            ends.append(end)
    return Folded("".join(characters), tuple(starts), tuple(ends))


def fold_term(term: str, *, accents: bool = False) -> str:
    """Fold a term of a list the way texts are folded, so that the two can be compared."""
    return " ".join(fold(term, accents=accents).text.split())


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each character with the combining marks that follow it."""
    start = 0
    while start < len(text):
        end = start + 1
        # Beyond 8 marks it is no longer a letter of any language, and NFC turns quadratic.
        while end < len(text) and end - start <= 8 and unicodedata.combining(text[end]):  # noqa: PLR2004 - see above
            end += 1
        yield text[start:end], start, end
        start = end


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str, accents: bool) -> str:  # noqa: FBT001 - private, and cached by position
    composed = unicodedata.normalize("NFKC", cluster)
    kept = "".join(LOOKALIKES.get(character, character) for character in composed)
    visible = "".join(
        c for c in kept if unicodedata.category(c) not in {"Cf", "Cc"} or c in "\n\t\r"
    )
    # Half of a surrogate pair is no character, and RE2 cannot read it.
    visible = visible.encode("utf-8", "replace").decode("utf-8")
    lowered = visible.casefold()
    if not accents:
        decomposed = unicodedata.normalize("NFD", lowered)
        lowered = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "".join(" " if c.isspace() and c != "\n" else c for c in lowered)
