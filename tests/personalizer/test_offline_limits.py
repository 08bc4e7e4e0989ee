from domain.language import Language
from domain.platforms import Platform
from personalizer.card import card_of
from personalizer.offline.limits import aim, most
from tests.personalizer.articles import FRENCH_POSTS


def test_a_draft_aims_at_the_length_of_its_authors_posts() -> None:
    card = card_of(tuple(post * 8 for post in FRENCH_POSTS), Language.FRENCH)
    assert card is not None
    assert aim(Platform.LINKEDIN, None) == 700
    assert aim(Platform.LINKEDIN, card) == card.characters
    assert aim(Platform.X, card) == most(Platform.X)
