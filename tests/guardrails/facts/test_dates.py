import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.facts.dates import Moment, moments
from guardrails.facts.passage import Passage


def read(text: str) -> list[Moment]:
    return sorted(moments(Passage.of(text)), key=lambda one: one.start)


@pytest.mark.parametrize(
    "text",
    [
        "le 12 mars 2026",
        "12 Mars 2026",
        "le 12/03/2026",
        "2026-03-12",
        "March 12, 2026",
        "March 12th, 2026",
        "12 March 2026",
        "12th of March 2026",
        "12.03.2026",
        "12-03-26",
    ],
)
def test_a_date_is_the_same_in_every_form(text: str) -> None:
    (found,) = read(text)
    assert any((2026, 3, 12) in days for days in found.told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("en mars 2026", [(2026, 3, 0)]),
        ("le 1er avril", [(0, 4, 1)]),
        ("depuis août", [(0, 8, 0)]),
        ("in May", [(0, 5, 0)]),
        ("every May", [(0, 5, 0)]),
        ("in 2019", [(2019, 0, 0)]),
        ("2024-2026", [(2024, 0, 0), (2026, 0, 0)]),
        ("saison 2025-26", [(2025, 0, 0), (2026, 0, 0)]),
        ("2025-03", [(2025, 3, 0)]),
        ("du 12 au 14 mars", [(0, 3, 12), (0, 3, 14)]),
        ("March 3-5, 2026", [(2026, 3, 3), (2026, 3, 5)]),
    ],
)
def test_a_part_of_a_date_tells_that_part(text: str, told: list[tuple[int, int, int]]) -> None:
    (found,) = read(text)
    assert [min(days) for days in found.told] == told


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("between March and June 2026", [3, 6]),
        ("from March to June 2026", [3, 6]),
        ("de mars à juin 2026", [3, 6]),
        ("They march between the machines, and may go on.", []),
    ],
)
def test_both_ends_of_a_span_of_months_are_months(text: str, months: list[int]) -> None:
    assert [month for one in read(text) for days in one.told for _, month, _ in days] == months


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("8h30", 510),
        ("8 h 30", 510),
        ("8:30", 510),
        ("8.30 am", 510),
        ("14h", 840),
        ("2 p.m.", 840),
    ],
)
def test_a_time_counts_from_midnight(text: str, minute: int) -> None:
    assert [one.minute for one in read(f"à {text}")] == [minute]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("T3 2025", ("quarter", 3, 2025)),
        ("Q2", ("quarter", 2, 0)),
        ("le premier trimestre 2026", ("quarter", 1, 2026)),
        ("the third quarter of 2025", ("quarter", 3, 2025)),
        ("S1 2026", ("half", 1, 2026)),
        ("2e semestre", ("half", 2, 0)),
    ],
)
def test_a_period_is_a_part_of_a_year(text: str, period: tuple[str, int, int]) -> None:
    assert [one.period for one in read(text)] == [period]


def test_days_of_the_week_are_the_same_in_both_languages() -> None:
    assert [one.weekday for one in read("jeudi, Thursdays, lundi")] == [3, 3, 0]


@pytest.mark.parametrize(
    "text",
    [
        "We may march on.",
        "le 45/12 et le 31/02/2026",
        "4/5 des équipes",
        "2000 euros",
        "un ratio 16:9",
        "un saut de 12",
        "S3 et H4",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text) == []


@given(text=st.text(alphabet="0123456789/-.: hmars maydectq", max_size=60))
def test_moments_stand_inside_the_text_and_apart(text: str) -> None:
    passage = Passage.of(text)
    last = 0
    for one in read(text):
        assert last <= one.start < one.end <= len(passage.text)
        last = one.end
