import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from personalizer.offline.typography import quoted, typeset
from tests.personalizer.articles import ENGLISH, FRENCH

N, T = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pourquoi ?", f"Pourquoi{T}?"),
        ("Pourquoi?", f"Pourquoi{T}?"),
        ("Vrai !!", f"Vrai{T}!!"),
        ("Oui ; non", f"Oui{T}; non"),
        ("Un chiffre : 12", f"Un chiffre{N}: 12"),
        ("18 % et 18%", f"18{N}% et 18{N}%"),
        ("« mot »", f"«{N}mot{N}»"),
        ('Il dit "oui".', f"Il dit «{N}oui{N}»."),
        ("l'atelier d'Anne", "l’atelier d’Anne"),
        ("attendre...", "attendre…"),
        ("12 000 pièces", f"12{T}000 pièces"),
        # what stays as it is
        ("à 12:30 pile", "à 12:30 pile"),
        ("voir https://a.example/?q=1:2;x!", "voir https://a.example/?q=1:2;x!"),
        ("lance `a  != 'b';` et voilà", "lance `a  != 'b';` et voilà"),
        ("```\nx = 'a'...\n```", "```\nx = 'a'...\n```"),
        ("le 12 mars 2025", "le 12 mars 2025"),
        ("Wi-Fi, R&D", "Wi-Fi, R&D"),
    ],
)
def test_french_spaces_and_marks(text: str, expected: str) -> None:
    assert typeset(text, Language.FRENCH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes".', "He said “yes”."),
        ("the team's list isn't long", "the team’s list isn’t long"),
        ("wait...", "wait…"),
        ("« word »", "“word”"),
        ("Why? At 12:30: 18%!", "Why? At 12:30: 18%!"),
    ],
)
def test_english_quotation_marks_and_apostrophes(text: str, expected: str) -> None:
    assert typeset(text, Language.ENGLISH) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        (Language.FRENCH, "un mot", f"«{N}un mot{N}»"),
        (Language.FRENCH, "le « bon » mot", f"«{N}le “bon” mot{N}»"),
        (Language.ENGLISH, "one word", "“one word”"),
        (Language.ENGLISH, "the “right” word", "“the ‘right’ word”"),
    ],
)
def test_marks_inside_a_quotation_are_turned(language: Language, words: str, expected: str) -> None:
    assert quoted(words, language) == expected


@pytest.mark.parametrize("language", list(Language))
def test_setting_twice_changes_nothing_more(language: Language) -> None:
    once = typeset(FRENCH if language is Language.FRENCH else ENGLISH, language)
    assert typeset(once, language) == once


@given(text=st.text(max_size=80), language=st.sampled_from(Language))
def test_no_letter_or_digit_is_ever_lost(text: str, language: Language) -> None:
    kept = [one for one in typeset(text, language) if one.isalnum()]
    assert kept == [one for one in text if one.isalnum()]
