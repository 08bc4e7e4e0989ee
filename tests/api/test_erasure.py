"""Erasure from end to end: during a draft, after a crash, after a copy is put back."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.backups import Backups, restore
from api.settings import Settings
from api.upkeep import tidy
from api.wiring import Services, open_services
from domain.content import ContentState
from domain.errors import Conflict
from domain.purposes import Purpose
from tests.api.conftest import Make, Service
from tests.api.people import Person
from tests.openai_server import OpenAIServer, running

MARK = f"canary{token_hex(8)}"
POST = f"J’ai écouté le {MARK}post toute la nuit, capteur contre capteur, sur la fonte grise."


def holding(folder: Path, *marks: bytes) -> list[str]:
    """Return the files that hold any of these bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if any(mark in path.read_bytes() for mark in marks)]


def fill(person: Person) -> None:
    person.call("PUT", json={"name": f"{MARK}name", "topics": [f"{MARK}topic"]})
    person.call("PUT", "/voice", json={"posts": [POST] * 3})


def a_content(services: Services) -> dict[str, Any]:
    (content, *_), _ = services.contents.page(state=ContentState.LIVE, limit=1)
    note = f"J’ai tenu le {MARK}note pendant trois nuits."
    return {"content_id": content.content_id, "language": content.language, "notes": [note]}


@pytest.fixture
def endpoint() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server


def test_a_draft_being_written_while_its_owner_is_erased_is_given_to_nobody(
    make_demo: Make, endpoint: OpenAIServer
) -> None:
    endpoint.delay_seconds = 1.0
    endpoint.use("slow_first_byte")
    services = make_demo(model="test", OPENAI_BASE_URL=endpoint.base_url)
    with TestClient(create_app(services), raise_server_exceptions=False) as client:
        person = Person(Service(client, services, {}, ""), *Purpose)
        fill(person)
        asked, answers = a_content(services), []
        asking = threading.Thread(
            target=lambda: answers.append(person.send("POST", "/v1/drafts", json=asked))
        )
        asking.start()
        while not endpoint.requests:
            time.sleep(0.02)
        assert person.call("DELETE").status_code == 204
        asking.join()
        assert (answers[0].status_code, answers[0].json()["code"]) == (404, "not_found")
        assert services.reservations.live(asked["content_id"]) == ()
        assert holding(services.settings.data_dir, MARK.encode()) == []


def test_a_draft_being_written_while_drafts_is_turned_off_is_given_and_not_kept(
    make_demo: Make, endpoint: OpenAIServer
) -> None:
    endpoint.delay_seconds = 1.0
    endpoint.use("slow_first_byte")
    services = make_demo(model="test", OPENAI_BASE_URL=endpoint.base_url)
    with TestClient(create_app(services), raise_server_exceptions=False) as client:
        person = Person(Service(client, services, {}, ""), *Purpose)
        asked, answers = a_content(services), []
        asking = threading.Thread(
            target=lambda: answers.append(person.send("POST", "/v1/drafts", json=asked))
        )
        asking.start()
        while not endpoint.requests:
            time.sleep(0.02)
        assert person.call("PUT", "/purposes", json={"drafts": False}).status_code == 200
        asking.join()
        assert answers[0].status_code == 200
        assert services.drafts.of(person.ambassador_id) == []


def test_no_vector_of_an_erased_person_is_left(make_demo: Make) -> None:
    services = make_demo()
    with TestClient(create_app(services)) as client:
        person = Person(Service(client, services, {}, ""), *Purpose)
        fill(person)
        asked = a_content(services)
        assert person.send("POST", "/v1/drafts", json=asked).json()["drafts"]
        (held,) = services.reservations.live(asked["content_id"])
        shingles = b"".join(one.to_bytes(8, "little") for one in held.fingerprint.shingles if one)
        owner = held.owner.encode()
        traces = [MARK.encode(), owner, shingles[:24], person.ambassador_id.encode()]
        traces += [held.fingerprint.embedding[:16]] if held.fingerprint.embedding else []
        folder = services.settings.data_dir
        assert all(holding(folder, trace) for trace in traces)
        person.call("DELETE")
        assert holding(folder, *traces) == []


CRASH = """
import os, signal, sys
from api.settings import Settings
from api.wiring import open_services
services = open_services(Settings.from_environment(data_dir=sys.argv[1]))
services.erasure.mark(sys.argv[2])
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_while(script: str, folder: Path, ambassador_id: str) -> bool:
    """Run a script that kills itself, and tell whether it did."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    arguments = [sys.executable, "-c", script, str(folder), ambassador_id]
    killed = subprocess.run(arguments, check=False, env=environment, timeout=100)
    return killed.returncode == -signal.SIGKILL


def test_an_erasure_killed_between_its_steps_is_finished_at_the_next_start(
    make_services: Make,
) -> None:
    services = make_services()
    folder = services.settings.data_dir
    with TestClient(create_app(services)) as client:
        person = Person(Service(client, services, {}, ""), Purpose.PROFILE, Purpose.VOICE)
        fill(person)
    assert killed_while(CRASH, folder, person.ambassador_id)
    again = open_services(Settings.from_environment(data_dir=folder))
    try:
        assert not again.people.exists(person.ambassador_id)
        assert holding(folder, MARK.encode()) == []
    finally:
        again.close()


