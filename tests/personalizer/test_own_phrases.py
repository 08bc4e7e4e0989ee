"""What a draft says again of its author's posts: hello, a question, goodbye, and nothing told."""

from dataclasses import replace

import pytest

from domain.language import Language
from guardrails.platform_rules import length_on
from personalizer.offline.engine import first_draft
from personalizer.offline.own_phrases import NO_PHRASES, OwnPhrases, own_phrases, says_work
from tests.builders import ambassador
from tests.personalizer.articles import allocated, article

FR, EN = Language.FRENCH, Language.ENGLISH
FRENCH = (
    "Bonjour à toutes et tous,\n\nLe sas sent la résine.\n\nEt vous ?\n\nBelle journée !\n#Atelier",
    "Bonjour à toutes et tous,\n\nLes boîtiers tombent par lots dans le bac.\n\nBelle journée !",
    "Bonjour à toutes et tous,\n\nLa pesée demande une balance bien réglée.\n\nEt vous alors ?",
)
ENGLISH = (
    "Hi everyone!\n\nThe list fits on one page of the log.\n\nWhat do you think?\n\nTake care.",
    "Hi everyone!\n\nThe valves were all stuck again at the end of the street.\n\nTake care.",
    "Hi everyone!\n\nThe map has a new layer that shows the pumps.\n\nAnd you?\n#Maps",
)


@pytest.mark.parametrize(
    ("language", "posts", "found"),
    [
        (
            FR,
            FRENCH,
            OwnPhrases(
                "Bonjour à toutes et tous,", ("Et vous alors\u202f?",), "Belle journée\u202f!"
            ),
        ),
        (EN, ENGLISH, OwnPhrases("Hi everyone!", ("And you?",), "Take care.")),
        (FR, FRENCH[:1], OwnPhrases("Bonjour à toutes et tous,", (), "Belle journée\u202f!")),
    ],
)
def test_what_several_posts_say_at_one_place_is_a_habit_and_of_one_post_what_it_shows(
    language: Language, posts: tuple[str, ...], found: OwnPhrases
) -> None:
    assert own_phrases(ambassador(posts=posts), language) == found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FR, "Bonjour Claire, le sas sent la résine chaude dès six heures. Et alors ?"),
        (FR, "Bonjour de Lorient !\n\nLes boîtiers tombent par lots. Bon week-end."),
        (FR, "Salut les 300 abonnés !\n\nLe sas sent la résine chaude. Pourquoi ?"),
        (FR, "Hello mon équipe,\n\nLa balance est dans le bac. Merci à notre client de Roanne."),
        (FR, "Bonne année à tous !\n\nLa balance est dans le bac. Que faisiez-vous là ?"),
        (
            EN,
            "Hello from Leeds!\n\nThe list is on one page of the log. Which valve would you open?",
        ),
        (EN, "Good morning everyone!\n\nThe map is in the van. Have a good Friday."),
        (EN, "Hi all 12 of you,\n\nThe map is in the van. Where were you then?"),
        (EN, "Hi to my team!\n\nThe map is in the van. I love my job."),
        (EN, "Dear reader of the log,\n\nThe map is in the van. And then?"),
    ],
)
def test_what_has_a_name_a_figure_an_i_a_day_or_a_subject_is_left_alone(
    language: Language, said: str
) -> None:
    assert own_phrases(ambassador(posts=(said,) * 3), language) == NO_PHRASES


def test_what_they_never_want_said_is_not_said_again() -> None:
    person = ambassador(posts=FRENCH, never=("belle journée",))
    assert own_phrases(person, FR).goodbye is None


@pytest.mark.parametrize(("language", "posts"), [(FR, FRENCH), (EN, ENGLISH)])
def test_a_draft_greets_and_ends_as_its_author_does(
    language: Language, posts: tuple[str, ...]
) -> None:
    person = ambassador(posts=posts)
    own = own_phrases(person, language)
    (asked,) = allocated(article(language), [person], language)
    lines = [one for one in first_draft(asked, length_on).splitlines() if one]
    assert lines[0] == own.greeting
    assert [one for one in lines if not one.startswith("#")][-1] == own.goodbye
    assert any(one in lines for one in own.questions)


@pytest.mark.parametrize(
    ("language", "post", "said"),
    [
        (FR, "Je bosse chez Ardemont, à l’atelier de Roanne.", "bosse chez"),
        (FR, "Je travaille pour Ardemont et la presse est là.", "travaille pour"),
        (FR, "Je bosse chez Ardemontine, à l’atelier de Roanne.", None),
        (FR, "Elle bosse chez Ardemont, à l’atelier de Roanne.", None),
        (EN, "I work for Ardemont, on the map of the pumps.", "work for"),
        (EN, "They work for Ardemont, on the map of the pumps.", None),
    ],
)
def test_how_they_say_where_they_work_is_theirs(
    language: Language, post: str, said: str | None
) -> None:
    assert says_work(ambassador(posts=(post,)), "Ardemont", language) == said


@pytest.mark.parametrize(
    ("post", "employer", "said"),
    [
        ("Je bosse à la Ville de Brissol.", "Ville de Brissol", "bosse à la"),
        ("Je travaille au CHU de Brissol.", "CHU de Brissol", "travaille au"),
        ("Je travaille à l’Institut Tessonde.", "Institut Tessonde", "travaille à l’"),
        ("Je travaille pour les Ateliers Sud.", "Ateliers Sud", "travaille pour les"),
    ],
)
def test_the_article_before_an_employer_is_said_with_it(
    post: str, employer: str, said: str
) -> None:
    assert says_work(ambassador(posts=(post,)), employer, FR) == said


def test_a_draft_says_where_they_work_in_their_words() -> None:
    person = ambassador(posts=tuple(f"{post}\n\nJe bosse chez Ardemont." for post in FRENCH))
    texts = [first_draft(one, length_on) for one in allocated(article(FR), [person] * 4, FR)]
    assert any("bosse chez Ardemont" in text for text in texts)
    assert not any("travaille chez" in text for text in texts)


def test_their_hashtags_come_back_where_the_content_speaks_of_them() -> None:
    content = replace(article(FR), text=f"{article(FR).text}\nLa fiche de réglage reste au mur.")
    person = ambassador(posts=tuple(f"{post}\n#FicheDeRéglage #Roue" for post in FRENCH))
    (asked,) = allocated(content, [person], FR)
    text = first_draft(asked, length_on)
    assert "#FicheDeRéglage" in text
    assert "#Roue" not in text


SIGNED = tuple(f"{post}\n\n– Inês" for post in ("Le bac est plein.", "Le sas ferme.", "Il pleut."))


@pytest.mark.parametrize(
    ("name", "goodbye"), [("Inês Valverdinho", "– Inês"), ("Paul Rey", None), (None, None)]
)
def test_a_draft_is_signed_by_the_name_of_whoever_asks(
    name: str | None, goodbye: str | None
) -> None:
    person = replace(ambassador(), name=name, posts=SIGNED)
    assert own_phrases(person, FR).goodbye == goodbye
