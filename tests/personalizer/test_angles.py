from dataclasses import replace

import pytest

from domain.language import Language
from domain.people import ProfileMix, ProfileType
from personalizer.angles import angles_of
from personalizer.carriers import carriers
from personalizer.writing import Form
from tests.builders import ambassador, item
from tests.personalizer.articles import article

BOTH = pytest.mark.parametrize("language", list(Language))


def told(language: Language, text: str, **person: object) -> list[str]:
    content = item(text=text, language=language)
    spans = [angle.focus for angle in angles_of(content, ambassador(**person), language)]
    return [text[span.start : span.end] for span in spans]


@BOTH
def test_an_article_gives_forty_angles_that_all_differ(language: Language) -> None:
    angles = angles_of(article(language), ambassador(), language)
    assert len(angles) >= 40
    assert len({angle.key for angle in angles}) == len(angles)


@BOTH
def test_angles_point_at_whole_sentences_of_the_text(language: Language) -> None:
    content = article(language)
    for angle in angles_of(content, ambassador(), language):
        sentence = content.text[angle.focus.start : angle.focus.end]
        assert sentence[0].isupper() or sentence[0] in "«“"
        assert sentence.rstrip("»”")[-1] in ".?"


@BOTH
def test_a_long_content_as_a_whole_comes_last(language: Language) -> None:
    content = article(language)
    longer = item(
        text=f"{content.text}\n" * 3, title=content.title, digest="long", language=language
    )
    angles = angles_of(longer, ambassador(), language)
    wholes = [number for number, angle in enumerate(angles) if angle.of_whole]
    assert wholes == list(range(len(angles) - len(wholes), len(angles)))
    assert len({angles[number].form for number in wholes}) == len(wholes) > 0
    never = (content.title.split()[-1],)
    assert not any(one.of_whole for one in angles_of(longer, ambassador(never=never), language))
    assert not any(one.of_whole for one in angles_of(content, ambassador(), language))


@BOTH
def test_the_same_angles_come_again_in_the_same_order(language: Language) -> None:
    one, other = (angles_of(article(language), ambassador(), language) for _ in range(2))
    assert one == other


@BOTH
def test_a_key_means_the_same_to_everybody(language: Language) -> None:
    content = article(language)
    types = [ambassador(profile=ProfileMix.only(kind)) for kind in ProfileType]
    known: dict[str, object] = {}
    for person in types:
        for angle in angles_of(content, person, language):
            assert known.setdefault(angle.key, angle) == angle


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ProfileType.EXPERT, {Form.FIGURE, Form.HOW_TO, Form.LESSON}),
        (ProfileType.REPORTER, {Form.QUOTATION, Form.BEHIND_THE_SCENES, Form.THANKS}),
        (ProfileType.SUPPORTER, {Form.THANKS, Form.FIGURE, Form.BEHIND_THE_SCENES}),
        (ProfileType.HR_AMBASSADOR, {Form.BEHIND_THE_SCENES, Form.THANKS, Form.QUOTATION}),
    ],
)
@BOTH
def test_each_type_soon_comes_to_what_it_likes_to_tell(
    language: Language, kind: ProfileType, expected: set[Form]
) -> None:
    angles = angles_of(article(language), ambassador(profile=ProfileMix.only(kind)), language)
    # A sentence that says much more than the others may come first in another form.
    assert {one.form for one in angles[:2]} & expected


@BOTH
def test_the_first_ten_angles_stand_on_different_sentences(language: Language) -> None:
    angles = angles_of(article(language), ambassador(), language)[:10]
    assert len({angle.focus for angle in angles}) == 10


def test_a_topic_of_the_person_brings_its_sentence_forward() -> None:
    text = (
        "Le hall contient 212 mètres de conduites enterrées dans quatre sols. "
        "La cantine a servi 640 repas pendant la semaine du salon."
    )
    assert told(Language.FRENCH, text, topics=("hall",))[0].startswith("Le hall")
    assert told(Language.FRENCH, text, topics=("cantine",))[0].startswith("La cantine")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FRENCH, "Ce site utilise des cookies pour mesurer son audience."),
        (Language.FRENCH, "Abonnez-vous à la newsletter pour suivre nos projets."),
        (Language.FRENCH, "Publié le 12 mars 2025 par la rédaction du journal."),
        (Language.FRENCH, "Lire la suite sur la page du projet de Nantes."),
        (Language.FRENCH, "Cela prend 12 minutes sur les trois lignes."),
        (Language.FRENCH, "Notre solution est la meilleure du marché français."),
        (Language.FRENCH, "Écrivez à contact@ardemont.example pour visiter le hall."),
        (Language.FRENCH, "Les résultats de la méthode"),
        (Language.ENGLISH, "This site uses cookies to measure its audience."),
        (Language.ENGLISH, "Subscribe to the newsletter to follow our projects."),
        (Language.ENGLISH, "Posted on 12 March 2025 by the editors."),
        (Language.ENGLISH, "Read more on the page of the Leeds project."),
        (Language.ENGLISH, "It takes 12 minutes on the three lines."),
        (Language.ENGLISH, "Our solution is the best on the British market."),
        (Language.ENGLISH, "Write to contact@ardemont.example to visit the hall."),
        (Language.ENGLISH, "The results of the method"),
    ],
)
def test_furniture_and_what_cannot_be_passed_on_give_no_angle(
    language: Language, text: str
) -> None:
    assert told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FRENCH, "Le réglage d’une presse prend 12 minutes au lieu de 40."),
        (Language.FRENCH, "Les apprentis remplissent la moitié des fiches de l’atelier."),
        (Language.ENGLISH, "Setting up a press takes 12 minutes instead of 40."),
        (Language.ENGLISH, "The apprentices fill in half of the sheets of the workshop."),
    ],
)
def test_a_plain_statement_gives_angles(language: Language, text: str) -> None:
    assert set(told(language, text)) == {text}


