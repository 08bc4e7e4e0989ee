"""The verifier: what it reads of a text, and that it tells hands apart rather than topics."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.personas import personas
from domain.language import Language
from personalizer.stylometry.background import Background
from personalizer.stylometry.counts import counts_of
from personalizer.stylometry.standing import profile_of, rows_of, standing
from personalizer.stylometry.topics import nearest_in_topic
from personalizer.stylometry.traces import masked, traces_of
from personalizer.stylometry.verification import Post, area, verified

BOTH = pytest.mark.parametrize("language", list(Language))


def posts(language: Language) -> list[Post]:
    return [
        Post(persona.ambassador.ambassador_id or "", text, language)
        for persona in personas()
        for text in persona.ambassador.posts
        if language in persona.ambassador.languages[:1]
    ]


@pytest.mark.parametrize(
    ("text", "common", "expected"),
    [
        ("La vis casse.", {"la"}, "La *** *****."),
        ("The Screw breaks; 12 mm!", {"the"}, "The ^***** ******; # **!"),
        ("J’ai, à 8 h…", {"ai"}, "J’ai, à # h…"),
    ],
)
def test_words_that_tell_the_topic_are_masked(text: str, common: set[str], expected: str) -> None:
    assert masked(text, frozenset(common)) == expected


def test_two_texts_that_differ_in_topic_alone_leave_the_same_masked_runs() -> None:
    common = frozenset({"la", "de", "the"})
    french = [traces_of(text, common).masked for text in ("La vis de fer.", "La clé de bus.")]
    english = [traces_of(text, common).masked for text in ("The red key.", "The big bus.")]
    assert french[0] == french[1]
    assert english[0] == english[1]


@given(st.text(max_size=300))
def test_every_text_has_as_many_counts_and_all_are_finite(text: str) -> None:
    counts = counts_of(text)
    assert len(counts) == len(counts_of(""))
    assert np.isfinite(counts).all()


@given(
    own=st.lists(st.integers(0, 5), min_size=1, max_size=12),
    others=st.lists(st.integers(0, 5), min_size=1, max_size=12),
)
def test_an_area_counts_pairs_and_ties_by_half(own: list[int], others: list[int]) -> None:
    pairs = [(one > other) + (one == other) / 2 for one in own for other in others]
    measured = area(np.array(own, dtype=float), np.array(others, dtype=float))
    assert measured == pytest.approx(sum(pairs) / len(pairs))


def test_the_nearest_in_topic_is_never_by_the_same_author() -> None:
    texts = ["le vélo rouge", "le vélo rouge", "un vélo bleu rouge", "la soupe verte"]
    nearest = nearest_in_topic(texts, np.array([0, 0, 1, 2]))
    assert list(nearest[:2]) == [2, 2]


@BOTH
def test_authors_are_told_apart_better_than_by_their_letters(language: Language) -> None:
    measured = verified(posts(language))[language]
    assert measured.authors >= 3
    assert measured.any_topic >= 0.9
    assert measured.same_topic >= 0.9
    assert measured.any_topic >= measured.baseline_any_topic


@BOTH
def test_authors_dealt_out_like_cards_are_not_told_apart(language: Language) -> None:
    own = posts(language)
    # Every author gets as many posts of each as there are: what is left to find is nothing.
    names = sorted({post.author for post in own})
    mixed = [replace(post, author=names[at % len(names)]) for at, post in enumerate(own)]
    assert 0.25 <= verified(mixed)[language].any_topic <= 0.7


def test_a_language_without_two_authors_of_three_posts_is_not_measured() -> None:
    own = posts(Language.FRENCH)
    alone = [post for post in own if post.author == own[0].author]
    few = [replace(alone[0], author="somebody"), replace(alone[1], author="somebody")]
    assert verified([*alone, *few]) == {}


@BOTH
def test_a_post_stands_on_its_authors_side_only_where_it_was_left_out(language: Language) -> None:
    own = posts(language)
    background = Background.of([post.text for post in own])
    rows = rows_of([background.read(post.text) for post in own])
    mine = np.array([post.author == own[0].author for post in own])
    rest = mine & (np.arange(len(own)) != 0)
    left_out = profile_of(tuple(table[rest] for table in rows))
    whole = profile_of(tuple(table[mine] for table in rows))
    near = [table[0] @ profile for table, profile in zip(rows, left_out, strict=True)]
    nearer = [table[0] @ profile for table, profile in zip(rows, whole, strict=True)]
    assert all(one < other for one, other in zip(near, nearer, strict=True))


def test_without_others_the_nearness_alone_counts() -> None:
    nobody = [np.array([])] * 4
    assert standing(np.full(4, 0.5), nobody, nobody) == pytest.approx(0.5)


def test_a_background_needs_texts() -> None:
    with pytest.raises(ValueError, match="needs texts"):
        Background.of([])
