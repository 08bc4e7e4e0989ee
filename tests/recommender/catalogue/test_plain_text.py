import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.catalogue.plain_text import clean, clean_line, first_words

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("caf\u0065\u0301", "café"),
        ("a\x00b\x07c", "abc"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("\ud83d\ude00", "😀"),
        ("l\x92atelier \x96 Nantes\x85", "l’atelier – Nantes…"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("trailing   \nspaces\t", "trailing\nspaces"),
        ("hid\u200bden\U000e0041\u202e\u00ad", "hidden"),
        # Near misses: what only looks unusual stays.
        ("10\u00a0% «\u202fvrai\u202f»", "10\u00a0% «\u202fvrai\u202f»"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("a\tb", "a\tb"),
        ("a\n\nb", "a\n\nb"),
        ("", ""),
    ],
)
def test_text_is_kept_without_its_debris(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(ANYTHING)
def test_cleaned_text_always_stores_as_utf_8_in_one_form(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned
    assert "\x00" not in cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_megabyte_of_spaces_is_cleaned_at_once() -> None:
    assert clean("a" + " " * 1_000_000 + "b").endswith("b")


def test_a_line_decodes_entities_once_and_has_no_line_ends() -> None:
    assert clean_line(" R&amp;D\n à&nbsp;Lyon ") == "R&D à Lyon"
    assert clean_line("&amp;amp;") == "&amp;"


def test_first_words_stop_between_words() -> None:
    assert first_words("short text") == "short text"
    assert first_words("alpha beta gamma", limit=12) == "alpha beta…"
    assert first_words("x" * 100, limit=10) == "x" * 10 + "…"
