"""The catalogue as the recommender computes with it: built once, never changed, safe to share."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from domain.content import ContentItem
from domain.language import Language
from recommender.kind_vectors import kinds_of
from recommender.kinds import KINDS
from recommender.lexical import LexicalIndex
from recommender.nearest import Nearest, nearest_in
from recommender.reading import Reader, Reading
from recommender.turns import Numbers, numbers_of
from recommender.vectors import Doubles, Floats, Mask, Rows, unpack

Instants = npt.NDArray[np.int64]

LANGUAGES: Final = tuple(Language)
NEVER: Final = np.iinfo(np.int64).max
ALWAYS: Final = np.iinfo(np.int64).min

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
# An encoder pools the passages of a long text; what is longer still repeats itself.
_EMBEDDED: Final = 20_000


def text_to_embed(item: ContentItem) -> str:
    """Return what of an item is embedded: its title, its summary and its text."""
    return "\n".join((item.title, item.summary or "", item.text[:_EMBEDDED]))


def instant(moment: datetime | None, *, otherwise: int) -> int:
    """Return a time in whole microseconds, which compare exactly."""
    return otherwise if moment is None else (moment - _EPOCH) // _MICROSECOND


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything about the catalogue that is not about a person.

    Row i of every array is about `items[i]`; items stand in the order of their ids, so that
    nothing depends on the order in which they came. `kinds` are shares in the order of KINDS.
    Times are microseconds since 1970; `published` is ALWAYS where nobody knows. `numbers` stand
    for the ids where turns are drawn. `encoder` is the
    fingerprint of what made the vectors, empty where it does not matter. `orders` keeps the rows by
    how well their kinds fit a type or an objective, once somebody asked: there are seven. So does
    `given_away` the rows that give away a subject of `avoided.toml`, by its number.
    """

    items: tuple[ContentItem, ...]
    rows: Mapping[str, int]
    matrix: Floats
    known: Mask
    near: Nearest
    readings: tuple[Reading, ...]
    words: LexicalIndex
    kinds: Doubles
    languages: npt.NDArray[np.int8]
    published: Instants
    newest: Rows
    opens: Instants
    closes: Instants
    numbers: Numbers
    encoder: str = ""
    orders: dict[bytes, Rows] = field(default_factory=dict, repr=False, compare=False)
    given_away: dict[int, Mask] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        items: Sequence[ContentItem],
        vectors: Mapping[str, bytes],
        *,
        dimension: int,
        encoder: str = "",
    ) -> Self:
        """Build the view; an item without a vector is still found by its words and its date."""
        reader = Reader()
        readings = {item.content_id: reader.read(item) for item in items}
        return cls.empty(dimension, encoder).updated(items, vectors, readings)

    @classmethod
    def empty(cls, dimension: int, encoder: str = "") -> Self:
        """Return the view of a catalogue without content; `encoder` is a fingerprint."""
        nothing = np.zeros((0, dimension), np.float32), np.zeros((0, len(KINDS)))
        return cls._arranged([], *nothing, [], encoder)

    def updated(
        self,
        items: Sequence[ContentItem],
        vectors: Mapping[str, bytes],
        readings: Mapping[str, Reading],
        *,
        gone: Collection[str] = (),
    ) -> Self:
        """Return the view with these items added or replaced, and those that are `gone` left out.

        Only what came is read and unpacked; what was there is carried over.
        """
        coming = {item.content_id: item for item in items}
        kept = [row for name, row in self.rows.items() if name not in coming and name not in gone]
        names = list(coming)
        fresh = unpack([vectors.get(name, b"") for name in names], self.matrix.shape[1])
        together = [self.items[row] for row in kept] + [coming[name] for name in names]
        order = sorted(range(len(together)), key=lambda place: together[place].content_id)
        coming_readings = [readings[name] for name in names]
        read = [self.readings[row] for row in kept] + coming_readings
        kinds = kinds_of(coming_readings, fresh, self.encoder)
        return self._arranged(
            [together[place] for place in order],
            np.concatenate([self.matrix[kept], fresh])[order],
            np.concatenate([self.kinds[kept], kinds])[order],
            [read[place] for place in order],
            self.encoder,
        )

    @classmethod
    def _arranged(
        cls,
        ordered: Sequence[ContentItem],
        matrix: Floats,
        kinds: Doubles,
        readings: Sequence[Reading],
        encoder: str,
    ) -> Self:
        published = _instants([item.published_at for item in ordered], ALWAYS)
        return cls(
            items=tuple(ordered),
            rows={item.content_id: row for row, item in enumerate(ordered)},
            matrix=matrix,
            known=np.asarray(matrix.any(axis=1)),
            near=nearest_in(matrix),
            readings=tuple(readings),
            words=LexicalIndex.of(readings),
            kinds=kinds,
            languages=np.array([LANGUAGES.index(item.language) for item in ordered], np.int8),
            published=published,
            newest=np.argsort(-published.astype(np.float64), kind="stable"),
            opens=_instants([item.embargo_until for item in ordered], ALWAYS),
            closes=_instants([item.expires_at for item in ordered], NEVER),
            numbers=numbers_of([item.content_id for item in ordered]),
            encoder=encoder,
        )

    @property
    def size(self) -> int:
        """Return the number of items."""
        return len(self.items)

    def vectors(self) -> dict[str, bytes]:
        """Return the vectors as they travel, by content id."""
        return {name: self.matrix[row].tobytes() for name, row in self.rows.items()}

    def live(self, now: datetime) -> Mask:
        """Tell which items are past their embargo and before their expiry."""
        present = instant(now, otherwise=ALWAYS)
        live: Mask = (self.opens <= present) & (present < self.closes)
        return live


def _instants(moments: Sequence[datetime | None], otherwise: int) -> Instants:
    return np.array([instant(moment, otherwise=otherwise) for moment in moments], np.int64)
