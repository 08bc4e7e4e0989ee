import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.drafts import Draft
from domain.language import Language
from guardrails.reading import Reading, fold, fold_term

disguises = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("aéÉ ﬁ½№İßſ\u0301\u200b\u202e\u00a0Ａ𝐚①аοﷺ\ud800\n\t"),
    )
)


@given(text=disguises, accents=st.booleans())
def test_every_folded_character_points_into_the_text(text: str, *, accents: bool) -> None:
    folded = fold(text, accents=accents)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(text=disguises, accents=st.booleans())
def test_folded_places_stand_in_the_order_of_the_text(text: str, *, accents: bool) -> None:
    folded = fold(text, accents=accents)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@given(text=disguises, accents=st.booleans())
def test_folding_twice_changes_nothing_more(text: str, *, accents: bool) -> None:
    once = fold(text, accents=accents).text
    again = fold(once, accents=accents).text
    assert fold(again, accents=accents).text == again


@given(text=disguises, data=st.data())
def test_any_folded_piece_has_a_place_that_folds_to_hold_it(text: str, data: st.DataObject) -> None:
    folded = fold(text, accents=False)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    span = folded.span(start, end)
    assert folded.text[start:end] in fold(text[span.start : span.end], accents=False).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Projet\u200b Orion", "projet orion"),
        ("PROJET ORION", "projet orion"),
        ("Ｐｒｏｊｅｔ", "projet"),
        ("𝐏𝐫𝐨𝐣𝐞𝐭", "projet"),
        ("Рrоjеt", "projet"),  # three Cyrillic letters
        ("e\u0301te\u0301", "ete"),
        ("été", "ete"),
        ("l’«atelier»", 'l\'"atelier"'),
        ("a\u00a0b\u202fc", "a b c"),
        ("bien–être", "bien-etre"),
        ("ﬁn", "fin"),
        ("Straße", "strasse"),
        ("\u202eabc\u202c", "abc"),
        ("Pro\ufe0fjet", "projet"),  # what every telephone's keyboard puts behind an emoji
        ("P\U000e0100ro\u180bjet", "projet"),
        ("Pro\uffa0j\u3164et", "projet"),  # fillers
        ("P\u20ddro\u20e3jet", "projet"),  # letters in frames
        ("e\ufe0f\u0301te\ufe0f\u0301", "ete"),
        ("Ϲobalt, l´atelier", "cobalt, l'atelier"),
        ("1\ufe0f\u20e3 Projet", "1\u20e3 projet"),  # a keycap counts a list
        ("❤\ufe0f Projet", "❤ projet"),
    ],
)
def test_a_disguise_is_read_as_what_a_reader_sees(written: str, read: str) -> None:
    assert fold(written, accents=False).text == read


def test_accents_can_be_kept() -> None:
    assert fold("É\u0301TÉ e\u0301", accents=True).text.endswith("té é")


def test_a_line_break_stays_a_line_break() -> None:
    assert fold("a\nb\tc", accents=False).text == "a\nb c"


def test_a_term_is_folded_like_a_text_with_single_spaces() -> None:
    assert fold_term("  Projet\u00a0 ÉCLAIR\n") == "projet eclair"


def test_a_place_found_in_a_disguise_covers_all_of_it() -> None:
    text = "Le p\u200br\u200bo\u200bj\u200be\u200bt Orion"
    folded = fold(text, accents=False)
    at = folded.text.index("projet orion")
    span = folded.span(at, at + len("projet orion"))
    assert text[span.start : span.end] == "p\u200br\u200bo\u200bj\u200be\u200bt Orion"


def test_marks_piled_on_a_letter_cost_no_more_than_other_text() -> None:
    assert fold("a" + "\u0301" * 50_000, accents=False).text.startswith("a")


@given(text=st.text(max_size=200), offset=st.integers(0, 250))
def test_the_sentence_at_a_place_holds_it_or_comes_before(text: str, offset: int) -> None:
    reading = Reading(Draft(text, Language.FRENCH))
    if reading.sentences:
        sentence = reading.sentence_at(offset)
        assert sentence in reading.sentences
        assert sentence.start <= offset or sentence == reading.sentences[0]


@given(st.text())
@example("L'été… 12 m² — œuvre_x · 日本 🎉")
@example("Un “mot” entre guillemets • et_un autre")
def test_the_vocabulary_is_every_run_of_letters_and_digits(text: str) -> None:
    bare = fold(text, accents=False)
    assert bare.words == re.findall(r"[^\W_]+", bare.text)
    assert bare.vocabulary == frozenset(bare.words)
