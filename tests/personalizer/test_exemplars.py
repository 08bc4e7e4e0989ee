from domain.language import Language
from personalizer.exemplars import exemplars
from tests.builders import item

PRESS = "Le réglage de la presse a pris la matinée, et la liste des gestes a servi."
CANTEEN = "La cantine change de carte ce lundi, avec deux plats du jour."
TEST_HALL = "Dans le hall, une presse et un réglage à refaire avant la nuit."
ENGLISH = "The press was set up in the morning, and the list of moves was of use."


def test_the_posts_nearest_in_words_come_first() -> None:
    found = exemplars((CANTEEN, PRESS, TEST_HALL), item(), Language.FRENCH, most=2)
    content = item(text="Le réglage de la presse suit une liste de gestes.", title="La presse")
    assert exemplars((CANTEEN, PRESS, TEST_HALL), content, Language.FRENCH) == (
        PRESS,
        TEST_HALL,
        CANTEEN,
    )
    assert len(found) == 2


def test_posts_in_another_language_and_blank_ones_are_no_example() -> None:
    assert exemplars((ENGLISH, "  ", PRESS), item(), Language.FRENCH) == (PRESS,)
    assert exemplars((ENGLISH, PRESS), item(), Language.ENGLISH) == (ENGLISH,)


def test_nobody_has_examples_without_posts() -> None:
    assert exemplars((), item(), Language.FRENCH) == ()


def test_posts_that_are_equally_far_keep_their_order() -> None:
    posts = tuple(f"Message numéro {name} sur la plage." for name in ("un", "deux", "trois"))
    assert exemplars(posts, item(text="Autre chose.", title="Rien"), Language.FRENCH) == posts
