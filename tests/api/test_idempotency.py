"""One result for each idempotency key, whatever happens between the first call and its retry."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from api import demo_organization
from api.app import create_app
from api.settings import Settings
from api.wiring import Services, open_services
from domain.purposes import Purpose
from domain.roles import Role
from storage.first_answers import Asked, FirstAnswer, Run
from tests import openai_server
from tests.api.conftest import Make
from tests.api.test_drafts import EXPERT, INLINE
from tests.openai_server import OpenAIServer

BODY = {"language": "fr", "content": INLINE, "ambassador": EXPERT, "n": 2}
NINE = "http://127.0.0.1:9/v1"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[OpenAIServer]:
    with openai_server.running() as server:
        yield server


class Platform:
    """One platform that asks over HTTP, and the services it asks."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.client = TestClient(create_app(services), raise_server_exceptions=False)
        self.key_id, self.key = services.access.create_key(Role.PLATFORM)

    def ask(self, key: str | None, **changes: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.key}"}
        if key is not None:
            headers["Idempotency-Key"] = key
        return self.client.post("/v1/drafts", headers=headers, json={**BODY, **changes})

    def code(self, key: str, **changes: Any) -> tuple[int, str]:
        answer = self.ask(key, **changes)
        return answer.status_code, answer.json().get("code", "")


@pytest.fixture
def platform(make_services: Make) -> Platform:
    return Platform(make_services())


@pytest.fixture
def with_model(make_services: Make, endpoint: OpenAIServer) -> Iterator[Platform]:
    endpoint.use(None)
    endpoint.requests.clear()
    asking = Platform(make_services(model="test", OPENAI_BASE_URL=endpoint.base_url))
    with asking.client:
        yield asking
    endpoint.use(None)


def test_the_same_request_with_the_same_key_gets_the_first_answer(platform: Platform) -> None:
    first, again = platform.ask("k1"), platform.ask("k1")
    assert first.status_code == again.status_code == 200
    assert first.json()["drafts"]
    assert first.json() == again.json()
    assert platform.ask("k2").json() != first.json()


def test_one_key_costs_one_call_to_the_model(with_model: Platform, endpoint: OpenAIServer) -> None:
    first = with_model.ask("k1", n=1)
    calls = len(endpoint.requests)
    assert first.json()["drafts"][0]["provenance"]["engine"] != "offline"
    assert calls == 1
    assert with_model.ask("k1", n=1).json() == first.json()
    assert len(endpoint.requests) == calls


def test_another_request_with_the_same_key_is_refused(platform: Platform) -> None:
    platform.ask("k1")
    assert platform.code("k1", n=1) == (422, "idempotency_key_reused")
    assert platform.code("k1") == (200, "")


def test_keys_of_two_callers_have_nothing_to_do_with_each_other(platform: Platform) -> None:
    other = Platform(platform.services)
    assert platform.ask("k1").json() != other.ask("k1").json()
    assert other.code("k1") == (200, "")


@pytest.mark.parametrize("stateless", [False, True])
def test_a_retry_while_the_first_call_runs_is_told_so(
    make_services: Make, endpoint: OpenAIServer, *, stateless: bool
) -> None:
    asking = Platform(
        make_services(model="test", OPENAI_BASE_URL=endpoint.base_url, stateless=stateless)
    )
    endpoint.requests.clear()
    endpoint.delay_seconds = 1.0
    endpoint.use("slow_first_byte")
    with asking.client, ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda _: asking.ask("k1", n=1), range(6)))
    endpoint.use(None)
    assert sorted(one.status_code for one in answers) == [200] + [409] * 5
    refused = [one for one in answers if one.status_code == 409]
    assert {one.json()["code"] for one in refused} == {"in_flight"}
    assert all(int(one.headers["Retry-After"]) >= 1 for one in refused)
    assert len(endpoint.requests) == 1


def test_a_service_that_keeps_nothing_forgets_the_key_with_the_answer(
    make_services: Make,
) -> None:
    asking = Platform(make_services(stateless=True))
    assert asking.ask("k1").json() != asking.ask("k1").json()
    assert asking.code("k1", n=1) == (200, "")
    with asking.services.database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM first_answers")) == 0


def test_the_first_answer_survives_a_restart(platform: Platform, tmp_path: Path) -> None:
    first = platform.ask("k1").json()
    platform.services.close()
    again = reopened(tmp_path)
    restarted = Platform(again)
    restarted.key = platform.key
    assert restarted.ask("k1").json() == first
    again.close()


def test_after_a_day_the_key_is_free_again(platform: Platform) -> None:
    first = platform.ask("k1").json()
    sql(platform, "UPDATE first_answers SET ends_at = :now", now=datetime.now(UTC))
    assert platform.ask("k1").json()["drafts"][0]["id"] != first["drafts"][0]["id"]
    sql(platform, "UPDATE first_answers SET ends_at = :now", now=datetime.now(UTC))
    assert platform.services.keys_of_requests.drop_ended() == 1


def test_a_call_that_failed_leaves_its_key_free(
    make_services: Make, endpoint: OpenAIServer
) -> None:
    asking = Platform(
        make_services(
            model="test",
            OPENAI_BASE_URL=endpoint.base_url,
            on_model_failure="error",
            deadline_seconds=2,
        )
    )
    endpoint.use("server_error")
    with asking.client:
        assert asking.ask("k1", n=1).status_code == 503
        endpoint.use(None)
        assert asking.code("k1", n=1) == (200, "")


