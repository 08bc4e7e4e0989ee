"""A long sentence is shortened only where what is left is true alone, in the source's own words."""

import pytest

from domain.language import Language
from personalizer.clauses import has_finite_verb, word_count
from personalizer.shortening import shortened, without_brackets, without_dashes

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


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        # what is cut off would take back, limit, condition, doubt or attribute what is left
        (EN, "The new valve closes by itself in every hall of the plant{}."),
        (FR, "La nouvelle vanne se ferme toute seule dans le hall, qui est petit{}."),
    ],
)
@pytest.mark.parametrize(
    ("en", "fr"),
    [
        (
            ", but the crew of the night shift has to watch it for an hour",
            ", mais l’équipe de nuit doit la surveiller pendant une heure",
        ),
        (
            ", which is only true of the valves that were built after the second trial",
            ", ce qui n’est vrai que des vannes posées après le second essai de l’année",
        ),
        (
            ", if the crew of the night shift has set the spring with the right key",
            ", si l’équipe de nuit a réglé le ressort avec la bonne clé du coffret",
        ),
        (
            ", according to a seller who had come to see the plant in the spring",
            ", selon un vendeur qui était venu visiter le site au printemps dernier",
        ),
        (
            ", unless the water of the river is too cold for the spring of the valve",
            ", sauf quand l’eau de la rivière est trop froide pour le ressort",
        ),
        (
            ", which may be true of the second plant and of its older halls as well",
            ", ce qui pourrait être vrai du second site et de ses anciens halls",
        ),
        (
            ", assuming that the crew of the night shift has changed the spring in time",
            ", en supposant que l’équipe de nuit ait changé le ressort à temps",
        ),
        (
            ", except those of the river side and of the old hall, older than all the others",
            ", hormis celles du côté de la rivière, plus anciennes que les autres",
        ),
    ],
)
def test_nothing_that_bears_on_the_rest_is_cut_off(
    language: Language, sentence: str, en: str, fr: str
) -> None:
    assert first(sentence.format(en if language is EN else fr), language, 22) is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        # "not because": without its cause, a negation denies something else
        (
            EN,
            (
                "The crew did not stop the trial of the third pump in the second hall because the"
                " seller had asked them to stop it before the end of the month."
            ),
        ),
        (
            FR,
            (
                "L’équipe n’a pas arrêté le troisième essai de la pompe parce que le vendeur avait"
                " demandé de le faire avant la fin du mois de mars."
            ),
        ),
        # what one must do to reach an aim, one need not do without it
        (
            EN,
            (
                "The crews must write down the pressure of each valve twice a day in order to find"
                " the leaks of the old network before the winter comes."
            ),
        ),
        (
            FR,
            (
                "Il faut noter la pression de chaque vanne deux fois par jour afin de trouver les"
                " fuites de l’ancien réseau avant que l’hiver arrive."
            ),
        ),
        # a figure keeps what it was counted on
        (
            EN,
            (
                "In all, 57 percent of the crews were glad of the new hall, asked in March by a"
                " student who came from the next town for two weeks."
            ),
        ),
        (
            FR,
            (
                "Au total, 57 % des équipes sont contentes du nouveau hall, interrogées en mars par"
                " une étudiante venue de la ville voisine pour deux semaines."
            ),
        ),
        # half of a pair
        (
            EN,
            (
                "Not only is the second hall warmer than the first one was in winter, which helps"
                " the crews, it also costs less to heat for the whole year."
            ),
        ),
        (
            FR,
            (
                "Non seulement le second hall est plus chaud que le premier en hiver, ce qui aide"
                " les équipes, il coûte aussi moins cher sur toute l’année."
            ),
        ),
        # a relative clause in the middle has the verb of the sentence behind it
        (
            EN,
            (
                "The crews of the second hall, who were asked to write down the pressure of the"
                " pump, found two leaks in a week and closed both of them."
            ),
        ),
        # nor is a list cut in its middle
        (
            EN,
            (
                "The crew of the second hall opened the book, closed the valves of the older"
                " network, and called the clerks of the town and their visitors in the evening."
            ),
        ),
        (
            FR,
            (
                "Le nouvel atelier de Nantes possède maintenant une forge de vingt mètres de"
                " long, une fraiseuse et un four pour les apprentis de la seconde année."
            ),
        ),
        # what is asked for is all of it
        (
            EN,
            (
                "The town requires a letter from the clerks of the second hall and proof that the"
                " valve works well in winter and has passed its trial in the spring."
            ),
        ),
        # what a colon announces is the point
        (
            EN,
            (
                "The crews of the second hall were asked three questions about their work in"
                " winter: who opens the valves, who reads the book, and who calls the clerks."
            ),
        ),
        (
            FR,
            (
                "Les équipes du second hall ont reçu une réponse à la question de l’hiver"
                " dernier : la vanne du nord reste ouverte jusqu’au mois de mars."
            ),
        ),
        # the next item of a list is no clause
        (
            FR,
            (
                "Le site propose un hall, une chaufferie, un atelier de mécanique, une salle de"
                " repos, un jardin, un parking couvert et une grande salle de réunion."
            ),
        ),
    ],
)
def test_what_would_say_something_else_is_left_whole(language: Language, sentence: str) -> None:
    assert first(sentence, language) is None


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
    ("sentence", "bare"),
    [
        ("The hall (built in the spring) is warm.", "The hall is warm."),
        ("The hall – a gift of the town – is warm.", "The hall is warm."),
        ("Le hall (un don de la ville) est chaud.", "Le hall est chaud."),
        ("Le hall — un don de la ville — est chaud.", "Le hall est chaud."),
        # what limits or doubts stays
        ("The hall (except its north side) is warm.", None),
        ("The hall (if it is built) is warm.", None),
        ("Aucune vanne (hors celles du nord) ne ferme.", None),
        ("Le hall — pas avant midi — est chaud.", None),
        ("The hall is warm – a gift of the town.", None),
    ],
)
def test_an_aside_goes_where_nothing_depends_on_it(sentence: str, bare: str | None) -> None:
    assert without_dashes(without_brackets(sentence)) == (bare or sentence)
