"""Order and distance around the people named; who they are never shows."""

import pytest

from domain.language import Language
from guardrails.learned.showing import RespectShows
from guardrails.learned.tokens import tokens

SHOWS = RespectShows()


def shown(bare: str) -> frozenset[str]:
    return SHOWS.of_all(tokens(bare))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("women are lazy", "muslims are lazy"),
        ("les femmes sont paresseuses", "les migrants sont paresseuses"),
        ("i hate every single polish person", "i hate every single jewish person"),
    ],
)
def test_which_people_are_named_makes_no_difference(one: str, other: str) -> None:
    beside = [{name for name in shown(text) if name[:1] in "+-<>"} for text in (one, other)]
    assert beside[0] == beside[1] != set()


def test_who_does_it_to_whom_makes_one() -> None:
    assert shown("they beat refugees") != shown("refugees beat them")


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("un vieux ne devrait pas diriger", True),
        ("les vieux sont lents", True),
        ("le vieux moteur est lent", False),
        ("the old are slow", True),
        ("the old engine is slow", False),
        ("un jeune, ca ne sait rien", True),
        ("un jeune arbre, ca pousse", False),
        ("every black person here", True),
        ("the black cable here", False),
    ],
)
def test_a_word_for_people_that_describes_a_thing_names_nobody(
    text: str, *, is_named: bool
) -> None:
    assert ("group" in shown(text)) is is_named


@pytest.mark.parametrize("text", ["", "le rapport est en ligne", "the report is online"])
def test_nothing_stands_beside_nobody(text: str) -> None:
    assert {name for name in shown(text) if name[:1] in "+-<>"} == set()


def test_words_of_both_languages_are_read_alike() -> None:
    for language in Language:
        assert SHOWS.of_word(tokens("women")[0], language) == {1.0: ["wgroup"]}
