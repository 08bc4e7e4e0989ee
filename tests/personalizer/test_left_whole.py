"""A long sentence stays whole where a cut would make it say something else."""

import pytest

from domain.language import Language
from personalizer.shortening import shortened

FR, EN = Language.FRENCH, Language.ENGLISH


def first(sentence: str, language: Language, most: int = 25) -> str | None:
    return next(shortened(sentence, language, most_words=most), None)


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
