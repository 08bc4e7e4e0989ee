"""No text, however hostile, makes the time of looking for misuses grow faster than itself."""

import pytest

from domain.misuses import Misuse
from guardrails.facts.misuses import FINDERS
from tests.growing import Work, is_in_step
from tests.guardrails.facts.test_misuses import GIVEN, of


@pytest.mark.parametrize(
    "flood",
    [
        "12 ", "340 personnes ", "juin 2025 ", "passé de 1 ", "a.com/b", "https://", "www.",
        "selon ", "selon a", "selon aa’", "expert ", "je suis un expert qui ", "a doublé ",
        "L’atelier a doublé ses volumes. ", "Les pannes chutent. ", "Selon une étude, non. ",
        "« ", "[", '"', "“ ", "no ", "aucun depuis ", "12 minutes au lieu de ",
        "rien n’a chuté ", "n’ont pas ", "nothing improved, ", "never ", "mai et ", "ne chute pas ",
        "de mai à juin 2026 ",
        "Selon une e\u0301tude, non. ", "\u0301", "a.fr/b?utm_a=b&", "Sites : de 12 à 40. ",
    ],
)  # fmt: skip
def test_no_flood_makes_time_grow_faster_than_the_text(flood: str) -> None:
    assert is_in_step(*(_looked_for((flood * 40_000)[:size]) for size in (5_000, 20_000)))


def test_a_row_of_figures_without_an_end_counts_nothing() -> None:
    given = f"Le débit est passé de {'1' * 5_000} à {'2' * 5_000}, puis de 0 à 0."
    assert of("Le débit a doublé.", given) == [Misuse.RESULT]


@pytest.mark.parametrize(
    "source", ["Les ventes montent. ", "de 1 à 3, ", "12 sites, ", "Un délai passé de 40 à 12, "]
)
@pytest.mark.parametrize(
    "flood",
    [
        "Cela a doublé. ",
        "Les pannes chutent. ",
        "Selon une étude, non. ",
        "12 autos, ",
        "a.fr/b ",
        "passé de 12 à 40. ",
        "Rien n’a chuté. ",
    ],
)
def test_no_flood_against_a_long_source_does_either(flood: str, source: str) -> None:
    small, large = (
        _looked_for((flood * 4_000)[:size], (source * 4_000)[:size]) for size in (5_000, 20_000)
    )
    assert is_in_step(small, large)


def _looked_for(text: str, source: str = "") -> Work:
    def look(_again: int) -> None:
        for find in FINDERS.values():
            list(find(text, (source,) if source else (*GIVEN, text[: len(text) // 2])))

    return look
