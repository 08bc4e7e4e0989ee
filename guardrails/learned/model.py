"""A model's weights: made by `training/`, checked by digest, read when first asked for.

A file holds one row of small whole numbers per thing a passage can show, with one column per
scorer: rows for stems and for ideas, found by hash, and rows for the meaning of words, found by
the word. A word's row is worked out once and kept, packed into one integer.
"""

import hashlib
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import add, mul
from pathlib import Path
from struct import Struct
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict

from domain.language import Language
from guardrails.learned.lanes import Lanes
from guardrails.learned.showing import Features, RespectShows, RulesShow, Shows
from guardrails.learned.tokens import Token

FOLDER = Path(__file__).parent
Kind = Literal["rules", "respect"]
Part = Literal["stems", "ideas", "meaning"]
SHOWS: Mapping[Kind, Shows] = {"rules": RulesShow(), "respect": RespectShows()}
_MOST_KEPT, _LONGEST_KEPT, _MOST_SHOWN = 32_768, 24, 8_192
_LOWEST = -128
_BYTES = 4  # of a value among pieces, which add up
_LIFTED = bytes((code + _LOWEST) % 256 for code in range(256))  # as far above the lowest as it is


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
    scales: Mapping[Part, tuple[float, ...]]
    held_out: Mapping[str, Mapping[str, float]]
    sha256: str


class Word(NamedTuple):
    """What one word adds: by its letters, by its meaning (rows), and the power of that meaning."""

    stems: int
    meaning: int
    power: float


@dataclass(frozen=True)
class Model:
    """The scorers of one kind. Raises ValueError at reading a file the card does not name.

    `biases` is a row of products; `lowest` are the limits below which no score matters. `kept` are
    the rows of single things shown, by name.
    """

    shows: Shows
    card: Card
    lanes: Lanes
    biases: int
    lowest: int
    stems: "array[int]"
    ideas: "array[int]"
    meaning: "array[int]"
    powers: "array[float]"
    places: Mapping[int, int]
    _words: dict[Language, "Words"] = field(default_factory=dict)

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
        lanes = Lanes.of(width)
        lowest = (min(card.thresholds[scorer].values()) for scorer in card.scorers)
        return cls(
            SHOWS[kind], card, lanes, lanes.products(card.biases), lanes.limits(lowest),
            array("b", stems), array("b", ideas), array("b", meaning), array("f", powers), places,
        )  # fmt: skip

    def words(self, language: Language) -> Mapping[Token, Word]:
        """Return what each word adds to each score in texts of a language."""
        if language not in self._words:
            self._words[language] = Words(self, language)
        return self._words[language]

    def whole(self, shown: Iterable[str]) -> int:
        """Return the row of what a passage adds by what it shows as a whole."""
        return sum(map(self.kept.__getitem__, shown))

    @cached_property
    def kept(self) -> "Kept":
        """The rows of single things shown, by name."""
        return Kept(self._of_shown)

    def _of_shown(self, name: str) -> int:
        return self._packed("ideas", self._row(self.ideas, place(name, self.card.ideas)))

    def worked_out(self, token: Token, language: Language) -> Word:
        """Work out what a word adds."""
        packed = self._packed("stems", self._stems(self.shows.of_word(token, language)))
        meaning = self.shows.meaning(token)
        at = self.places.get(digest(meaning)) if meaning else None
        if at is None:
            return Word(packed, 0, 0.0)
        return Word(packed, self._packed("meaning", self._row(self.meaning, at)), self.powers[at])

    def _stems(self, shown: Features) -> list[float]:
        """Add up the rows of what a word shows by its letters."""
        totals: list[float] = []
        for weight, names in shown.items():
            weighed = [weight * value for value in self.pieces.sums(names)]
            totals = list(map(add, totals, weighed)) if totals else weighed
        return totals

    @cached_property
    def pieces(self) -> "Pieces":
        """The rows of stems, and of pieces of words, by what they are called."""
        return Pieces(self.stems, self.lanes.count, self.card.stems)

    def _row(self, table: "array[int]", at: int) -> Sequence[int]:
        width = self.lanes.count
        return table[at * width : (at + 1) * width]

    def _packed(self, part: Part, row: Iterable[float]) -> int:
        return self.lanes.packed(map(mul, self.steps[part], row))

    @cached_property
    def steps(self) -> Mapping[Part, tuple[float, ...]]:
        """What one step of a table is worth in the lanes of each scorer."""
        return {part: self.lanes.steps(scales) for part, scales in self.card.scales.items()}


class Kept(dict[str, int]):
    """The rows of single things that passages show as a whole, worked out once."""

    def __init__(self, work_out: Callable[[str], int]) -> None:
        self._work_out = work_out

    def __missing__(self, name: str) -> int:
        row = self._work_out(name)
        # Words that follow each other are somebody's: only what shows one thing is kept.
        is_single = " " not in name and len(name) <= _LONGEST_KEPT
        if is_single and len(self) < _MOST_SHOWN:
            self[name] = row
        return row


class Pieces(dict[str, int]):
    """The rows of the stems and pieces met, each one integer: words share most of their pieces.

    A value stands in 32 bits, as far above the lowest one as it is.
    """

    def __init__(self, table: "array[int]", width: int, rows: int) -> None:
        self._rows, self._size = rows, width * _BYTES
        # A table is spread once: a row is cut out of it as it stands.
        lifted = table.tobytes().translate(_LIFTED)
        self._spread = bytearray(_BYTES * len(lifted))
        self._spread[::_BYTES] = lifted
        self._sum = Struct(f"<{width}I").unpack

    def __missing__(self, name: str) -> int:
        start = place(name, self._rows) * self._size
        row = int.from_bytes(self._spread[start : start + self._size], "little")
        if len(self) < _MOST_KEPT and len(name) <= _LONGEST_KEPT:
            self[name] = row
        return row

    def sums(self, names: Sequence[str]) -> list[int]:
        """Return the sum of these rows, column by column."""
        total = sum(map(self.__getitem__, names))
        below = _LOWEST * len(names)
        return [column + below for column in self._sum(total.to_bytes(self._size, "little"))]


class Words(dict[Token, Word]):
    """What each word met adds, worked out once."""

    def __init__(self, of: Model, language: Language) -> None:
        self._of, self._language = of, language

    def __missing__(self, token: Token) -> Word:
        alone = self._of.shows.alone(token)
        word = self[alone] if alone != token else self._of.worked_out(token, self._language)
        if len(self) < _MOST_KEPT and len(token.word) <= _LONGEST_KEPT:
            self[token] = word
        return word


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
