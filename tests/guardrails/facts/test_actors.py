"""Who did what is read in either language, active or passive."""

import pytest

from guardrails.facts.swapped import swapped

FR = "Norvia a racheté Kerdun en mars. Ardemont forme Ostrelle, et Ardemont fournit Belvasse."
EN = "In March Norvia bought Kerdun. Ardemont trains Ostrelle, and Ardemont supplies Belvasse."


@pytest.mark.parametrize("source", [FR, EN])
@pytest.mark.parametrize(
    "text",
    [
        "Kerdun a racheté Norvia.",
        "Kerdun rachète Norvia !",
        "Norvia est racheté par Kerdun.",
        "Kerdun has bought Norvia.",
        "Norvia was acquired by Kerdun.",
        "Ostrelle trains Ardemont.",
        "Ardemont est fourni par Belvasse.",
    ],
)
def test_a_deed_told_the_wrong_way_round_is_found_in_both_languages(source: str, text: str) -> None:
    assert [text[one.start : one.end] for one in swapped(text, [source])] == [text.rstrip(" .!")]


@pytest.mark.parametrize("source", [FR, EN])
@pytest.mark.parametrize(
    "text",
    [
        "Norvia rachète Kerdun.",
        "Kerdun a été racheté par Norvia.",
        "Kerdun was bought by Norvia.",
        "Norvia's purchase of Kerdun: Kerdun and Norvia bought time.",
        "Kerdun remercie Norvia.",  # of this deed nothing is known
        "Belvasse is supplied by Ardemont.",
        "Kerdun n'a pas racheté Norvia.",
        "Kerdun, que Norvia a racheté, reste à Lyon.",
        "Kerdun forme ses équipes. Norvia aussi.",
    ],
)
def test_the_right_way_round_and_other_deeds_are_not(source: str, text: str) -> None:
    assert list(swapped(text, [source])) == []


def test_what_is_told_both_ways_round_may_be_told_either_way() -> None:
    source = "Norvia aide Kerdun, et Kerdun aide Norvia."
    assert list(swapped("Kerdun helps Norvia.", [source])) == []


MAYOR = (
    "Le maire de Lyon a remercié les élèves de l’école. Notre équipe forme les apprentis.",
    "The mayor of Lyon thanked the pupils of the school. Our team trains the apprentices.",
)


@pytest.mark.parametrize("source", MAYOR)
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Les élèves ont remercié le maire.", 1),
        ("The pupils thanked the mayor of Lyon.", 1),
        ("The mayor was thanked by the pupils.", 1),
        ("Les apprentis forment l’équipe.", 1),
        ("Le maire a remercié les élèves.", 0),
        ("The pupils were thanked by the mayor.", 0),
        ("L’équipe forme ses apprentis, et les élèves remercient leurs parents.", 0),
        ("Les élèves aident le maire.", 0),
    ],
)
def test_those_without_a_name_act_as_well(source: str, text: str, found: int) -> None:
    assert len(list(swapped(text, [source]))) == found


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("Les Tilleuls accueillent 90 enfants.", "90 enfants accueillis aux Tilleuls.", False),
        ("Tilleuls hosted 90 children.", "90 children hosted at Tilleuls.", False),
        ("Les Tilleuls accueillent 90 enfants.", "90 enfants accueillent les Tilleuls.", True),
    ],
)
def test_where_it_was_done_is_not_who_it_was_done_to(
    source: str, text: str, *, found: bool
) -> None:
    assert bool(list(swapped(text, [source]))) is found
