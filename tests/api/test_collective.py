"""The stronger model over HTTP's own path: switched on by the organisation and by each person."""

import json
from pathlib import Path

import pytest

from api import asking
from api.cli.main import run
from api.wiring import Services
from domain.people import Ambassador
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


def _published(folder: Path) -> dict[str, dict[str, float]]:
    path = folder / "weights.json"
    assert run(["collective", "learn", "-o", str(path)]) == 0
    weights: dict[str, dict[str, float]] = json.loads(path.read_text("utf-8"))["weights"]
    return weights


@pytest.fixture
def chosen(
    make_services: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> tuple[Services, Path]:
    """Return services of an organisation that chose the model, and a folder to publish into."""
    services = _opened(make_services, collective="model")
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(services.settings.data_dir))
    monkeypatch.setenv("PORTEVOIX_COLLECTIVE", "model")
    return services, tmp_path


def test_published_weights_hold_no_person_and_only_what_five_keep(
    chosen: tuple[Services, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    services, folder = chosen
    people = [_kept_by(services, "a1", "a2") for _ in range(6)]
    few = [_kept_by(services, "a1", "b1") for _ in range(4)]
    for one in people + few:
        services.people.turn(one, {Purpose.PROFILE: True})
        services.people.save(Ambassador(ambassador_id=one, name=f"Canari {one}"))
    weights = _published(folder)
    assert set(weights) == {"a1", "a2"}
    assert set(weights["a1"]) == {"a2"}
    told = (folder / "weights.json").read_text("utf-8") + capsys.readouterr().out
    tokens = [services.people.get(one).owner_token for one in people + few]
    assert not [1 for canary in ("Canari", *people, *few, *tokens) if canary in told]
    assert json.loads((folder / "weights.json").read_text("utf-8"))["people_at_least"] == 10


def test_an_erasure_lowers_what_is_published_and_under_five_it_is_gone(
    chosen: tuple[Services, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    services, folder = chosen
    people = [_kept_by(services, "a1", "a2") for _ in range(6)]
    before = _published(folder)["a1"]["a2"]
    services.erasure.erase(people[0])
    assert 0 < _published(folder)["a1"]["a2"] < before
    services.signals.withdraw(people[1], "a2")
    capsys.readouterr()
    assert run(["collective", "learn"]) == 64
    assert "nothing to publish" in capsys.readouterr().err


def test_what_follows_from_a_content_is_shown(
    chosen: tuple[Services, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    services, _ = chosen
    for _ in range(5):
        _kept_by(services, "a1", "a2")
    assert run(["collective", "show", "a1"]) == 0
    assert "a2" in capsys.readouterr().out
    assert run(["collective", "show", "b2"]) == 0
    assert "nothing is told of it" in capsys.readouterr().out
    assert run(["collective", "show", "unknown"]) == 64


def test_an_organisation_that_keeps_to_counts_is_told_how_to_choose(
    make_services: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    services = _opened(make_services)
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(services.settings.data_dir))
    assert run(["collective", "learn"]) == 64
    assert "PORTEVOIX_COLLECTIVE=model" in capsys.readouterr().err
