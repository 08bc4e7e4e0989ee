"""A model's weights: made by `training/`, checked by digest, read when first asked for.

A file holds one row of small whole numbers per thing a passage can show, with one column per
scorer: rows for stems and for ideas, found by hash, and rows for the meaning of words, found by
the word. A word's row is worked out once and kept.
"""

import hashlib
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import add
from pathlib import Path
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict

from domain.language import Language
from guardrails.learned.showing import RespectShows, RulesShow, Shows
from guardrails.learned.tokens import Token

FOLDER = Path(__file__).parent
Kind = Literal["rules", "respect"]
SHOWS: Mapping[Kind, Shows] = {"rules": RulesShow(), "respect": RespectShows()}
Row = tuple[float, ...]
_MOST_KEPT, _LONGEST_KEPT = 32_768, 24


class Card(BaseModel):
    """What a file of weights is: its parts, how it was made, and how it was measured.

    `thresholds` are per scorer and per share of clean sentences that may reach them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    made_by: str
    trained_on: str
    licence: str
    encoder: str
    scorers: tuple[str, ...]
    biases: tuple[float, ...]
    thresholds: Mapping[str, Mapping[str, float]]
    stems: int
    ideas: int
    words: int
    scales: Mapping[Literal["stems", "ideas", "meaning"], tuple[float, ...]]
    held_out: Mapping[str, Mapping[str, float]]
    sha256: str


class Word(NamedTuple):
    """What one word adds: by its letters, by its meaning, and the power of that meaning."""

    stems: Row
    meaning: Row
    power: float


@dataclass(frozen=True, slots=True)
class Model:
    """The scorers of one kind. Raises ValueError at reading a file the card does not name."""

    shows: Shows
    card: Card
    stems: "array[int]"
    ideas: "array[int]"
    meaning: "array[int]"
    powers: "array[float]"
    places: Mapping[int, int]
    _words: dict[tuple[Token, Language], Word] = field(default_factory=dict)
    _whole: dict[str, Row] = field(default_factory=dict)

    @classmethod
    def read(cls, kind: Kind, folder: Path = FOLDER) -> Self:
        """Read a model from its folder."""
        card = Card.model_validate_json((folder / f"{kind}.json").read_bytes())
        packed = (folder / f"{kind}.weights").read_bytes()
        if hashlib.sha256(packed).hexdigest() != card.sha256:
            raise ValueError(f"{kind}.weights is not the file {kind}.json names: train it again")
        content, width = zlib.decompress(packed), len(card.scorers)
        cuts = _cuts(card.stems * width, card.ideas * width, card.words * width, card.words * 4)
        stems, ideas, meaning, powers, keys = (content[start:end] for start, end in cuts)
        places = {key: at for at, key in enumerate(_numbers("I", keys))}
        return cls(
            SHOWS[kind], card, array("b", stems), array("b", ideas), array("b", meaning),
            array("f", powers), places,
        )  # fmt: skip

    def word(self, token: Token, language: Language) -> Word:
        """Return what a word adds to each score."""
        known = self._words.get((token, language))
        if known is None:
            known = self._worked_out(token, language)
            if len(self._words) < _MOST_KEPT and len(token.word) <= _LONGEST_KEPT:
                self._words[token, language] = known
        return known

    def whole(self, shown: Sequence[str]) -> list[float]:
        """Return what a passage adds to each score by what it shows as a whole."""
        total = self.nothing()
        for name in shown:
            row = self._whole.get(name)
            if row is None:
                row = self._row("ideas", self.ideas, place(name, self.card.ideas))
                if len(self._whole) < _MOST_KEPT:
                    self._whole[name] = row
            total = list(map(add, total, row))
        return total

    def nothing(self) -> list[float]:
        """Return a score of nothing for each scorer."""
        return [0.0] * len(self.card.scorers)

    def _worked_out(self, token: Token, language: Language) -> Word:
        stems = self.nothing()
        for name, weight in self.shows.of_word(token, language):
            row = self._row("stems", self.stems, place(name, self.card.stems))
            stems = [total + weight * value for total, value in zip(stems, row, strict=True)]
        meaning = self.shows.meaning(token)
        at = self.places.get(digest(meaning)) if meaning else None
        if at is None:
            return Word(tuple(stems), tuple(self.nothing()), 0.0)
        return Word(tuple(stems), self._row("meaning", self.meaning, at), self.powers[at])

    def _row(self, part: Literal["stems", "ideas", "meaning"], table: "array[int]", at: int) -> Row:
        width = len(self.card.scorers)
        values = table[at * width : (at + 1) * width]
        return tuple(map(float.__mul__, self.card.scales[part], map(float, values)))


def place(name: str, rows: int) -> int:
    """Return the row of a thing shown."""
    return digest(name) % rows


def digest(name: str) -> int:
    """Return the number a name is known by."""
    return zlib.crc32(name.encode(errors="replace"))


@cache
def model(kind: Kind) -> Model:
    """Read a model once.

    Raises FileNotFoundError when it was not installed, ValueError when it is another file.
    """
    return Model.read(kind)


@cache
def is_installed(kind: Kind) -> bool:
    """Tell whether a model is at hand; without it its checks find nothing."""
    return (FOLDER / f"{kind}.json").is_file()


def _cuts(*sizes: int) -> Iterator[tuple[int, int | None]]:
    start = 0
    for size in sizes:
        yield start, start + size
        start += size
    yield start, None


def _numbers(code: Literal["I"], content: bytes) -> "array[int]":
    numbers = array(code)
    numbers.frombytes(content)
    return numbers
