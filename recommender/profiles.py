"""What is known of an ambassador, turned into what can be compared with content."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from domain.people import Ambassador, ProfileMix
from domain.ports import Encoder
from recommender.kinds import TYPES
from recommender.known_topics import KnownTopic, KnownTopics
from recommender.lexical import Worded
from recommender.pooling import encode_contents
from recommender.snapshot import LANGUAGES
from recommender.subjects import Topic
from recommender.vectors import Doubles, Floats, unpack
from recommender.words import words_of

# The newest posts say what somebody cares about now; their beginnings say what they are about.
_POSTS: Final = 10
_BEGINNING: Final = 1000
NO_MIX: Final = np.zeros(len(TYPES))


@dataclass(frozen=True, slots=True)
class Interests:
    """An ambassador as the ranking sees them; it holds nothing a text can be read from.

    `topic_vectors` and `post_vectors` have a row per topic and per post, `wide_vectors` one per
    topic with the words it is told in, of which `usual` says how near texts usually stand;
    `worded` says which texts name each topic, `near` how near every text is to each wide
    vector, None where that is not kept; `mix` holds shares in the order of TYPES, all zero
    for somebody who declared no profile type.
    """

    topics: tuple[Topic, ...]
    topic_vectors: Floats
    wide_vectors: Floats
    usual: Doubles
    worded: tuple[Worded, ...]
    post_vectors: Floats
    mix: Doubles
    near: tuple[Floats, ...] | None = None

    @property
    def topics_centre(self) -> Floats | None:
        """Return what to search for, as a unit vector, if topics have any."""
        return _centre(self.wide_vectors)

    @property
    def posts_centre(self) -> Floats | None:
        """Return the same of posts."""
        return _centre(self.post_vectors)


def read_interests(ambassador: Ambassador, known: KnownTopics) -> Interests:
    """Read topics, posts and profile; what has no words is left out."""
    posts = [post[:_BEGINNING] for post in ambassador.posts if words_of(post)][:_POSTS]
    read = known.read(ambassador.topics)
    interests = interests_in(read, known.encoder, posts, _shares(ambassador.profile))
    return replace(interests, near=known.nearness(read))


def interests_in(
    read: Sequence[KnownTopic], encoder: Encoder, posts: Sequence[str] = (), mix: Doubles = NO_MIX
) -> Interests:
    """Return what can be compared of topics, posts and a mix of types in the order of TYPES."""
    return Interests(
        topics=tuple(one.topic for one in read),
        topic_vectors=_rows([one.vector for one in read], encoder.dimension),
        wide_vectors=_rows([one.wide for one in read], encoder.dimension),
        usual=np.array([one.usual for one in read]).reshape(len(read), len(LANGUAGES), 2),
        worded=tuple(one.worded for one in read),
        post_vectors=unpack(encode_contents(encoder, posts), encoder.dimension),
        mix=mix,
    )


def _centre(group: Floats) -> Floats | None:
    centre = group.sum(axis=0)
    length = np.linalg.norm(centre)
    return centre / length if length > 0 else None


def _rows(vectors: Sequence[Floats], dimension: int) -> Floats:
    return np.stack(vectors) if vectors else np.zeros((0, dimension), np.float32)


def _shares(profile: ProfileMix | None) -> Doubles:
    return np.array([profile.share(kind) if profile else 0.0 for kind in TYPES])
