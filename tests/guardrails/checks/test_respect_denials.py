"""A denial excuses an insult only where it denies the insult, and so do places and thieves."""

import pytest

from tests.guardrails.shipped import found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ceux qui n'aiment pas Flow sont des abrutis."),
        ("fr", "Celui qui ne comprend pas ça est un crétin."),
        ("fr", "Les gens qui n'achètent pas sont des cons."),
        ("fr", "Quiconque n'aime pas Flow est un abruti."),
        ("fr", "Si vous n'avez pas compris vous êtes des abrutis."),
        ("en", "Anyone who doesn't get Flow is a moron."),
        ("en", "People who don't buy Flow are idiots."),
        ("en", "People who never read the manual are idiots."),
        ("en", "Whoever doesn't like it is an idiot."),
        ("en", "If you don't get it you're a moron."),
    ],
)
def test_what_those_insulted_do_not_do_denies_no_insult(language: str, text: str) -> None:
    assert found("CH-15", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ceux qui n'aiment pas Flow ne sont pas des abrutis."),
        ("fr", "Je ne dis pas que ceux qui n'aiment pas Flow sont des abrutis."),
        ("fr", "Personne qui travaille ici n'est un idiot."),
        ("fr", "Je connais des gens qui ne sont pas des cons."),
        ("fr", "Un chef qui ne dit pas que ses clients sont des cons."),
        ("en", "Anyone who doesn't get Flow isn't a moron."),
        ("en", "People who don't buy Flow are not idiots."),
        ("en", "Nobody who works here is an idiot."),
        ("en", "I like managers who don't think their staff are morons."),
        ("en", "The first two are the cons."),
    ],
)
def test_a_denial_of_the_insult_itself_passes(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les vieux n'ont pas leur place dans l'informatique."),
        ("fr", "Les Roms volent nos câbles."),
        ("en", "Old people have no place in IT."),
        ("en", "Old people have no business in IT."),
        ("en", "Gypsies steal our cables."),
    ],
)
def test_who_has_no_place_and_who_steals_is_found_in_both_languages(
    language: str, text: str
) -> None:
    assert found("CH-15", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les femmes ont leur place dans l'informatique."),
        ("fr", "Les stagiaires n'ont pas leur place de parking."),
        ("fr", "Les jeunes volent de leurs propres ailes."),
        ("en", "Women have their place in IT."),
        ("en", "Old people have no place to park near the workshop."),
        ("en", "Interns have no place to sit in the open space."),
    ],
)
def test_a_place_of_ones_own_and_a_place_to_sit_pass(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Je ne cache pas que les gens qui viennent de la ville du nord sont des incapables.",
        ),
        (
            "en",
            "I do not hide that the people who come from the other side of town are idiots.",
        ),
    ],
)
def test_no_denial_comes_nearer_for_what_stands_between(language: str, text: str) -> None:
    assert found("CH-15", text, language)
