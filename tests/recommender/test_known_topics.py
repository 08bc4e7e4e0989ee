"""A topic is read once while it is remembered, whoever asks, and reads the same each time."""

from collections.abc import Sequence

import numpy as np

from recommender.adapters.hashing import HashingEncoder
from recommender.background import Background
from recommender.known_topics import KnownTopics
from recommender.lexical import LexicalIndex
from recommender.reading import hashed


class CountingEncoder:
    """Counts the texts it is given."""

    def __init__(self) -> None:
        self._encoder = HashingEncoder()
        self.fingerprint, self.dimension = "counting", self._encoder.dimension
        self.texts = 0

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Count and encode."""
        self.texts += len(texts)
        return self._encoder.encode(texts)


def test_a_topic_is_read_once_until_it_is_forgotten() -> None:
    encoder = CountingEncoder()
    known = KnownTopics(encoder, Background(()))
    first = known.read(["acoustique", "vélo"])
    before = encoder.texts
    second = known.read(["vélo", "acoustique"])
    assert encoder.texts == before
    assert [one.topic.name for one in second] == ["vélo", "acoustique"]
    assert second[1] is first[0]
    known.forget()
    third = known.read(["acoustique"])
    assert encoder.texts == before + 1
    np.testing.assert_array_equal(third[0].wide, first[0].wide)


def test_what_names_nothing_is_left_out_and_doubles_stay() -> None:
    known = KnownTopics(HashingEncoder(), Background(()))
    assert [one.topic.name for one in known.read(["?", "vélo", "…", "vélo"])] == ["vélo", "vélo"]
    assert known.read([]) == []


def test_so_many_are_remembered_at_most() -> None:
    known = KnownTopics(HashingEncoder(), Background(()))
    for start in range(0, 1200, 50):
        known.read([f"sujet {number}" for number in range(start, start + 50)])
        assert len(known._known) <= 500  # noqa: SLF001 - what nothing else shows


def test_of_topics_that_every_text_names_only_a_few_are_remembered() -> None:
    names = ["alpha", "beta", "gamma", "delta", "epsilon"]
    size = 500_000
    everywhere = np.tile(np.arange(size), len(names))
    words = LexicalIndex(
        size=size,
        keys=np.sort(np.array([hashed(name) for name in names], np.uint64)),
        starts=np.arange(0, len(names) + 1) * size,
        rows=everywhere,
        given=np.ones(len(everywhere), np.float32),
    )
    known = KnownTopics(HashingEncoder(), Background(()), words)
    for name in names:
        (read,) = known.read([name])
        assert len(read.worded.rows) == size
    assert len(known._known) == 1  # noqa: SLF001 - what nothing else shows


def test_a_topic_is_compared_with_every_text_once_and_alike_whoever_is_with_it() -> None:
    chance = np.random.default_rng(4)
    encoder = HashingEncoder()
    matrix = chance.standard_normal((700, encoder.dimension)).astype(np.float32)
    known = KnownTopics(encoder, Background(()), matrix=matrix)
    both = known.read(["acoustique", "vélo"])
    together = known.nearness(both)
    assert together is not None
    again = known.nearness(both[::-1])
    assert again is not None
    assert again[1] is together[0]
    known.forget()
    alone = known.nearness(both[:1])
    assert alone is not None
    assert alone[0] is not together[0], "it was forgotten"
    np.testing.assert_array_equal(alone[0], together[0])
    np.testing.assert_allclose(alone[0], matrix @ both[0].wide, rtol=1e-4, atol=1e-5)


def test_a_catalogue_too_large_to_be_compared_with_each_topic_is_searched() -> None:
    encoder = HashingEncoder()
    large = np.zeros((15_001, encoder.dimension), np.float32)
    known = KnownTopics(encoder, Background(()), matrix=large)
    assert known.nearness(known.read(["vélo"])) is None


def test_what_topics_were_compared_with_is_kept_within_bounds() -> None:
    encoder = HashingEncoder()
    matrix = np.zeros((15_000, encoder.dimension), np.float32)
    known = KnownTopics(encoder, Background(()), matrix=matrix)
    for number in range(60):
        known.nearness(known.read([f"sujet {10 * number + n}" for n in range(10)]))
        kept = sum(near.nbytes for near in known._compared.values())  # noqa: SLF001 - the same
        assert kept <= 32_000_000
