from collections.abc import Iterable
from datetime import timedelta

import numpy as np
import pytest
from bm25s import BM25
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.content import ContentItem
from domain.language import Language
from recommender.kinds import KINDS
from recommender.lexical import LexicalIndex
from recommender.reading import Reader, Reading, hashed, reader_fingerprint
from recommender.snapshot import Snapshot
from tests.builders import NOW, item
from tests.contracts.vector_index import vector

NO_KINDS = np.zeros(len(KINDS))
WORDS = "robot sol lune vent bois mer sable fonte".split()


def test_a_reading_comes_back_from_its_bytes_as_it_was() -> None:
    read = Reader().read(item(title="Nous recrutons", text="Un robot, deux robots, la mer."))
    back = Reading.unpack(read.pack())
    assert back is not None
    for name in ("keys", "counts", "kinds"):
        assert np.array_equal(getattr(read, name), getattr(back, name))
    assert read.kinds.any()


@pytest.mark.parametrize("packed", [b"", b"x", b"\0" * (8 * len(KINDS) + 9)])
def test_bytes_that_are_no_reading_are_none(packed: bytes) -> None:
    assert Reading.unpack(packed) is None


def test_no_word_of_a_text_stands_in_what_is_kept_of_it() -> None:
    assert b"zygomatique" not in Reader().read(item(text="zygomatique zygomatique")).pack()


def test_the_reader_is_named_after_its_rules() -> None:
    assert reader_fingerprint().startswith("words-")
    assert len(reader_fingerprint()) < 64


documents = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), min_size=1)


@settings(deadline=None, max_examples=40)
@given(documents)
def test_words_weigh_as_they_do_in_bm25s(texts: list[list[str]]) -> None:
    index = LexicalIndex.of([Reading.of(words, NO_KINDS) for words in texts])
    peer = BM25(method="lucene")
    peer.index(texts, show_progress=False)
    for word in {word for words in texts for word in words}:
        ours = np.zeros(len(texts))
        place = int(np.searchsorted(index.keys, np.uint64(hashed(word))))
        found = slice(index.starts[place], index.starts[place + 1])
        ours[index.rows[found]] = index.given[found]
        assert ours == pytest.approx(peer.get_scores([word]), abs=1e-5)


contents = st.builds(
    item,
    content_id=st.sampled_from("abcdefgh"),
    title=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    text=st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
    language=st.sampled_from(Language),
    published_at=st.integers(0, 9).map(lambda days: NOW - timedelta(days=days)),
)
steps = st.lists(
    st.tuples(st.lists(contents, max_size=4), st.sets(st.sampled_from("abcdefgh"), max_size=3)),
    max_size=5,
)


@settings(deadline=None, max_examples=60)
@given(steps)
def test_a_catalogue_changed_step_by_step_is_the_catalogue_built_at_once(
    changes: list[tuple[list[ContentItem], set[str]]],
) -> None:
    reader, held = Reader(), dict[str, ContentItem]()
    snapshot = Snapshot.empty(64)
    for coming, gone in changes:
        came = {each.content_id: each for each in coming}
        held = {name: each for name, each in held.items() if name not in gone} | came
        readings = {name: reader.read(each) for name, each in came.items()}
        snapshot = snapshot.updated(
            list(came.values()),
            {name: vector(ord(name) % 7 + 1) for name in came},
            readings,
            gone=gone,
        )
    assert_same(snapshot, Snapshot.of(list(held.values()), vectors_of(held), dimension=64))


def vectors_of(names: Iterable[str]) -> dict[str, bytes]:
    return {name: vector(ord(name) % 7 + 1) for name in names}


def assert_same(one: Snapshot, other: Snapshot) -> None:
    assert one.items == other.items
    assert one.rows == other.rows
    for name in ("matrix", "kinds", "languages", "published", "opens", "closes"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    for name in ("keys", "starts", "rows", "given"):
        assert np.array_equal(getattr(one.words, name), getattr(other.words, name)), name
