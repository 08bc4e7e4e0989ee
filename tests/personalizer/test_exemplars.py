import pytest

from domain.language import Language
from personalizer.exemplars import exemplars
from personalizer.writing import Form
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


@pytest.mark.parametrize(
    ("language", "form", "posts"),
    [
        (Language.FRENCH, Form.QUESTION, ("La vis casse.", "La vis casse-t-elle ?")),
        (Language.FRENCH, Form.FIGURE, ("La vis casse.", "La vis casse 12 fois par an, 12 %.")),
        (Language.FRENCH, Form.THANKS, ("La vis casse.", "Merci à celui qui répare la vis.")),
        (Language.ENGLISH, Form.QUESTION, ("The screw breaks.", "Does the screw break?")),
        (Language.ENGLISH, Form.FIGURE, ("The screw breaks.", "The screw breaks 12% of the time.")),
        (Language.ENGLISH, Form.THANKS, ("The screw breaks.", "Thanks to whoever mends it.")),
    ],
)
def test_among_posts_as_near_in_topic_the_one_of_the_form_comes_first(
    language: Language, form: Form, posts: tuple[str, str]
) -> None:
    content = item(language=language, title="Autre chose", text="Rien de cela.")
    assert exemplars(posts, content, language, form=form)[0] == posts[1]
    assert exemplars(posts, content, language)[0] == posts[0]
