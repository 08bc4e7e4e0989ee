"""How a draft names its content: the title, what is left of one cut short, and none at all."""

import pytest

from domain.language import Language
from personalizer.offline.titles import short_title_of, title_of
from tests.builders import item


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Maîtriser les redirections shell", "Maîtriser les redirections shell"),
        ("Qu’est-ce que l’intégration continue ?", "Qu’est-ce que l’intégration continue ?"),
        (
            "The secret of a good vendor: best practices",
            "The secret of a good vendor: best practices",
        ),
        ("Barriers to design — And", "Barriers to design"),
        ("Opening the U.S. Tap Standards to the", None),
        ("Taps of tomorrow. Opening them to the", "Taps of tomorrow"),
        ("Exploring a way to make rules easier to", None),
        ("Design for teams, part 4 - What", "Design for teams, part 4"),
        ("L’atelier, la nuit et", None),
        ("ES6 : la boucle for..of", "ES6 : la boucle for..of"),
        ('Building a new system: part 2"', "Building a new system: part 2"),
        ("Is your project using “agilefall”?", "Is your project using “agilefall”?"),
        ('"It isn’t a wait": a year of the lounge', '"It isn’t a wait": a year of the lounge'),
        ("Le « placard » est devenu un salon", "Le « placard » est devenu un salon"),
        ('A "half marked title', "A half marked title"),
        ("A “half marked title", None),
        ("Stop aux `npm install -g`", "Stop aux npm install -g"),
        ("How we improved our onboarding process in 3", None),
        ("What we learned in 2014", "What we learned in 2014"),
        ("Ask Ann: who knows where the pumps are", "Ask Ann: who knows where the pumps are"),
        ("How busy our lifts and stairs are", "How busy our lifts and stairs are"),
        ("The lifts of the north side are", None),
        ("An open source government is a faster, more efficient", None),
        ("Making services open and easy", "Making services open and easy"),
        ("Écouter une fuite | Blog Tessonde", "Écouter une fuite"),
        ("Écouter une fuite – Le blog des équipes", "Écouter une fuite"),
        ("Listening to a leak • Tessonde", "Listening to a leak"),
        ("Écouter une fuite (2/3)", "Écouter une fuite"),
        ("Listening to a leak [part 2 of 3]", "Listening to a leak"),
        ("#12 : Écouter une fuite", "Écouter une fuite"),
        ("H\u034f\u0354a\u0355\u0356cks typographiques", None),
        ("Ask 18F — " + "a very long question " * 5, "Ask 18F"),
        ("Writing for action <em>and</em> change", "Writing for action and change"),
        ("Écrivez à marie@example.org", None),
        ("Listening to leaks, part 2:", "Listening to leaks, part 2"),
        ("", None),
        ("Recap: " + "a very long answer, " * 5 + "at the end", None),
        ("Case study: listening to a leak – " + "a very long answer, " * 5, "Listening to a leak"),
    ],
)
def test_a_title_is_said_whole_or_up_to_where_it_was_cut(title: str, expected: str | None) -> None:
    assert title_of(item(title=title)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Webpack", "Webpack"),
        ("Drafting the first U.S. Tap Standards for cities", None),
        ("ES6, ES2015 : la boucle for..of", None),
        ("Le web sans friction", "Le web sans friction"),
        ("Maîtriser les redirections du shell Unix", "Maîtriser les redirections du shell Unix"),
        ("npm : choisir la bonne version de ses dépendances", None),
        ("Senior executives part 3: Use short-term initiatives", "Senior executives part 3"),
        ("Introduction à Flow, pour du code qui tourne", "Introduction à Flow"),
        ("Designing services that are accessible, transparent, and easy", None),
        ("Why your agency (likely) does not need an application", None),
        (
            "Déploiement continu avec Travis-CI (et GitHub Pages)",
            "Déploiement continu avec Travis-CI",
        ),
        ("Moving a legacy environment to the cloud", None),
        ("Listen early, listen often: at night", "Listen early, listen often"),
        ("Yann Goff: from the night shift to the lab", None),
        ("Leak debt: what it is and where to find it", None),
        ("On the edge of the: a study of five words", None),
        ("Mode d’emploi : entendre une fuite la nuit avec un simple tournevis", None),
        ("Mode d’emploi : entendre une fuite", "Entendre une fuite"),
        ("Bilan annuel : ce que les fuites nous ont coûté cette année", None),
        ("Retour d’expérience – une nuit au dépôt", "Une nuit au dépôt"),
        ("Guide des fuites : les entendre, les voir et les réparer", "Guide des fuites"),
        ("Workshop Day Recap: ninety guests, four apprentices and a late bus", None),
        ("Case study: how we hear a leak at night", None),
        ("Spring Update: Quieter Nights on Mill Lane", "Quieter Nights on Mill Lane"),
        ("“We hear it”: a year of nights spent listening to leaks", None),
        ("Notes from the night shift: what we heard", "Notes from the night shift"),
    ],
)
def test_a_short_title_is_one_that_labels_a_link(title: str, expected: str | None) -> None:
    assert short_title_of(item(title=title)) == expected


def test_a_word_of_the_other_language_cuts_no_english_title() -> None:
    title = "Workshop Day Recap: Ninety Guests, Four Apprentices, and One Very Late Pour"
    told = item(title=title, language=Language.ENGLISH)
    assert title_of(told) == title
    assert short_title_of(told) is None
    assert title_of(item(title="L’atelier, la nuit, et une pause pour")) is None


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("Setting up a press - Ardemont", "https://www.ardemont.example/a", "Setting up a press"),
        ("Régler une presse – Val Orge", "https://val-orge.example/a", "Régler une presse"),
        ("Setting a press - Ardemont", "https://news.example/a", "Setting a press - Ardemont"),
        ("Setting up a press - why now", "https://why.example/a", "Setting up a press - why now"),
    ],
)
def test_the_name_of_its_site_is_no_part_of_a_title(title: str, url: str, expected: str) -> None:
    assert title_of(item(title=title, url=url)) == expected
