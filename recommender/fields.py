"""The words a subject is told in: what a topic is compared with, beside its own name.

"Cybersecurity" is seldom written in a text about a ransom. The fields of `fields.toml` say which
words such texts use, in both languages, so a topic is also found where its name is not. They
only ever bring texts nearer: what is ruled out is ruled out by name (`subjects.py`).
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from typing import Any, Final, Self

import numpy as np

from domain.language import Language
from domain.ports import Encoder
from recommender.subjects import Topic, Way, read_topic
from recommender.vectors import Doubles, Floats, Rows, best, unpack

# One name in five is as near as this to a name of another field: nearer is kinship.
_KINSHIP: Final = 0.8
# A topic is looked for under so many fields at most.
_MOST: Final = 4
# The field counts as much as the topic's own name.
_SHARE: Final = 1.0
_CODES: Final = tuple(language.value for language in Language)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields as one encoder sees them: `names` and `owners` a row per name, `told` per field.

    `kinship` is the similarity from which a topic is kin to a field that does not name it. `ways`
    holds every way of naming a field with its field, under one of the way's own words; `called` is
    what each field is usually called.
    """

    ways: Mapping[str, Sequence[tuple[Way, int]]]
    names: Floats
    owners: Rows
    told: Floats
    kinship: float
    called: Mapping[Language, Sequence[str]]

    @classmethod
    def of(cls, encoder: Encoder) -> Self:
        """Read the fields and embed them."""
        fields = _read()
        said = [(at, name) for at, each in enumerate(fields) for name in _names(each)]
        owners = np.array([at for at, _ in said], np.intp)
        names = unpack(encoder.encode([name for _, name in said]), encoder.dimension)
        words = [
            unpack(encoder.encode([f[one] for f in fields]), encoder.dimension) for one in _CODES
        ]
        alike = np.where(owners[:, None] == owners, -1.0, names @ names.T).max(axis=1)
        return cls(
            ways=_by_word(said),
            names=names,
            owners=owners,
            told=_unit(words[0] + words[1]),
            kinship=float(np.quantile(alike, _KINSHIP)),
            called={one: tuple(f["names"][one.value][0] for f in fields) for one in Language},
        )

    def widened(self, topics: Sequence[Topic], vectors: Floats) -> Floats:
        """Return the topics' vectors, each drawn towards the words its fields are told in."""
        if not topics:
            return vectors
        alike = vectors @ self.names.T
        shares = [self._shares(topic, row) for topic, row in zip(topics, alike, strict=True)]
        pulled = _unit(np.stack(shares).astype(np.float32) @ self.told)
        return _unit(vectors + _SHARE * pulled)

    def _shares(self, topic: Topic, likeness: Floats) -> Doubles:
        """Return how much each field is the topic's: 1 where it names it, else by likeness."""
        shares = np.zeros(len(self.told))
        for name in best(likeness, _MOST):
            if likeness[name] >= self.kinship:
                owner = self.owners[name]
                shares[owner] = max(shares[owner], float(likeness[name]))
        for way in topic.ways:
            for named, owner in chain.from_iterable(self.ways.get(word, ()) for word in way):
                if named <= way:
                    shares[owner] = 1.0
        return shares


_embedded: dict[str, Fields] = {}


def fields_of(encoder: Encoder) -> Fields:
    """Return the fields as an encoder sees them, embedded once per process."""
    found = _embedded.get(encoder.fingerprint)
    if found is None:
        found = _embedded[encoder.fingerprint] = Fields.of(encoder)
    return found


def _read() -> list[dict[str, Any]]:
    text = files("recommender").joinpath("fields.toml").read_text(encoding="utf-8")
    fields: list[dict[str, Any]] = tomllib.loads(text)["fields"]
    return fields


def _names(field: dict[str, Any]) -> list[str]:
    return [name for code in _CODES for name in field["names"][code]]


def _by_word(said: Sequence[tuple[int, str]]) -> Mapping[str, Sequence[tuple[Way, int]]]:
    ways: dict[str, list[tuple[Way, int]]] = {}
    for owner, name in said:
        for way in read_topic(name).ways:
            ways.setdefault(min(way), []).append((way, owner))
    return ways


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return unit
