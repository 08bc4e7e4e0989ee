from datetime import UTC, datetime

import pytest

from api.pages.typography import said_date, said_instant, said_number, typeset
from domain.language import Language

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pourquoi ?", "Pourquoi\u202f?"),
        ("Attention ! Voici ; cela", "Attention\u202f! Voici\u202f; cela"),
        ("Ceci : cela", "Ceci\u00a0: cela"),
        ("« Profil »", "«\u00a0Profil\u00a0»"),
        ("72 %", "72\u202f%"),
        ("https://exemple.fr", "https://exemple.fr"),
        ("à 8:30", "à 8:30"),
        ("l'entreprise", "l’entreprise"),
        ("'seul'", "'seul'"),
    ],
)
def test_french_keeps_its_punctuation_on_the_line(text: str, expected: str) -> None:
    assert typeset(text, FR) == expected


def test_english_wants_no_spaces() -> None:
    assert typeset("Why ? “Well”: 72%, it's", EN) == "Why ? “Well”: 72%, it’s"


@pytest.mark.parametrize(
    ("value", "decimals", "french", "english"),
    [
        (1204, 0, "1\u202f204", "1,204"),
        (0.315, 2, "0,32", "0.32"),
        (12, 0, "12", "12"),
        (1234567.5, 1, "1\u202f234\u202f567,5", "1,234,567.5"),
    ],
)
def test_numbers_are_written_as_their_readers_do(
    value: float, decimals: int, french: str, english: str
) -> None:
    assert said_number(value, FR, decimals=decimals) == french
    assert said_number(value, EN, decimals=decimals) == english


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (1, "1er\u00a0août 2026", "1\u00a0August 2026"),
        (14, "14\u00a0août 2026", "14\u00a0August 2026"),
    ],
)
def test_dates_are_written_as_their_readers_do(day: int, french: str, english: str) -> None:
    at = datetime(2026, 8, day, 9, 5, tzinfo=UTC)
    assert said_date(at, FR) == french
    assert said_date(at, EN) == english


def test_an_instant_says_its_zone() -> None:
    at = datetime(2026, 8, 14, 9, 5, tzinfo=UTC)
    assert said_instant(at, FR) == "14\u00a0août 2026, 09\u00a0h\u00a005 UTC"
    assert said_instant(at, EN) == "14\u00a0August 2026, 09:05 UTC"
