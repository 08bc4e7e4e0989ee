import pytest

from domain.language import Language
from domain.platforms import Platform
from personalizer.card import card_of
from personalizer.offline.limits import aim, counted, most
from tests.personalizer.articles import FRENCH_POSTS


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("abc", 3),
        ("élève", 5),
        ("« mot »", 7),
        ("“word”", 6),
        ("Pourquoi\u202f?", 11),
        ("🔧", 2),
        ("voir https://ardemont.example/une/adresse/tres/longue", 28),
        ("voir fec.gov", 28),
        ("4.2 bars", 8),
    ],
)
def test_x_counts_links_as_23_and_wide_characters_as_two(text: str, weight: int) -> None:
    assert counted(text, Platform.X) == weight


def test_other_platforms_count_every_character() -> None:
    text = "voir https://ardemont.example 🔧"
    for platform in Platform:
        if platform is not Platform.X:
            assert counted(text, platform) == len(text)


def test_a_draft_aims_at_the_length_of_its_authors_posts() -> None:
    card = card_of(tuple(post * 8 for post in FRENCH_POSTS), Language.FRENCH)
    assert card is not None
    assert aim(Platform.LINKEDIN, None) == 700
    assert aim(Platform.LINKEDIN, card) == card.characters
    assert aim(Platform.X, card) == most(Platform.X)
