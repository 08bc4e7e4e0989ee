"""What organisations' news says of a change comes before hours, registration and boilerplate."""

import pytest

from domain.content import ContentItem
from domain.language import Language
from personalizer.carriers import carriers_of
from personalizer.passages import passages_of
from personalizer.worth.news import is_practical, news_odds
from tests.builders import item

FR, EN = Language.FRENCH, Language.ENGLISH
_TITLES = {FR: "Une recyclerie en 214 jours", EN: "A repair shop in 214 days"}


def _odds(language: Language, sentence: str, title: str | None = None) -> float:
    content = item(text=sentence, title=title or _TITLES[language], language=language)
    return news_odds(passages_of(sentence)[0], content)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (FR, "Le délai de réparation est passé de 21 jours à 9 jours."),
        (FR, "Les retours ont reculé de 12 % par rapport à 2023."),
        (FR, "L’atelier a reçu 640 visites, contre 410 un an plus tôt."),
        (FR, "Sur 90 vélos, 71 repartent en état de rouler."),
        (FR, "Il aurait fallu compter les pièces dès le départ."),
        (FR, "L’équipe a tenu 214 jours sans fermer."),
        (EN, "Repair time went from 21 days to nine."),
        (EN, "Returns were down 12 percent compared with 2023."),
        (EN, "The shop had nine menders before the move and 14 after it, up from 9."),
        (EN, "Of the 90 bikes that came in, 71 left in working order."),
        (EN, "The team should have counted the parts at the start."),
        (EN, "The team kept the shop open for 214 days."),
    ],
)
def test_a_change_a_share_and_a_lesson_count_for_a_sentence(
    language: Language, sentence: str
) -> None:
    assert _odds(language, sentence) > 0


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (FR, "Deux créneaux sont ouverts aux habitants, le jeudi 12 mars à 14 h."),
        (FR, "Le cabinet organise un webinaire gratuit le mardi 3 mars à 11 h."),
        (FR, "Le guide est en téléchargement dans l’espace adhérent, rubrique Conseils."),
        (FR, "Les consignes sont disponibles auprès du bureau des entrées."),
        (FR, "La présente note a une portée générale et ne constitue pas un conseil."),
        (FR, "La quincaillerie emploie 34 personnes dans deux villages."),
        (FR, "Nous avons posé quelques questions à la responsable de l’atelier."),
        (FR, "Une ouverture le samedi est à l’étude pour 2027."),
        (EN, "The team will be at the library on Thursday 16 October, 3pm to 7pm."),
        (EN, "We open 8am to 8pm, Monday to Friday, all year round."),
        (EN, "Registration is free and no booking is required."),
        (EN, "The leaflet can be downloaded from the same page."),
        (EN, "The repair shop is a registered charity of the county."),
        (EN, "Dora Whitlock has been with Tessonde since 1998."),
        (EN, "Well, it’s time for the yearly round-up of the shop."),
        (EN, "We ended the year with a deficit of £7,850."),
    ],
)
def test_hours_places_and_who_somebody_is_count_against_it(
    language: Language, sentence: str
) -> None:
    assert _odds(language, sentence) < 0


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (FR, "Samedi à 9 h, 187 habitants étaient là, gants aux mains."),
        (FR, "L’atelier a formé douze apprentis à la soudure."),
        (EN, "At 1:00 p.m. on Friday six seniors signed on as apprentices."),
        (EN, "The shop has mended kettles and lamps for nine years."),
    ],
)
def test_what_happened_at_an_hour_is_no_appointment(language: Language, sentence: str) -> None:
    assert not is_practical(sentence)
    assert _odds(language, sentence) == 0


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Webinaire : réparer sans se ruiner", "Le webinaire aura lieu le mardi 3 mars à 11 h."),
        ("Drop-in session on repairs", "The drop-in session is on Thursday at 3pm."),
    ],
)
def test_an_invitation_is_the_point_of_a_content_that_invites(title: str, sentence: str) -> None:
    assert is_practical(sentence)
    assert _odds(FR, sentence, title) == 0


def _content(language: Language) -> ContentItem:
    text = {
        FR: "Le délai de réparation est passé de 21 jours à 9 jours. Les vélos attendent moins.\n\n"
        "Un atelier ouvert à tous a lieu le jeudi 12 mars à 14 h (15 places maximum).\n\n"
        "La recyclerie est une association fondée en 1998 à Bellac.",
        EN: "Repair time went from 21 days to nine. Bikes wait less in the yard.\n\n"
        "An online session on repairs is held on Thursday 12 March at 3pm.\n\n"
        "The repair shop is a registered charity of the county.",
    }[language]
    return item(text=text, title=_TITLES[language], language=language, digest=text)


@pytest.mark.parametrize("language", list(Language))
def test_readers_are_told_the_change_first(language: Language) -> None:
    ranked = sorted(carriers_of(_content(language)), key=lambda one: -one.worth)
    assert "21" in ranked[0].passage.text
    assert all(ranked[0].worth > 2 * one.worth for one in ranked[1:])
