"""The catalogue as the recommender computes with it: built once, never changed, safe to share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from domain.content import ContentItem
from domain.language import Language
from recommender.kinds import KINDS
from recommender.lexical import LexicalIndex
from recommender.recognition import kind_shares
from recommender.vectors import Doubles, Floats, Mask, unpack
from recommender.words import Stems, compounds_of, words_of

Instants = npt.NDArray[np.int64]

LANGUAGES: Final = tuple(Language)
NEVER: Final = np.iinfo(np.int64).max
ALWAYS: Final = np.iinfo(np.int64).min

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
# What a model reads of a text at most, and where what it is about has been said.
_EMBEDDED: Final = 1500
# A word of the title or a tag says more of a text than a word of its body.
_HEADLINE: Final = 3


def text_to_embed(item: ContentItem) -> str:
    """Return what of an item is embedded: its title, its summary and how its text begins."""
    return "\n".join((item.title, item.summary or "", item.text[:_EMBEDDED]))


def instant(moment: datetime | None, *, otherwise: int) -> int:
    """Return a time in whole microseconds, which compare exactly."""
    return otherwise if moment is None else (moment - _EPOCH) // _MICROSECOND


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything about the catalogue that is not about a person.

    Row i of every array is about `items[i]`; items stand in the order of their ids, so that
    nothing depends on the order in which they came. `kinds` are shares in the order of KINDS.
    Times are microseconds since 1970; `published` is ALWAYS where nobody knows.
    """

    items: tuple[ContentItem, ...]
    rows: Mapping[str, int]
    matrix: Floats
    words: LexicalIndex
    kinds: Doubles
    languages: npt.NDArray[np.int8]
    published: Instants
    opens: Instants
    closes: Instants

    @classmethod
    def of(
        cls, items: Sequence[ContentItem], vectors: Mapping[str, bytes], *, dimension: int
    ) -> Self:
        """Build the view; an item without a vector is still found by its words and its date."""
        ordered = tuple(sorted(items, key=lambda item: item.content_id))
        documents, kinds = _read(ordered)
        return cls(
            items=ordered,
            rows={item.content_id: row for row, item in enumerate(ordered)},
            matrix=unpack([vectors.get(item.content_id, b"") for item in ordered], dimension),
            words=LexicalIndex.of(documents),
            kinds=kinds,
            languages=np.array([LANGUAGES.index(item.language) for item in ordered], np.int8),
            published=_instants([item.published_at for item in ordered], ALWAYS),
            opens=_instants([item.embargo_until for item in ordered], ALWAYS),
            closes=_instants([item.expires_at for item in ordered], NEVER),
        )

    @property
    def size(self) -> int:
        """Return the number of items."""
        return len(self.items)

    def live(self, now: datetime) -> Mask:
        """Tell which items are past their embargo and before their expiry."""
        present = instant(now, otherwise=ALWAYS)
        live: Mask = (self.opens <= present) & (present < self.closes)
        return live


def _instants(moments: Sequence[datetime | None], otherwise: int) -> Instants:
    return np.array([instant(moment, otherwise=otherwise) for moment in moments], np.int64)


def _read(items: Sequence[ContentItem]) -> tuple[list[list[str]], Doubles]:
    stems = {language: Stems(language) for language in Language}
    documents, kinds = [], np.zeros((len(items), len(KINDS)))
    for row, item in enumerate(items):
        key = stems[item.language].__getitem__
        headline = list(map(key, _headline(item)))
        body = list(map(key, words_of(f"{item.summary or ''}\n{item.text}")))
        joined = list(map(key, compounds_of(f"{item.title}\n{item.text}")))
        documents.append(headline * _HEADLINE + body + joined)
        kinds[row] = kind_shares(headline, body, item.language)
    return documents, kinds


def _headline(item: ContentItem) -> list[str]:
    return words_of("\n".join((item.title, *item.tags)))
