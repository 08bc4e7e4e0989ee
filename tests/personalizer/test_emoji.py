"""Emoji in a draft: a habit of the person, at its place, and no picture before others' words."""

import pytest

from domain.language import Language
from domain.people import Ambassador
from personalizer.card import card_of
from personalizer.offline.emoji import with_emoji
from tests.builders import ambassador

OPENING = (
    "🔧 Panne ce matin sur la ligne deux, et une vis à remplacer.",
    "🔧 Visite des apprentis ce matin, avec de bonnes questions.",
    "Les travaux sont finis et la ligne repart.",
)
ENDING = (
    "La ligne repart ce matin après une panne. 💪 #Atelier",
    "Les apprentis posent les bonnes questions. 💪",
    "Les travaux sont finis et la ligne repart.",
)
ONCE = (
    "🥖 Le pain de la cantine est bon et la ligne repart.",
    "📷 La photo de la ligne est dans le couloir.",
    "Les travaux sont finis et la ligne repart.",
)
TEXTS = ("À lire : un article.", "Qu’en pensez-vous ?", "Lien : https://example.org")


def marked(posts: tuple[str, ...], texts: tuple[str, ...] = TEXTS) -> list[str]:
    person: Ambassador = ambassador(posts=posts)
    return with_emoji(texts, person, card_of(posts, Language.FRENCH))


def test_an_emoji_that_opens_several_posts_opens_the_draft() -> None:
    assert marked(OPENING)[0] == f"🔧 {TEXTS[0]}"


def test_an_emoji_that_ends_several_posts_ends_what_is_said_before_the_link() -> None:
    assert marked(ENDING) == [TEXTS[0], f"{TEXTS[1]} 💪", TEXTS[2]]


@pytest.mark.parametrize("posts", [ONCE, tuple(post[2:] for post in OPENING), ()])
def test_emoji_used_once_or_never_are_not_put(posts: tuple[str, ...]) -> None:
    assert marked(posts) == list(TEXTS)


@pytest.mark.parametrize("first", ["« Une phrase », lit-on.", "[à compléter : un mot]"])
def test_no_emoji_stands_before_a_quotation_or_a_mark(first: str) -> None:
    assert marked(OPENING, (first, *TEXTS[1:])) == [first, *TEXTS[1:]]


@pytest.mark.parametrize("last", ["Lu ici : « Une phrase »", "[à compléter : un mot]"])
def test_no_emoji_stands_behind_a_quotation_or_a_mark(last: str) -> None:
    assert marked(ENDING, (TEXTS[0], last, TEXTS[2])) == [TEXTS[0], last, TEXTS[2]]
