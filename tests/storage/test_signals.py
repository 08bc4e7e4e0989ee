"""Signals: kept only when wanted, gone when withdrawn, counted only over at least five people."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import NotFound, RequestInvalid
from domain.purposes import Purpose
from domain.signals import Signal
from storage.contents import Contents
from storage.database import Database
from storage.people import People
from storage.signals import FEWEST, Signals
from tests.builders import item

KEY = b"k" * 32
CONTENTS = tuple(f"c_{number}" for number in range(4))


@pytest.fixture
def signals(database: Database) -> Signals:
    contents = [item(content_id=one) for one in CONTENTS]
    Contents(database).save(contents, vectors={}, encoder="e")
    return Signals(database)


def somebody(signals: Signals, *purposes: Purpose) -> str:
    people = People(signals.database, KEY)
    created = people.create()
    people.turn(created, dict.fromkeys(purposes, True))
    return created


BOTH = (Purpose.SIGNALS, Purpose.COLLECTIVE)


def test_the_last_thing_said_of_a_content_holds(signals: Signals) -> None:
    person = somebody(signals, Purpose.SIGNALS)
    signals.give(person, "c_0", Signal.KEPT)
    signals.give(person, "c_0", Signal.NOT_ME)
    signals.give(person, "c_1", Signal.DISMISSED)
    assert signals.of(person) == {"c_0": Signal.NOT_ME, "c_1": Signal.DISMISSED}


def test_withdrawing_deletes_one_or_all_and_nobody_elses(signals: Signals) -> None:
    person, other = somebody(signals, Purpose.SIGNALS), somebody(signals, Purpose.SIGNALS)
    for one in (person, other):
        signals.give(one, "c_0", Signal.KEPT)
        signals.give(one, "c_1", Signal.KEPT)
    signals.withdraw(person, "c_0")
    assert signals.of(person) == {"c_1": Signal.KEPT}
    signals.withdraw(person)
    assert signals.of(person) == {}
    assert len(signals.of(other)) == 2


def test_nothing_is_kept_for_a_purpose_that_is_off_nor_of_a_content_there_is_not(
    signals: Signals,
) -> None:
    person = somebody(signals)
    with pytest.raises(RequestInvalid) as caught:
        signals.give(person, "c_0", Signal.KEPT)
    assert caught.value.field == "signals"
    with pytest.raises(NotFound):
        signals.give(somebody(signals, Purpose.SIGNALS), "elsewhere", Signal.KEPT)
    with pytest.raises(NotFound):
        signals.give("amb_nobody", "c_0", Signal.KEPT)


def test_a_pair_is_counted_from_five_people_who_want_to_be(signals: Signals) -> None:
    willing = [somebody(signals, *BOTH) for _ in range(FEWEST)]
    unwilling = [somebody(signals, Purpose.SIGNALS) for _ in range(FEWEST)]
    for person in (*willing[1:], *unwilling):
        signals.give(person, "c_0", Signal.KEPT)
        signals.give(person, "c_1", Signal.KEPT)
        signals.give(person, "c_2", Signal.DISMISSED)
    assert signals.co_choices() == {}
    signals.give(willing[0], "c_1", Signal.KEPT)
    signals.give(willing[0], "c_0", Signal.KEPT)
    assert signals.co_choices() == {("c_0", "c_1"): FEWEST}
    People(signals.database, KEY).turn(willing[0], {Purpose.COLLECTIVE: False})
    assert signals.co_choices() == {}


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kept=st.lists(st.sets(st.sampled_from(CONTENTS)), min_size=4, max_size=12),
    leaver=st.integers(0, 3),
)
def test_what_one_person_changes_is_never_a_count_of_fewer_than_five(
    sqlite: Database, kept: list[set[str]], leaver: int
) -> None:
    Contents(sqlite).save([item(content_id=one) for one in CONTENTS], vectors={}, encoder="e")
    signals = Signals(sqlite)
    people = [somebody(signals, *BOTH) for _ in kept]
    for person, contents in zip(people, kept, strict=True):
        for content in contents:
            signals.give(person, content, Signal.KEPT)
    before = signals.co_choices()
    signals.withdraw(people[leaver])
    after = signals.co_choices()
    for one in before.keys() | after.keys():
        shown = {before.get(one, 0), after.get(one, 0)}
        assert all(count % FEWEST == 0 for count in shown)
    for person in people:
        signals.withdraw(person)
