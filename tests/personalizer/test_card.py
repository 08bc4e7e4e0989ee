from dataclasses import replace

import pytest

from domain.language import Language
from domain.voice import VoiceCard
from personalizer.card import card_for, card_of
from tests.builders import ambassador
from tests.personalizer.articles import FRENCH_POSTS

FR, EN = Language.FRENCH, Language.ENGLISH
SIGNED = (
    "Lundi matin, tout va bien.\nMais la vis manque ; on cherche encore.\nBonne semaine !",
    "Lundi matin, il pleut. Du coup, on range l'atelier.\n\nBonne semaine !",
    "Une panne (une vraie).\nMais on a ri.\nEt vous, ça va ?",
)
SIGNED_IN_ENGLISH = (
    "Monday morning, all is well.\nBut the screw is missing; we are on it.\nHave a good week!",
    "Monday morning, it rains. So we tidy the shop.\n\nHave a good week!",
    "A failure (a real one).\nBut we laughed.\nHow are you?",
)


def card(posts: tuple[str, ...], language: Language) -> VoiceCard:
    made = card_of(posts, language)
    assert made is not None
    return made


def test_a_card_knows_how_posts_open_and_close() -> None:
    french, english = card(SIGNED, FR), card(SIGNED_IN_ENGLISH, EN)
    assert (french.first_words, french.last_lines) == (("Lundi matin",), ("Bonne semaine !",))
    assert english.first_words == ("Monday morning",)
    assert english.last_lines == ("Have a good week!",)
    assert french.closings == english.closings == ("!", "?")


def test_a_card_knows_which_words_lead_on() -> None:
    assert card(SIGNED, FR).connectors[0] == "mais"
    assert set(card(SIGNED, FR).connectors) == {"mais", "du coup", "et"}
    assert card(SIGNED_IN_ENGLISH, EN).connectors[0] == "but"


def test_a_card_knows_marks_and_words_of_several_posts() -> None:
    assert card(SIGNED, FR).marks == (";", "(")
    assert card(FRENCH_POSTS, FR).vocabulary[0] == "ligne"


def test_nobody_says_for_a_person_which_words_they_never_write() -> None:
    assert card(SIGNED, FR).never == ()


@pytest.mark.parametrize(("posts", "language"), [(SIGNED, FR), (SIGNED_IN_ENGLISH, EN)])
def test_a_card_goes_to_plain_data_and_back(posts: tuple[str, ...], language: Language) -> None:
    made = replace(card(posts, language), never=("synergie",))
    assert VoiceCard.from_data(made.as_data()) == made
    assert VoiceCard.from_data({**made.as_data(), "of_a_later_version": 3}) == made


@pytest.mark.parametrize("data", [{}, {"language": "de", "posts": 3}, {"language": "fr"}])
def test_what_is_no_card_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        VoiceCard.from_data(data)


def test_a_card_that_is_kept_goes_before_the_posts() -> None:
    kept = replace(card(SIGNED, FR), says_tu=True)
    person = ambassador(posts=SIGNED, cards=(kept,))
    assert card_for(person, FR) == kept
    assert card_for(ambassador(posts=SIGNED), FR) == card(SIGNED, FR)
    assert card_for(person, EN) is None


SHORT = ("Short one.", "Thanks all!", "Great day.")
SHORT_IN_FRENCH = ("Une panne.", "Merci à tous !", "Belle journée.")


@pytest.mark.parametrize(
    ("posts", "short", "language", "other"),
    [(SIGNED_IN_ENGLISH, SHORT, EN, FR), (SIGNED, SHORT_IN_FRENCH, FR, EN)],
)
def test_short_texts_are_in_the_language_of_the_others(
    posts: tuple[str, ...], short: tuple[str, ...], language: Language, other: Language
) -> None:
    assert card((*short, *posts), language).posts == len(posts) + len(short)
    assert card_of((*short, *posts), other) is None
    beside = (*short, "x" * 40, *posts, *(SIGNED if other is FR else SIGNED_IN_ENGLISH)[:1])
    assert card_of(beside, other) is None


def test_posts_in_both_languages_make_both_cards() -> None:
    both = (*SIGNED, *SIGNED_IN_ENGLISH)
    assert card(both, FR).posts == card(both, EN).posts == 3
