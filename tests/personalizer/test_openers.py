"""The first word of a sentence as it is written inside another one."""

import pytest

from domain.language import Language
from personalizer.openers import as_inside

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize("title", ["M.", "MM.", "Dr."])
def test_a_title_keeps_its_capital(title: str) -> None:
    said = f"{title} Le Goff suit quatorze équipes."
    assert as_inside(said, title, said, FR) == title


@pytest.mark.parametrize(
    ("said", "word", "language", "inside"),
    [
        ("Les équipes suivent.", "Les", FR, "les"),
        ("The crews follow.", "The", EN, "the"),
        ("Moins de fuites.", "Moins", FR, "moins"),
    ],
)
def test_a_common_word_loses_it(said: str, word: str, language: Language, inside: str) -> None:
    assert as_inside(said, word, said, language) == inside
