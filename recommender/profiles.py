"""What is known of an ambassador, turned into what can be compared with content."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.people import Ambassador, ProfileMix
from domain.ports import Encoder
from recommender.fields import fields_of
from recommender.kinds import TYPES
from recommender.pooling import encode_contents
from recommender.subjects import Topic, read_topic
from recommender.vectors import Doubles, Floats, unpack
from recommender.words import words_of

# The newest posts say what somebody cares about now; their beginnings say what they are about.
_POSTS: Final = 10
_BEGINNING: Final = 1000


@dataclass(frozen=True, slots=True)
class Interests:
    """An ambassador as the ranking sees them; it holds nothing a text can be read from.

    `topic_vectors` and `post_vectors` have a row per topic and per post, `wide_vectors` one per
    topic with the words it is told in; `mix` holds shares in the order of TYPES, all zero for
    somebody who declared no profile type.
    """

    topics: tuple[Topic, ...]
    topic_vectors: Floats
    wide_vectors: Floats
    post_vectors: Floats
    mix: Doubles

    @property
    def centres(self) -> tuple[Floats, ...]:
        """Return what to search for, as unit vectors: topics together, and posts together."""
        sums = (group.sum(axis=0) for group in (self.wide_vectors, self.post_vectors))
        lengths = ((centre, np.linalg.norm(centre)) for centre in sums)
        return tuple(centre / length for centre, length in lengths if length > 0)


def read_interests(ambassador: Ambassador, encoder: Encoder) -> Interests:
    """Read topics, posts and profile; what has no words is left out."""
    topics = tuple(topic for topic in map(read_topic, ambassador.topics) if topic.ways)
    posts = [post[:_BEGINNING] for post in ambassador.posts if words_of(post)][:_POSTS]
    topic_vectors = _vectors(encoder, encoder.encode([topic.name for topic in topics]))
    return Interests(
        topics=topics,
        topic_vectors=topic_vectors,
        wide_vectors=fields_of(encoder).widened(topics, topic_vectors),
        post_vectors=_vectors(encoder, encode_contents(encoder, posts)),
        mix=_shares(ambassador.profile),
    )


def _vectors(encoder: Encoder, encoded: Sequence[bytes]) -> Floats:
    return unpack(encoded, encoder.dimension)


def _shares(profile: ProfileMix | None) -> Doubles:
    return np.array([profile.share(kind) if profile else 0.0 for kind in TYPES])
