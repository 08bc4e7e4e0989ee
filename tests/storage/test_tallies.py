"""Counting: whole weeks, published once, from five people, and nothing to subtract."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from domain.outcomes import FEWEST
from domain.purposes import Purpose
from storage.database import Database
from storage.erasure import Erasure
from storage.models import AmbassadorRow, FigureRow, PublishedWeekRow, TallyRow
from storage.people import People
from storage.tallies import Measure, Tallies

KEY = b"k" * 32
WEDNESDAY = datetime(2026, 3, 4, 12, tzinfo=UTC)
NEXT_MONDAY = datetime(2026, 3, 9, tzinfo=UTC)
MONDAY = WEDNESDAY.date() - timedelta(days=2)
RULES = ("CH-01:affiliation", "CH-03:own_words", "CH-05:grounding")


def crowd(database: Database, number: int, *, willing: bool = True) -> list[str]:
    people = People(database, KEY)
    created = [people.create() for _ in range(number)]
    for one in created:
        people.turn(one, {Purpose.COLLECTIVE: willing})
    return created


def down() -> float:
    return 0.999


def up() -> float:
    return 0.0


def shown(tallies: Tallies) -> dict[str, int]:
    return dict(tallies.weeks(1).get(MONDAY, {}).get(Measure.FINDING, {}))


def rows(database: Database) -> int:
    with database.read() as session:
        return len(session.scalars(select(TallyRow)).all())


@pytest.mark.parametrize(("number", "expected"), [(4, {}), (5, {RULES[0]: 5}), (9, {RULES[0]: 5})])
def test_a_week_is_published_when_it_has_ended_and_its_rows_are_gone(
    database: Database, number: int, expected: dict[str, int]
) -> None:
    tallies = Tallies(database, down)
    for person in crowd(database, number):
        for _ in range(2):
            tallies.count(person, Measure.FINDING, [RULES[0]], now=WEDNESDAY)
    tallies.publish(NEXT_MONDAY - timedelta(seconds=1))
    assert (tallies.weeks(9), rows(database)) == ({}, number)
    tallies.publish(NEXT_MONDAY)
    assert (shown(tallies), rows(database)) == (expected, 0)


def test_rounding_is_by_chance_and_never_to_anything_but_fives(database: Database) -> None:
    tallies = Tallies(database, up)
    for person in crowd(database, 6):
        tallies.count(person, Measure.FINDING, [RULES[0]], now=WEDNESDAY)
    tallies.publish(NEXT_MONDAY)
    assert shown(tallies) == {RULES[0]: 10}


def test_only_those_who_want_to_be_counted_are(database: Database) -> None:
    tallies = Tallies(database, down)
    for person in (*crowd(database, 4), *crowd(database, 4, willing=False), "amb_nobody"):
        tallies.count(person, Measure.FINDING, [RULES[0]], now=WEDNESDAY)
    assert rows(database) == 4


def test_turning_the_purpose_off_takes_this_weeks_counting_back(database: Database) -> None:
    tallies = Tallies(database, down)
    people = crowd(database, 5)
    for person in people:
        tallies.count(person, Measure.FINDING, [RULES[0]], now=WEDNESDAY)
    People(database, KEY).turn(people[0], {Purpose.COLLECTIVE: False})
    tallies.publish(NEXT_MONDAY)
    assert shown(tallies) == {}


def test_neither_a_late_arrival_nor_an_erasure_changes_a_published_week(
    database: Database,
) -> None:
    tallies = Tallies(database, down)
    people = crowd(database, 10)
    for person in people[:9]:
        tallies.count(person, Measure.FINDING, [RULES[0]], now=WEDNESDAY)
    tallies.publish(NEXT_MONDAY)
    before = tallies.weeks(9)
    tallies.count(people[9], Measure.FINDING, RULES, now=WEDNESDAY)
    Erasure(database, KEY).erase(people[0])
    People(database, KEY).turn(people[1], {Purpose.COLLECTIVE: False})
    tallies.publish(NEXT_MONDAY)
    assert tallies.weeks(9) == before
    assert rows(database) == 0


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    met=st.lists(st.sets(st.sampled_from(RULES)), min_size=1, max_size=14),
    chances=st.lists(st.floats(0, 0.999), min_size=3, max_size=3),
)
def test_no_difference_of_two_figures_is_a_number_of_fewer_than_five(
    sqlite: Database, met: list[set[str]], chances: list[float]
) -> None:
    empty(sqlite)
    draws = iter(chances)
    tallies = Tallies(sqlite, lambda: next(draws))
    for person, rules in zip(crowd(sqlite, len(met)), met, strict=True):
        tallies.count(person, Measure.FINDING, rules, now=WEDNESDAY)
    tallies.publish(NEXT_MONDAY)
    figures = shown(tallies)
    truth = {rule: sum(rule in rules for rules in met) for rule in RULES}
    for rule in RULES:
        assert (rule in figures) == (truth[rule] >= FEWEST)
        assert abs(figures.get(rule, truth[rule]) - truth[rule]) < FEWEST
    for one, other in combinations([0, *figures.values()], 2):
        assert abs(one - other) % FEWEST == 0


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(number=st.integers(6, 15), chance=st.floats(0, 0.999))
def test_with_or_without_one_person_the_same_figure_may_be_shown(
    sqlite: Database, number: int, chance: float
) -> None:
    """Whoever knows everybody but one still cannot be sure: both worlds can give one figure."""

    def figure(people: int, drawn: float) -> int:
        return Tallies(sqlite, lambda: drawn)._rounded(people)  # noqa: SLF001 - the draw itself

    seen = figure(number, chance)
    others = {figure(number - 1, tenth / 10) for tenth in range(10)}
    if number % FEWEST != 1:
        assert seen in others
    else:
        assert figure(number, down()) in others


def empty(database: Database) -> None:
    with database.write() as session:
        for table in (TallyRow, FigureRow, PublishedWeekRow, AmbassadorRow):
            session.execute(delete(table))
