"""A rounding passes where it is true, and goes the way its words say."""

import pytest

from guardrails.facts.evidence import evidence, stated
from guardrails.facts.matching import states_figure
from guardrails.facts.passage import Passage


def is_told(text: str, source: str) -> bool:
    """Tell whether a source has each figure of a text, which has one at least."""
    grounds = evidence([Passage.of(source)])
    figures = stated(Passage.of(text)).figures
    assert figures
    return all(states_figure(grounds, one) for one in figures)


TRUE = [
    ("31 % des salariés", "près d'un sur trois"),
    ("31 % des salariés", "près d'un tiers des salariés"),
    ("31 % des salariés", "moins d'un tiers a répondu"),
    ("48 % des salariés", "presque la moitié a répondu"),
    ("53 % des salariés", "plus de la moitié a répondu"),
    ("53 % des salariés", "un peu plus de la moitié des salariés"),
    ("24 % des salariés", "environ un quart des salariés"),
    ("2 684 cartes", "environ 2 700 cartes"),
    ("2 684 cartes", "près de 2 700 cartes, plus de 2 600 cartes"),
    ("312 invitations", "plus de 300 invitations"),
    ("39,6 % des pièces", "près de 40 % des pièces"),
    ("31% of employees", "nearly one in three answered"),
    ("31% of employees", "almost a third said yes"),
    ("31% of employees", "less than a third of us"),
    ("48% of employees", "almost half of the employees, nearly half said so"),
    ("52% of employees", "just over half of us, more than half said so"),
    ("24% of employees", "about a quarter of them"),
    ("2,684 maps", "about 2,700 maps, nearly 2,700 maps, some 2,700 maps"),
    ("2,684 maps", "more than 2,600 maps, over 2,600 maps, at least 2,600 maps"),
    ("312 invitations", "over 300 invitations"),
    ("320 visitors", "no fewer than 300 visitors, no less than 300 visitors"),
    ("320 visitors", "not less than 300 visitors, at least 300 visitors"),
    ("320 visitors", "not only more than 300 visitors"),
    ("280 visitors", "no more than 300 visitors, not more than 300 visitors"),
    ("280 visitors", "at most 300 visitors; we didn't see more than 300 visitors"),
    ("320 visiteurs", "pas moins de 300 visiteurs, au moins 300 visiteurs"),
    ("280 visiteurs", "pas plus de 300 visiteurs, au plus 300 visiteurs"),
    ("280 visiteurs", "on n'a pas reçu plus de 300 visiteurs"),
]
FALSE = [
    ("320 visitors", "no more than 300 visitors"),
    ("320 visitors", "not more than 300 visitors"),
    ("320 visitors", "at most 300 visitors"),
    ("320 visitors", "we didn't see more than 300 visitors"),
    ("280 visitors", "no fewer than 300 visitors"),
    ("280 visitors", "no less than 300 visitors"),
    ("280 visitors", "at least 300 visitors"),
    ("320 visiteurs", "pas plus de 300 visiteurs"),
    ("320 visiteurs", "au plus 300 visiteurs"),
    ("320 visiteurs", "on n'a jamais plus de 300 visiteurs"),
    ("280 visiteurs", "pas moins de 300 visiteurs"),
    ("280 visiteurs", "au moins 300 visiteurs"),
    ("48 % des salariés", "plus de la moitié a répondu"),
    ("53 % des salariés", "presque la moitié a répondu"),
    ("31 % des salariés", "près de la moitié des salariés"),
    ("24 % des salariés", "un quart des salariés"),
    ("2 684 cartes", "plus de 2 700 cartes"),
    ("2 684 cartes", "près de 2 600 cartes"),
    ("2 684 cartes", "plus de 2 000 cartes"),  # so far below that it tells something else
    ("3,4 % de rebuts", "un peu plus de 3 % de rebuts"),
    ("48% of employees", "more than half of us"),
    ("53% of employees", "almost half of us"),
    ("31% of employees", "nearly half of the staff"),
    ("24% of employees", "a quarter of us"),
    ("2,684 maps", "more than 2,700 maps"),
    ("2,684 maps", "nearly 2,600 maps"),
    ("2,684 maps", "2,700 maps"),
    ("312 invitations", "less than 300 invitations"),
]


@pytest.mark.parametrize(("source", "text"), TRUE)
def test_a_true_rounding_passes(source: str, text: str) -> None:
    assert is_told(text, source)


@pytest.mark.parametrize(("source", "text"), FALSE)
def test_a_false_one_does_not(source: str, text: str) -> None:
    assert not is_told(text, source)


@pytest.mark.parametrize(
    "text",
    ["Nearly half a day, over half past two.", "Presque à moitié prêt.", "About a third option."],
)
def test_what_is_no_part_is_read_as_none(text: str) -> None:
    assert not [one for one in stated(Passage.of(text)).figures if one.is_in_words]
