"""Words written so that nobody finds them, and words that only look so."""

import string
from time import process_time

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


@pytest.mark.parametrize("form", ["w*m{}", "gays{}qzxwvutsrqponmlkjih", "lesgensdela{}mais"])
def test_a_text_of_nothing_but_strange_words_is_read_in_no_time(form: str) -> None:
    words = [form.format(chr(97 + n % 26) * (1 + n // 26 % 8)) for n in range(700)]
    respelling = ENMITY.respelling
    assert respelling is not None
    began = process_time()
    for word in words:
        respelling.meant(word, lambda part: part == "gays")
    assert process_time() - began < 1.0
