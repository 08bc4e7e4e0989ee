import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from personalizer.tongue import is_in, language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La presse est dans le hall avec les autres.", Language.FRENCH),
        ("J’ai réglé la presse et je la garde.", Language.FRENCH),
        ("The press is in the hall with the others.", Language.ENGLISH),
        ("I set it up and I keep it.", Language.ENGLISH),
        ("Presse hydraulique Nantes 2025", None),
        ("12 %", None),
        ("", None),
    ],
)
def test_little_words_tell_the_language(text: str, expected: Language | None) -> None:
    assert language_of(text) is expected


def test_a_text_nobody_can_place_may_stand_anywhere() -> None:
    assert all(is_in("Presse hydraulique", language) for language in Language)


@given(text=st.text())
def test_a_text_is_never_kept_out_of_both_languages(text: str) -> None:
    assert any(is_in(text, language) for language in Language)
