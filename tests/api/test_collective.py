"""The stronger model over HTTP's own path: switched on by the organisation and by each person."""

from api import asking
from api.wiring import Services
from domain.purposes import Purpose
from domain.signals import Signal
from tests.api.conftest import Make
from tests.api.test_plans import add
from tests.builders import item

NAMES = ("a1", "a2", "b1", "b2")


def _kept_by(services: Services, *names: str, shares: bool = True) -> str:
    person = services.people.create()
    services.people.turn(person, {Purpose.SIGNALS: True, Purpose.COLLECTIVE: shares})
    for name in names:
        services.signals.give(person, name, Signal.KEPT)
    return person


def _opened(make_services: Make, **settings: object) -> Services:
    services = make_services(**settings)
    add(services, *(item(content_id=name, title=name, text=name) for name in NAMES))
    return services


def test_it_serves_what_follows_and_forgets_whoever_is_erased(make_services: Make) -> None:
    services = _opened(make_services, collective="model")
    people = [_kept_by(services, "a1", "a2") for _ in range(5)]
    asker = _kept_by(services, "a1")
    before = services.collective.weights()["a1"]["a2"]
    assert set(asking.what_follows(services, asker)) == {"a2"}
    services.erasure.erase(people[0])
    assert services.collective.weights()["a1"]["a2"] < before
    services.people.turn(people[1], {Purpose.COLLECTIVE: False})
    assert services.collective.weights() == {}
    assert asking.what_follows(services, asker) == {}


def test_nobody_who_did_not_switch_it_on_is_in_it(make_services: Make) -> None:
    services = _opened(make_services, collective="model")
    asker = _kept_by(services, "b1")
    for _ in range(9):
        _kept_by(services, "b1", "b2", shares=False)
    assert asking.what_follows(services, asker) == {}


def test_by_default_counts_of_five_people_say_it(make_services: Make) -> None:
    services = _opened(make_services)
    asker = _kept_by(services, "b1")
    for _ in range(5):
        _kept_by(services, "b1", "b2")
    assert set(asking.what_follows(services, asker)) == {"b2"}
    assert "collective" not in vars(services)
