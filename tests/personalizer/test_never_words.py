"""A word that a voice card says its author never writes joins nothing in a draft of theirs."""

import re
from dataclasses import replace

import pytest

from domain.language import Language
from domain.placeholders import placeholder_bounds
from domain.voice import VoiceCard
from guardrails.platform_rules import length_on
from personalizer.card import card_of
from personalizer.offline.engine import first_draft
from tests.builders import ambassador
from tests.personalizer.articles import FRENCH_POSTS, allocated, article

FR, EN = Language.FRENCH, Language.ENGLISH
POSTS = {
    FR: FRENCH_POSTS,
    EN: (
        "Two hours lost, one screw to replace. The night crew found it before us.",
        "The hall smells of warm resin from six in the morning. We weigh each batch by hand.",
        "A setting that holds is a setting that somebody wrote down. Ours stands on one page.",
    ),
}
NEVER = {FR: ("article", "lire", "lecture", "texte"), EN: ("article", "read", "text", "post")}


def _card(language: Language) -> VoiceCard:
    card = card_of(POSTS[language], language)
    assert card is not None
    return card


def drafts(language: Language, never: tuple[str, ...], notes: tuple[str, ...] = ()) -> list[str]:
    card = replace(_card(language), never=never)
    person = ambassador(posts=tuple(POSTS[language]), cards=(card,), languages=(language,))
    asked = allocated(article(language), [person] * 8, language)
    noted = [replace(one, request=replace(one.request, notes=notes)) for one in asked]
    return [first_draft(one, length_on) for one in noted]


def said(text: str) -> str:
    """Return what a draft says itself: no mark to fill, no quotation, no address."""
    for start, end in reversed([*placeholder_bounds(text)]):
        text = text[:start] + text[end:]
    return re.sub(r"«[^»]*»|“[^”]*”|https?://\S+", "", text).replace("’", "'").casefold()


def found(texts: list[str], words: tuple[str, ...]) -> set[str]:
    return {word for word in words for one in texts if re.search(rf"\b{word}s?\b", said(one))}


@pytest.mark.parametrize("language", [FR, EN])
def test_no_field_brings_in_a_word_its_author_never_writes(language: Language) -> None:
    words = NEVER[language]
    assert found(drafts(language, ()), words)
    texts = drafts(language, words)
    assert texts
    assert found(texts, words) == set()
    assert all("Ardemont" in one and "https://" in one for one in texts)


@pytest.mark.parametrize(
    ("language", "words", "note"),
    [
        (FR, ("je", "travaille", "mon", "employeur", "sujet"), "Le jeudi, les fiches sont vides."),
        (EN, ("I", "work", "my", "employer", "subject"), "On Thursdays the sheets are empty."),
    ],
)
def test_what_has_to_be_said_is_said_in_any_words(
    language: Language, words: tuple[str, ...], note: str
) -> None:
    for text in drafts(language, words):
        assert "Ardemont" in said(text).title()
        assert "https://" in text
    for text in drafts(language, words, notes=(note,)):
        assert note.rstrip(".")[1:] in text


@pytest.mark.parametrize("language", [FR, EN])
def test_a_part_of_a_word_is_none_that_they_never_write(language: Language) -> None:
    assert drafts(language, ("artic", "lec", "rea")) == drafts(language, ())
