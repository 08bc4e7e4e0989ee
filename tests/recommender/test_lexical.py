from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.kinds import KINDS
from recommender.lexical import LexicalIndex
from recommender.reading import Reading
from recommender.subjects import Topic, read_topic

DOCUMENTS = (
    ("robot", "vign", "vign", "fr:dans"),
    ("robot", "sol"),
    ("sol", "sol", "lun", "vent", "vent", "vent", "bois"),
    (),
)


def index_of(documents: Sequence[Sequence[str]]) -> LexicalIndex:
    """Index documents given as the keys of their words."""
    return LexicalIndex.of([Reading.of(words, np.zeros(len(KINDS))) for words in documents])


INDEX = index_of(DOCUMENTS)


def topic(*keys: str) -> Topic:
    """Return a topic named by all these keys together."""
    return Topic(" ".join(keys), frozenset({frozenset(keys)}))


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        (("robot",), [0, 1]),
        (("robot", "vign"), [0]),
        (("vign", "sol"), []),
        (("fr:dans",), []),
        (("nowher",), []),
        (("robot", "nowher"), []),
    ],
)
def test_a_row_names_a_topic_if_it_has_every_word(keys: tuple[str, ...], rows: list[int]) -> None:
    assert np.flatnonzero(INDEX.naming(topic(*keys))).tolist() == rows


def test_any_way_of_naming_will_do() -> None:
    either = Topic("x", frozenset({frozenset({"vign"}), frozenset({"lun"})}))
    assert np.flatnonzero(INDEX.naming(either)).tolist() == [0, 2]


def test_a_topic_about_nothing_is_named_nowhere() -> None:
    assert not INDEX.naming(read_topic("")).any()
    assert not INDEX.about(read_topic("")).any()


def test_all_words_are_worth_more_than_some() -> None:
    values = INDEX.about(topic("robot", "vign"))
    assert values[0] > values[1] > 0
    assert values[2] == values[3] == 0


def test_more_mentions_in_as_long_a_text_are_worth_more() -> None:
    index = index_of([("vent", "vent", "sol"), ("vent", "sol", "lun"), ("bois",)])
    values = index.about(topic("vent"))
    assert values[0] > values[1] > 0


def test_a_word_nobody_uses_lowers_the_rest() -> None:
    assert INDEX.about(topic("robot", "nowher"))[0] < INDEX.about(topic("robot"))[0]


@pytest.mark.parametrize("documents", [(), ((),), ((), ())])
def test_a_catalogue_without_words_names_nothing(documents: tuple[tuple[str, ...], ...]) -> None:
    index = index_of(documents)
    assert index.naming(topic("robot")).tolist() == [False] * len(documents)
    assert index.about(topic("robot")).tolist() == [0.0] * len(documents)


keys = st.sampled_from(["robot", "vign", "sol", "lun", "vent", "bois"])


@settings(deadline=None)
@given(st.lists(st.lists(keys, max_size=8), max_size=8), st.sets(keys, min_size=1, max_size=3))
def test_values_lie_between_0_and_1_and_only_rows_with_a_word_have_one(
    documents: list[list[str]], asked: set[str]
) -> None:
    index = index_of(documents)
    values = index.about(topic(*asked))
    assert ((values >= 0) & (values <= 1)).all()
    assert [value > 0 for value in values] == [bool(asked & set(each)) for each in documents]


@settings(deadline=None)
@given(
    st.lists(st.lists(keys, max_size=8), min_size=1, max_size=8),
    st.sets(keys, min_size=1, max_size=3),
    st.data(),
)
def test_what_is_kept_of_a_topic_says_of_any_rows_what_the_words_say(
    documents: list[list[str]], asked: set[str], data: st.DataObject
) -> None:
    index = index_of(documents)
    values, worded = index.about(topic(*asked)), index.worded(topic(*asked))
    rows = np.array(data.draw(st.lists(st.integers(0, len(documents) - 1))), np.intp)
    np.testing.assert_array_equal(worded.at(rows), values[rows])
    allowed = np.array(
        data.draw(st.lists(st.booleans(), min_size=len(documents), max_size=len(documents)))
    )
    left = worded.among(allowed)
    np.testing.assert_array_equal(left.rows, np.flatnonzero(allowed & (values > 0)))
    np.testing.assert_array_equal(left.values, values[left.rows])
