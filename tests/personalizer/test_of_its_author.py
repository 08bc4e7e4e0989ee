"""A post that speaks of whoever publishes it as of somebody else, and those that do not."""

import pytest

from personalizer.defect_words import Defect
from personalizer.of_its_author import told_of_its_author
from tests.personalizer.replies import FR, defect

NAME = "Maël Kerdoncuff"


@pytest.mark.parametrize(
    "text",
    [
        "Maël Kerdoncuff a roulé tout janvier avec un câble gelé.",
        "Chez Ardemont, où je travaille, Maël Kerdoncuff prépare les vélos.",
        "Je travaille chez Ardemont avec Maël Kerdoncuff.",
        "Bravo à MAËL KERDONCUFF !",
        "At Ardemont, where I work, Maël Kerdoncuff looks after the bikes.",
    ],
)
def test_an_author_told_of_as_somebody_else_is_found(text: str) -> None:
    assert list(told_of_its_author(text, NAME)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "J’ai roulé tout janvier.\n– Maël Kerdoncuff",
        "Bon week-end.\nMaël Kerdoncuff",
        "Moi, Maël Kerdoncuff, j’ai roulé tout janvier.",
        "Je m’appelle Maël Kerdoncuff.",
        "I’m Maël Kerdoncuff and I work at Ardemont.",
        "« Maël Kerdoncuff aime le froid », disent mes collègues.",
        "Maël prépare les vélos.",
        "Jean-Maël Kerdoncuffier prépare les vélos.",
    ],
)
def test_a_signature_and_whoever_says_i_are_no_other(text: str) -> None:
    assert not list(told_of_its_author(text, NAME))


def test_it_is_no_post() -> None:
    text = f"{FR} Maël Kerdoncuff l’a vu."
    assert defect(text, author=NAME) is Defect.OF_ITS_AUTHOR
    assert defect(text, author="Inès Caradec") is None
    assert defect(text, author="Maël") is None
    assert defect(text) is None
