"""A long sentence is shortened only where what is left is true alone, in the source's own words."""

import pytest

from domain.language import Language
from personalizer.clauses import has_finite_verb, word_count
from personalizer.shortening import shortened, without_brackets

FR, EN = Language.FRENCH, Language.ENGLISH


def first(sentence: str, language: Language, most: int = 25) -> str | None:
    return next(shortened(sentence, language, most_words=most), None)


@pytest.mark.parametrize(
    ("language", "sentence", "kept"),
    [
        (
            EN,
            (
                "The pilot crew moved the whole store of spare valves to a second hall, which the"
                " town had left empty for years, two streets away from the plant."
            ),
            None,
        ),
        (
            EN,
            (
                "The pilot crew moved the whole store of spare valves to a second hall in April,"
                " which made room for the new line of pumps and for its testers."
            ),
            "The pilot crew moved the whole store of spare valves to a second hall in April",
        ),
        (
            EN,
            (
                "Any errors are returned in real time to the school, allowing the staff of the"
                " district to settle most of them on the same day and without a letter."
            ),
            None,
        ),
        (
            EN,
            (
                "Errors are returned in real time to the clerks of the schools, allowing the"
                " staff of the district to settle most of them in a day and by themselves."
            ),
            "Errors are returned in real time to the clerks of the schools",
        ),
        (
            EN,
            (
                "The text view is quick to load on an older laptop in the workshop, and the"
                " crews of the night shift now open it on purpose for their first round."
            ),
            "The text view is quick to load on an older laptop in the workshop",
        ),
        (
            FR,
            (
                "Le sas de la chaufferie est un contrat entre deux équipes de nuit, ce qui leur"
                " permet de passer le relais sans se croiser ni se téléphoner."
            ),
            None,
        ),
        (
            FR,
            (
                "Le carnet de la chaufferie est un contrat entre deux équipes de nuit, ce qui leur"
                " permet de passer le relais et de garder la main sur le réglage."
            ),
            "Le carnet de la chaufferie est un contrat entre deux équipes de nuit",
        ),
        (
            FR,
            (
                "Le second essai de la pompe a été mené dans le hall de Nantes ; les techniciens de"
                " l’équipe du matin y ont relevé la pression toutes les heures."
            ),
            "Le second essai de la pompe a été mené dans le hall de Nantes",
        ),
        (
            FR,
            (
                "Les relevés de la pompe sont gardés dans un grand cahier, permettant aux"
                " équipes de comparer les saisons entre elles et de retrouver vite une panne."
            ),
            "Les relevés de la pompe sont gardés dans un grand cahier",
        ),
        (
            FR,
            (
                "Le carnet de la chaufferie est un contrat que les deux équipes signent chaque"
                " année, une forme de respect qui leur permet de passer le relais en confiance."
            ),
            "Le carnet de la chaufferie est un contrat que les deux équipes signent chaque année",
        ),
        (
            EN,
            (
                "The crew of the second hall used the book to draw a map of the older valves,"
                " and then used that map to choose the first street of the spring."
            ),
            None,
        ),
        (
            EN,
            (
                "The crew of the second hall used the book to draw an outline of street valves"
                " and then opened the map to the clerks of the town and to their older visitors."
            ),
            "The crew of the second hall used the book to draw an outline of street valves",
        ),
        (
            EN,
            (
                "The crew of the night shift wrote the story of the great repair for"
                " apprentices: 12 pages of figures, 4 of drawings, 6 of photographs, 3 of names."
            ),
            "The crew of the night shift wrote the story of the great repair for apprentices",
        ),
    ],
)
def test_what_adds_to_a_whole_clause_is_cut_off(
    language: Language, sentence: str, kept: str | None
) -> None:
    assert first(sentence, language) == kept


def test_the_longest_that_fits_comes_first_and_each_is_a_beginning() -> None:
    sentence = (
        "The crews of the second hall wrote down the pressure of the pump twice a day in a"
        " shared book, which the clerks copied, and the engineers read it every Monday."
    )
    found = list(shortened(sentence, EN, most_words=30))
    assert found
    assert [word_count(one) for one in found] == sorted(map(word_count, found), reverse=True)
    assert all(sentence.startswith(one) and has_finite_verb(one, EN) for one in found)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            EN,
            (
                "The court found the managers guilty of serious theft, and the appeal judges"
                " cleared them of every charge in spring."
            ),
        ),
        (
            EN,
            (
                "The rumour has the factory closing its gates in summer, and the management denies"
                " it in every interview."
            ),
        ),
        (
            EN,
            (
                "The team built a new engine for the national railway, a prototype which burst into"
                " flames in the first trial."
            ),
        ),
        (
            FR,
            (
                "Les médecins conseillent ce traitement aux patients adultes, ce que l'agence du"
                " médicament interdit formellement depuis le printemps dernier."
            ),
        ),
    ],
)
def test_what_takes_it_back_is_not_cut_off(language: Language, sentence: str) -> None:
    assert first(sentence, language, most=40) is None


def test_an_aside_that_takes_it_back_stays() -> None:
    sentence = "The engine runs on clean hydrogen (tests pending) and drivers love it."
    assert without_brackets(sentence) == sentence