def test_what_a_dead_process_left_running_begins_anew(platform: Platform) -> None:
    first = platform.ask("k1").json()
    for run in ("b00t/pid:[1]/1/1#x", "elsewhere/1/#x"):
        sql(platform, "UPDATE first_answers SET answer = NULL, run = :run", run=run)
        # On another machine it may still run, so it is waited for, but not for ever.
        assert platform.code("k1") == (409, "in_flight")
        sql(platform, "UPDATE first_answers SET waits_until = :now", now=datetime.now(UTC))
        assert platform.ask("k1").json()["drafts"] != first["drafts"]
    sql(platform, "UPDATE first_answers SET answer = NULL")
    assert platform.code("k1") == (200, "")


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_that_cannot_be_is_refused_by_its_name(platform: Platform, key: str) -> None:
    answer = platform.ask(key)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"].lower() == "idempotency-key"


def test_neither_key_nor_request_nor_answer_can_be_read_in_what_is_kept(
    make_demo: Make, tmp_path: Path
) -> None:
    services = make_demo()
    asking = Platform(services)
    asking.key = services.access.create_key(Role.EMPLOYEE, ambassador_id="amb_lea")[1]
    note = "J’ai tenu le canari-note-77 pendant trois nuits."
    chosen = {"content_id": live_content(asking), "content": None, "ambassador": None}
    given = asking.ask("canary-key-77", notes=[note], **chosen).json()["drafts"]
    assert any("canari-note-77" in one["text"] for one in given)
    with sqlite3.connect(tmp_path / "data" / "porte-voix.db") as plain:
        assert plain.execute("SELECT count(answer) FROM first_answers").fetchone() == (1,)
    plain.close()
    # The purpose `drafts` is off: the text stands nowhere, in no table and no file.
    files = [path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert not [1 for one in files if b"canari-note-77" in one or b"canary-key-77" in one]


def test_an_erased_person_leaves_no_answer_behind(make_demo: Make) -> None:
    services = make_demo()
    asking = Platform(services)
    asking.key = services.access.create_key(Role.EMPLOYEE, ambassador_id="amb_lea")[1]
    assert asking.ask("k1", ambassador=None).status_code == 200
    with services.database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM first_answers")) == 1
    services.erasure.erase("amb_lea")
    with services.database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM first_answers")) == 0


def test_turning_drafts_off_forgets_what_was_answered_first(make_demo: Make) -> None:
    services = make_demo()
    asking = Platform(services)
    asking.key = services.access.create_key(Role.EMPLOYEE, ambassador_id="amb_lea")[1]
    others = Platform(services)
    assert asking.ask("k1", ambassador=None).status_code == 200
    assert others.ask("k1").status_code == 200
    services.people.turn("amb_lea", {Purpose.SIGNALS: False})
    assert kept_answers(services) == 2
    services.people.turn("amb_lea", {Purpose.DRAFTS: False})
    assert kept_answers(services) == 1
    assert asking.ask("k1", ambassador=None).status_code == 200


def test_turning_drafts_off_lets_a_call_that_runs_go_on(make_demo: Make) -> None:
    services = make_demo()
    owner = services.people.get("amb_lea").owner_token
    asked = Asked("a key", "a request", owner)
    run = services.keys_of_requests.take(asked)
    assert isinstance(run, Run)
    services.people.turn("amb_lea", {Purpose.DRAFTS: False})
    assert services.keys_of_requests.keep(asked, run, FirstAnswer("sealed", "standing", "n"))


def test_the_export_holds_what_was_answered_and_says_that_it_is_sealed(
    make_demo: Make,
) -> None:
    services = make_demo()
    asking = Platform(services)
    asking.key = services.access.create_key(Role.EMPLOYEE, ambassador_id="amb_lea")[1]
    asking.ask("k1", ambassador=None)
    told = services.export.of("amb_lea")
    assert len(told["kept"]["first_answers"]) == 1
    assert "sealed" in told["meaning"]["first_answers"]["answer"]["retention"]


def kept_answers(services: Services) -> int:
    with services.database.read() as session:
        return session.scalar(text("SELECT count(*) FROM first_answers")) or 0


def test_what_a_cut_off_call_had_held_and_kept_is_gone_when_it_begins_anew(
    make_demo: Make,
) -> None:
    services = make_demo()
    services.people.turn("amb_lea", {Purpose.DRAFTS: True})
    asking = Platform(services)
    asking.key = services.access.create_key(Role.EMPLOYEE, ambassador_id="amb_lea")[1]
    chosen: dict[str, Any] = {"content": None, "content_id": live_content(asking), "n": 1}
    chosen["ambassador"] = None
    assert asking.ask("k1", **chosen).json()["drafts"]
    sql(asking, "UPDATE first_answers SET answer = NULL")
    (given,) = asking.ask("k1", **chosen).json()["drafts"]
    assert [kept.text for kept in services.drafts.of("amb_lea")] == [given["text"]]
    held = services.reservations.live(chosen["content_id"])
    assert [one.reservation_id for one in held] == [given["id"]]


def reopened(tmp_path: Path) -> Services:
    return open_services(Settings.from_environment(data_dir=tmp_path / "data", demo=True))


def sql(platform: Platform, statement: str, **values: Any) -> None:
    plain = {
        name: value.replace(tzinfo=None).isoformat(" ") if isinstance(value, datetime) else value
        for name, value in values.items()
    }
    with platform.services.database.write() as session:
        session.execute(text(statement), plain)


def live_content(platform: Platform) -> str:
    demo_organization.install(platform.services)
    items, _ = platform.services.contents.page(limit=100)
    now = datetime.now(UTC)
    return next(one.content_id for one in items if one.is_live(now) and one.language == "fr")
