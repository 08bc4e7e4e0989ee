"""Where a sentence may be cut: never where what is left says something else."""

import pytest

from domain.language import Language
from personalizer.clauses import beginnings


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (
            "The crew wrote a long guide for new apprentices and we share it with every plant.",
            Language.ENGLISH,
        ),
        (
            "L’équipe est venue avec un long guide pour les apprentis et nous le relisons à Lyon.",
            Language.FRENCH,
        ),
    ],
)
def test_a_second_clause_may_be_cut_off(sentence: str, language: Language) -> None:
    assert list(beginnings(sentence, language))


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (
            "The crew would hire ten people in Leeds and we would open a plant if it paid.",
            Language.ENGLISH,
        ),
        (
            "The first trial was a success in all four plants and it was stopped in June.",
            Language.ENGLISH,
        ),
        (
            "Le premier essai est une réussite dans les quatre ateliers et il a cessé en juin.",
            Language.FRENCH,
        ),
        (
            "L’équipe est venue avec un long guide pour les apprentis et elle ne le lit plus.",
            Language.FRENCH,
        ),
    ],
)
def test_one_that_takes_the_first_back_is_kept(sentence: str, language: Language) -> None:
    assert not list(beginnings(sentence, language))
