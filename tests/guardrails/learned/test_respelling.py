"""Words written so that nobody finds them, and words that only look so."""

import string
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.learned.ideas import ideas

ENMITY = ideas("enmity")


@pytest.mark.parametrize(
    ("word", "idea"),
    [
        ("wmoen", "group"),
        ("jiufs", "group"),
        ("imigrants", "group"),
        ("imigres", "group"),
        ("mus1ims", "group"),
        ("hatewomen", "group"),
        ("lesfemmessontinferieures", "group"),
        ("women's", "group"),
        ("p*key", "slur"),
        ("n****r", "slur"),
        ("trsah", "vile"),
        ("par4sites", "vile"),
        ("th1eves", "lesser"),
    ],
)
def test_a_word_that_hides_is_seen_through(word: str, idea: str) -> None:
    assert idea in ENMITY.of(word)


@pytest.mark.parametrize(
    "word",
    [
        "american",
        "outlook",
        "iphones",
        "typescript",
        "councilman",
        "smartpay",
        "incontournable",
        "performantes",
        "brainstorming",
        "marion",
        "ardemont",
        "a*b",
        "****",
        "x1y2z3",
        "that's",
        "lundi",
        "",
    ],
)
def test_a_word_that_only_looks_so_stands_for_nobody(word: str) -> None:
    assert ENMITY.of(word).isdisjoint({"group", "slur"})


def test_only_hostile_words_are_looked_for_behind_a_misspelling() -> None:
    assert ideas("ideas").respelling is None


@given(st.text(string.ascii_lowercase + "*1435'-", max_size=60))
def test_any_word_has_the_same_ideas_twice(word: str) -> None:
    assert ENMITY.of(word) == ideas("enmity").of(word)


def test_the_longest_word_looked_at_costs_next_to_nothing() -> None:
    words = ["women" * 8, "a*" * 20, "lesgensdelamaison" * 2, "z" * 40]
    began = perf_counter()
    for word in words:
        ENMITY.respelling is not None and ENMITY.respelling.meant(word, lambda _: True)
    assert perf_counter() - began < 0.2
