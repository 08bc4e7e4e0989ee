"""Who was done to what by whom is compared with what was given, in the passive and the active."""

import pytest

from guardrails.facts.passives import done_the_other_way
from guardrails.facts.swapped import swapped
from tests.growing import Work, is_in_step

BY_LEVI = "Nora a été accompagnée par Lévi pendant un an."
BY_YOUNG = "Les retraités ont été formés par les apprentis."
BY_LEVI_EN = "Nora was trained by Levi last year."


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (BY_LEVI, "C’est Lévi qui a été accompagné par Nora."),
        (BY_LEVI, "Nora a accompagné Lévi."),
        ("Lévi accompagne Nora depuis mars.", "Lévi a été accompagné par Nora."),
        (BY_YOUNG, "Les apprentis ont été formés par les retraités."),
        (BY_YOUNG, "Chez nous, les retraités ont formé les apprentis."),
        ("Le logiciel organise les tournées.", "Le logiciel est organisé par les tournées."),
        (BY_LEVI_EN, "It was Levi who was trained by Nora."),
        (BY_LEVI_EN, "Nora trained Levi."),
        ("The apprentices mentor the retired.", "The apprentices were mentored by the retired."),
    ],
)
def test_a_deed_done_the_other_way_is_found(given: str, text: str) -> None:
    assert len(list(swapped(text, (given,)))) == 1


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (BY_LEVI, "C’est Nora qui a été accompagnée par Lévi."),
        (BY_LEVI, "Lévi a accompagné Nora."),
        (BY_LEVI, "Lévi a été remplacé par Nora."),
        (BY_LEVI, "Lévi n’a pas été accompagné par Nora."),
        (BY_LEVI, "Lévi a été accompagné par Sacha."),
        (BY_YOUNG, "Les apprentis ont formé les retraités."),
        (f"{BY_YOUNG} Les apprentis ont été formés par les retraités.", "Les retraités ont formé."),
        (
            "Formés par les apprentis, les retraités rient.",
            "Les apprentis ont formé les retraités.",
        ),
        (BY_LEVI_EN, "Levi trained Nora."),
        (BY_LEVI_EN, "Nora, who was trained by Levi, left."),
        ("Calls were answered by Nora. Nora answers calls.", "Nora answered calls."),
        ("The list was read by the hour.", "The hour was read by the list."),
    ],
)
def test_a_deed_told_as_it_was_given_passes(given: str, text: str) -> None:
    assert not list(done_the_other_way(text, (given,)))


@pytest.mark.parametrize(
    "flood",
    [
        "Nora a été formée par Lévi. ",
        "Lévi forme Nora ",
        "a ete par ",
        "qui a ete forme " * 3,
        "was trained by by ",
    ],
)
def test_no_flood_of_deeds_makes_time_grow_faster_than_the_text(flood: str) -> None:
    assert is_in_step(*(_looked_for(flood, times) for times in (400, 1_600)))


def _looked_for(flood: str, times: int) -> Work:
    given = "Nora a été formée par Lévi. " + flood * times
    return lambda _again: list(done_the_other_way(flood * times, (given,)))
