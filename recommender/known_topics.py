"""Topics as one catalogue sees them: read, embedded and placed once, not with every request.

Colleagues care about the same few dozen topics. What is kept is the topic, never who asked, and
not for long: a running service has all forgotten a second after any commit, so after any erasure,
and every minute.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from domain.language import Language
from domain.ports import Encoder
from recommender.background import Background
from recommender.fields import fields_of
from recommender.lexical import LexicalIndex, Worded
from recommender.subjects import Topic, read_topic
from recommender.vectors import Doubles, Floats, best, unpack

_MOST: Final = 500
# Of all topics together, 32 MB.
_MOST_ROWS: Final = 2_000_000
# Up to so many texts all are compared with a topic once, not some of them with every request.
_ALL_COMPARED: Final = 15_000
_MOST_COMPARED: Final = 8_000_000
# What a core keeps near is read once for all topics.
_BLOCK: Final = 128


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """A topic, its vector, the same with the words it is told in, and how near texts stand.

    `worded` says which texts name it.
    """

    topic: Topic
    vector: Floats
    wide: Floats
    usual: Doubles
    worded: Worded


@dataclass(frozen=True, slots=True)
class KnownTopics:
    """Reads topics by one encoder, before one background; safe to share between threads.

    `words` and `matrix` are those of the same catalogue.
    """

    encoder: Encoder
    background: Background
    words: LexicalIndex = field(default_factory=lambda: LexicalIndex.of(()))
    matrix: Floats | None = None
    _known: dict[str, KnownTopic] = field(default_factory=dict)
    _compared: dict[str, Floats] = field(default_factory=dict)
    _usual_of_fields: list[Doubles] = field(default_factory=list)

    def read(self, names: Sequence[str]) -> list[KnownTopic]:
        """Return the topics that name anything, in their order."""
        found = {name: self._known.get(name) for name in names}
        missing = [name for name, known in found.items() if known is None]
        if missing:
            read = self._read(missing)
            if not self._has_room(read):
                self.forget()
            self._known.update(read)
            found |= read
        return [known for name in names if (known := found[name]) and known.topic.ways]

    def _has_room(self, read: Mapping[str, KnownTopic]) -> bool:
        rows = sum(len(one.worded.rows) for one in (*tuple(self._known.values()), *read.values()))
        return len(self._known) + len(read) <= _MOST and rows <= _MOST_ROWS

    def nearness(self, read: Sequence[KnownTopic]) -> tuple[Floats, ...] | None:
        """Return how near every text is to the words that each topic is told in.

        None where there are too many texts to keep that of each.
        """
        if self.matrix is None or len(self.matrix) > _ALL_COMPARED:
            return None
        found = {one.topic.name: self._compared.get(one.topic.name) for one in read}
        missing = {one.topic.name: one for one in read if found[one.topic.name] is None}
        if missing:
            compared = self._compare(self.matrix, tuple(missing.values()))
            if (len(self._compared) + len(compared)) * len(self.matrix) > _MOST_COMPARED:
                self._compared.clear()
            self._compared.update(compared)
            found |= compared
        return tuple(near for one in read if (near := found[one.topic.name]) is not None)

    def _compare(self, matrix: Floats, topics: Sequence[KnownTopic]) -> dict[str, Floats]:
        near = np.zeros((len(topics), len(matrix)), np.float32)
        for start in range(0, len(matrix), _BLOCK):
            block = matrix[start : start + _BLOCK]
            # One by one: with which others a topic is asked changes no digit of it.
            for one, row in zip(topics, near, strict=True):
                row[start : start + _BLOCK] = block @ one.wide
        return {one.topic.name: row.copy() for one, row in zip(topics, near, strict=True)}

    def forget(self) -> None:
        """Remember none."""
        self._known.clear()
        self._compared.clear()

    def likest_fields(self, vector: Floats, written: int, said_in: Language, k: int) -> list[str]:
        """Return how the k fields that a content stands out on most are called in a language.

        `written` is the number of the content's own language.
        """
        fields = fields_of(self.encoder)
        if not self._usual_of_fields:
            # Of no person: the fields are the same for everybody.
            self._usual_of_fields.append(self.background.usual(fields.told))
        likeness = vector[None] @ fields.told.T
        standing, told = self.background.standing(
            likeness, self._usual_of_fields[0], np.array([written], np.int8)
        )
        order = best((standing if told.all() else likeness)[0], k)
        return [fields.called[said_in][field_] for field_ in order]

    def _read(self, names: Sequence[str]) -> dict[str, KnownTopic]:
        topics = [read_topic(name) for name in names]
        encoded = self.encoder.encode([topic.name for topic in topics])
        vectors = unpack(encoded, self.encoder.dimension)
        wide = fields_of(self.encoder).widened(topics, vectors)
        usual = self.background.usual(wide)
        return {
            name: KnownTopic(topic, vectors[at], wide[at], usual[at], self.words.worded(topic))
            for at, (name, topic) in enumerate(zip(names, topics, strict=True))
        }
