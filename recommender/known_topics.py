"""Topics as one catalogue sees them: read, embedded and placed once, not with every request.

Colleagues care about the same few dozen topics. What is kept is the topic, never who asked, and
not for long: a running service has all forgotten a second after any commit, so after any erasure,
and every minute.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from domain.ports import Encoder
from recommender.background import Background
from recommender.fields import fields_of
from recommender.subjects import Topic, read_topic
from recommender.vectors import Doubles, Floats, unpack

_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """A topic, its vector, the same with the words it is told in, and how near texts stand."""

    topic: Topic
    vector: Floats
    wide: Floats
    usual: Doubles


@dataclass(frozen=True, slots=True)
class KnownTopics:
    """Reads topics by one encoder, before one background; safe to share between threads."""

    encoder: Encoder
    background: Background
    _known: dict[str, KnownTopic] = field(default_factory=dict)

    def read(self, names: Sequence[str]) -> list[KnownTopic]:
        """Return the topics that name anything, in their order."""
        found = {name: self._known.get(name) for name in names}
        missing = [name for name, known in found.items() if known is None]
        if missing:
            if len(self._known) + len(missing) > _MOST:
                self.forget()
            read = self._read(missing)
            self._known.update(read)
            found |= read
        return [known for name in names if (known := found[name]) and known.topic.ways]

    def forget(self) -> None:
        """Remember none."""
        self._known.clear()

    def _read(self, names: Sequence[str]) -> dict[str, KnownTopic]:
        topics = [read_topic(name) for name in names]
        encoded = self.encoder.encode([topic.name for topic in topics])
        vectors = unpack(encoded, self.encoder.dimension)
        wide = fields_of(self.encoder).widened(topics, vectors)
        usual = self.background.usual(wide)
        return {
            name: KnownTopic(topic, vectors[at], wide[at], usual[at])
            for at, (name, topic) in enumerate(zip(names, topics, strict=True))
        }
