"""A feeling is somebody's, also where no "I" says whose."""

import pytest

from tests.guardrails.checks.test_own_words import said, weights


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une véritable fierté pour toute l'équipe !"),
        ("fr", "Un vrai bonheur."),
        ("fr", "Quel plaisir de voir cet atelier !"),
        ("en", "What an inspiring day!"),
        ("en", "A real privilege."),
        ("en", "Loved it!"),
    ],
)
def test_a_feeling_without_an_i_is_one_all_the_same(language: str, text: str) -> None:
    assert weights(text, language, said("Rien de cela. Nothing of it.", share=1.0))
    assert not weights(text, language, said(text, share=1.0))
    assert not weights(text, language, said())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le plaisir se lit dans le carnet : un bonheur de lecture, dit la notice."),
        ("fr", "La chance de trouver une fuite augmente de nuit."),
        ("fr", "Une chance sur dix d'entendre la fuite."),
        ("en", "The joy of listening is told on page two."),
        ("en", "The audience loved the trial."),
    ],
)
def test_a_word_of_feeling_in_its_sentence_is_no_feeling(language: str, text: str) -> None:
    assert not weights(text, language, said("Rien de cela.", share=1.0))