def test_lines_wrapped_at_a_column_read_as_one_sentence() -> None:
    text = "Le réglage d’une presse prend 12 minutes au\nlieu de 40, sur trois lignes de l’atelier."
    assert set(told(Language.FRENCH, text)) == {text}


def test_nobody_is_given_what_is_said_about_themselves() -> None:
    text = "Inès Caradec, responsable qualité, relit chaque fiche de l’atelier avant midi."
    assert told(Language.FRENCH, text, name="Inès Caradec") == []
    assert told(Language.FRENCH, text, name="Paul Morin") != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FRENCH, "Portes ouvertes samedi à l’atelier de Nantes. Entrée libre."),
        (Language.ENGLISH, "Open day on Saturday at the Nantes workshop. Free entry."),
    ],
)
def test_a_note_too_short_to_tell_still_gives_a_few_angles(language: Language, text: str) -> None:
    content = item(text=text, digest=text, language=language)
    found = angles_of(content, ambassador(), language)
    assert 1 <= len({one.key for one in found}) <= 3
    assert {text[one.focus.start : one.focus.end] for one in found} == {
        text.split(". ", 1)[0] + "."
    }
    never = ambassador(never=("Nantes",))
    assert angles_of(content, never, language) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("À retenir\n- Toutes les pannes passent par le même carnet de bord\n", 1),
        ("Le carnet de bord des pannes de toute la ligne de Nantes\n", 0),
        ("La panne est notée par les équipes dans un carnet que garde la\n", 0),
    ],
)
def test_an_item_of_a_list_may_be_a_whole_sentence_and_a_heading_is_none(
    text: str, expected: int
) -> None:
    assert len(carriers(item(text=text, digest=text))) == expected


def test_an_empty_text_has_nothing_to_say() -> None:
    assert angles_of(item(text="", digest="empty"), ambassador(), Language.FRENCH) == ()


def test_nobody_is_given_what_they_never_speak_about() -> None:
    text = (
        "La cantine a servi 640 repas pendant la semaine du salon. "
        "Le hall contient 212 mètres de conduites enterrées dans quatre sols."
    )
    assert all(one.startswith("Le hall") for one in told(Language.FRENCH, text, never=("Cantine",)))
    assert len(set(told(Language.FRENCH, text, never=("cant",)))) == 2


def test_a_question_needs_no_verb_but_something_to_ask() -> None:
    texts = ("Pourquoi une presse Tessier pour une équipe de réglage ?", "Et puis quoi alors ?")
    content = item(text=" ".join(texts), language=Language.FRENCH)
    assert [one.text for one in carriers(content)] == [texts[0]]


def test_what_was_done_on_a_day_is_no_way_to_do_it() -> None:
    told_on_a_day = item(
        text="The crew of Leeds repaired the old press on 4 March 2024.", language=Language.ENGLISH
    )
    told_of_any = item(
        text="The crew of Leeds repairs the old press of the plant.", language=Language.ENGLISH
    )
    forms = [
        {one.form for one in angles_of(content, ambassador(), Language.ENGLISH)}
        for content in (told_on_a_day, told_of_any)
    ]
    assert [Form.HOW_TO in one for one in forms] == [False, True]


def test_half_a_sentence_that_ends_as_a_question_asks_nothing() -> None:
    texts = (
        "At the end of another apprentice morning at the press?",
        "Why another press for several morning apprentices?",
    )
    content = item(text="\n\n".join(texts), language=Language.ENGLISH)
    assert [one.text for one in carriers(content)] == [texts[1]]


_POOR = "Which valve is opened first in the workshop?\n\n" + "valve.open = 1\n" * 200


def test_a_long_content_that_gives_few_angles_is_named_again() -> None:
    text = f"{_POOR}\nPumps of the valley\n\nThe pumps.\n"
    poor = item(text=text, language=Language.ENGLISH)
    angles = angles_of(poor, ambassador(), Language.ENGLISH)
    assert len(angles) >= 20
    assert len({one.key for one in angles}) == len(angles)
    assert len({one.form for one in angles if one.key.endswith(":again")}) > 1
    assert all(one.of_whole == (":whole" in one.key) for one in angles)
    short = replace(poor, text=text.replace("valve.open = 1\n" * 100, ""), digest="short")
    assert len(angles_of(short, ambassador(), Language.ENGLISH)) < 20
    never = ambassador(never=("pumps", poor.title.split()[-1]))
    assert len(angles_of(poor, never, Language.ENGLISH)) < 5


def test_a_rich_content_is_named_once() -> None:
    content = article(Language.ENGLISH)
    longer = item(text=content.text * 3, digest="long", language=Language.ENGLISH)
    angles = angles_of(longer, ambassador(), Language.ENGLISH)
    assert not any(one.key.endswith(":again") for one in angles)