def test_nobody_comes_back_with_a_copy_of_the_database(make_services: Make, tmp_path: Path) -> None:
    services = make_services()
    folder, copy = services.settings.data_dir, tmp_path / "copy.db"
    with TestClient(create_app(services)) as client:
        person = Person(Service(client, services, {}, ""), Purpose.PROFILE, Purpose.VOICE)
        stays = Person(Service(client, services, {}, ""))
        fill(person)
        source, target = sqlite3.connect(folder / "porte-voix.db"), sqlite3.connect(copy)
        source.backup(target)
        source.close()
        target.close()
        person.call("DELETE")
    for old in folder.glob("porte-voix.db*"):
        old.unlink()
    shutil.copyfile(copy, folder / "porte-voix.db")
    assert holding(folder, MARK.encode())
    again = open_services(Settings.from_environment(data_dir=folder))
    try:
        assert holding(folder, MARK.encode()) == []
        assert again.people.ids() == [stays.ambassador_id]
        with pytest.raises(Conflict):
            again.people.create(person.ambassador_id)
    finally:
        again.close()


def test_no_byte_is_left_in_a_rotated_backup_and_others_stay_in_it(make_services: Make) -> None:
    services = make_services()
    folder = services.settings.data_dir
    with TestClient(create_app(services)) as client:
        person = Person(Service(client, services, {}, ""), *Purpose)
        stays = Person(Service(client, services, {}, ""))
        fill(person)
        backups = Backups(services.settings, folder / "backups")
        places = [backups.make(services.database, keep=9) for _ in range(2)]
        assert holding(folder / "backups", MARK.encode()) == ["porte-voix.db"] * 2
        assert person.call("DELETE").status_code == 204
        assert holding(folder, MARK.encode(), person.ambassador_id.encode()) == []
    copy = sqlite3.connect(places[0] / "porte-voix.db")
    assert copy.execute("SELECT ambassador_id FROM ambassadors").fetchall() == [
        (stays.ambassador_id,)
    ]
    copy.close()
    restore(services.settings, places[0])


CRASH_BEFORE_BACKUPS = CRASH.replace(
    "services.erasure.mark(sys.argv[2])",
    """
from storage.erasure import Erasure
die = lambda erased: os.kill(os.getpid(), signal.SIGKILL)
Erasure(services.database, services.secret, services.erasure.marks, die).erase(sys.argv[2])
""",
)


def test_an_erasure_killed_before_it_reached_the_backups_reaches_them_at_the_next_start(
    make_services: Make,
) -> None:
    services = make_services()
    folder = services.settings.data_dir
    with TestClient(create_app(services)) as client:
        person = Person(Service(client, services, {}, ""), Purpose.PROFILE, Purpose.VOICE)
        fill(person)
        Backups(services.settings, folder / "backups").make(services.database, keep=9)
    assert killed_while(CRASH_BEFORE_BACKUPS, folder, person.ambassador_id)
    assert holding(folder, MARK.encode()) == ["porte-voix.db"]
    open_services(Settings.from_environment(data_dir=folder)).close()
    assert holding(folder, MARK.encode()) == []


def test_a_mark_names_nobody(make_services: Make) -> None:
    services = make_services()
    person = services.people.create(f"amb_{MARK}")
    services.erasure.erase(person)
    (path,) = services.settings.data_dir.glob("erased.txt")
    assert len(path.read_text().split()) == 2
    assert holding(services.settings.data_dir, MARK.encode()) == []


def test_who_has_not_come_for_twelve_months_is_erased(make_services: Make) -> None:
    services = make_services()
    leaver, stayer = services.people.create("amb_leaver"), services.people.create("amb_stayer")
    services.people.note_presence(leaver, "2099-01")
    services.people.note_presence(stayer, "2099-02")
    tidy(services, datetime(2100, 1, 31, tzinfo=UTC))
    assert services.people.ids() == [leaver, stayer]
    tidy(services, datetime(2100, 2, 1, tzinfo=UTC))
    assert services.people.ids() == [stayer]


@pytest.mark.parametrize("way", ["key", "page"])
def test_coming_by_any_way_is_noted_to_the_month_and_no_finer(
    make_services: Make, way: str
) -> None:
    services = make_services()
    with TestClient(create_app(services)) as client:
        person = Person(Service(client, services, {}, ""))
        services.presence.note(person.ambassador_id, datetime(2020, 1, 1, tzinfo=UTC))
        kept = services.export.of(person.ambassador_id)["kept"]["ambassadors"][0]
        this_month = f"{datetime.now(UTC):%Y-%m}"
        assert kept["signed_in_month"] == this_month
        with services.database.engine.execution_options(writes=True).begin() as connection:
            connection.exec_driver_sql("UPDATE ambassadors SET signed_in_month = '2020-01'")
        if way == "key":
            person.call("GET")
        else:
            from api.identity import COOKIE  # noqa: PLC0415 - for this way alone
            from domain.roles import Role  # noqa: PLC0415 - the same

            token = services.access.open_session(Role.EMPLOYEE, ambassador_id=person.ambassador_id)
            client.cookies.set(COOKIE, token)
            client.get("/me")
        kept = services.export.of(person.ambassador_id)["kept"]["ambassadors"][0]
        assert kept["signed_in_month"] == this_month
