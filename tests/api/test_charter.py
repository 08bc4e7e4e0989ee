"""The charter over HTTP: tried before it takes effect, kept for good, followed by everybody."""

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.wiring import Services, open_services
from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances
from domain.roles import Role
from guardrails.charter import DEFAULT_CHARTER
from guardrails.guard import Guard
from guardrails.lexicon import common_words
from tests.api.conftest import Make
from tests.api.test_drafts import EXPERT, INLINE
from tests.charters import default_charter, written
from tests.guardrails.checks.test_near_duplicates import ANOTHER, TOLD, TOLD_AGAIN

FORBIDDEN = "zorglub"


def steps_of(guard: Guard) -> int:
    """Return in how many steps a guard is made ready: its lists, its examples, common words."""
    clauses = guard.charter.charter.clauses
    words = sum(-(-len(common_words(language)) // 40) for language in Language)
    lists = sum(1 + -(-len(one.fr + one.en) // 16) for one in guard.prefilter.lists)
    return lists + sum(len(clause.examples) for clause in clauses) + words


class Comms:
    """Somebody of the communication team, and the services they use."""

    def __init__(self, services: Services, role: Role = Role.COMMS) -> None:
        self.services = services
        self.client = TestClient(create_app(services), raise_server_exceptions=False)
        self.key_id, key = services.access.create_key(role)
        self.headers = {"Authorization": f"Bearer {key}"}

    def call(self, method: str, path: str, *, tag: str | None = None, **more: Any) -> Any:
        headers = {**self.headers, **({"If-Match": tag} if tag else {})}
        return self.client.request(method, path, headers=headers, **more)

    def put(self, text: str, version: str | None = None, tag: str | None = None) -> Any:
        body = {"yaml": text} | ({"version": version} if version else {})
        return self.call("PUT", "/v1/charter", json=body, tag=tag)

    def outcome(self, text: str) -> str:
        body = {"text": f"Je travaille chez Tessonde. {text}", "language": "fr"}
        return str(self.call("POST", "/v1/checks", json=body).json()["outcome"])


@pytest.fixture
def comms(make_services: Make) -> Comms:
    return Comms(make_services())


@pytest.fixture
def another(comms: Comms, tmp_path: Path) -> Iterator[Comms]:
    """Give a second process over the same data."""
    assert comms.services.guard is not None
    services = open_services(Settings.from_environment(data_dir=tmp_path / "data", demo=True))
    yield Comms(services)
    services.close()


def small(version: str, *, term: str = FORBIDDEN, passing: str = "une belle journée") -> str:
    """Return a charter of one clause that forbids one word."""
    default = default_charter()
    said = {"fr": "Un mot interdit", "en": "A forbidden word"}
    example = {"language": "fr", "now": "2026-03-01T09:00:00Z"}
    clause = {
        "id": "CH-90",
        "name": said,
        "statement": said,
        "why": said,
        "severity": "block",
        "checks": [{"kind": "terms", "parameters": {"terms": [term]}}],
        "examples": [
            {**example, "kind": "violating", "text": f"Voici {FORBIDDEN}."},
            {**example, "kind": "compliant", "text": f"Voici {passing}."},
        ],
    }
    kept: dict[str, Any] = {
        key: default[key] for key in ("id", "title", "format", "company") if key in default
    }
    return written({**kept, "version": version, "clauses": [clause]})


def test_a_charter_takes_effect_at_once(comms: Comms) -> None:
    assert comms.outcome(f"Quel {FORBIDDEN} !") == "allow"
    before = comms.call("GET", "/v1/charter")
    answer = comms.put(small("9"), version=before.json()["version"])
    assert answer.status_code == 200, answer.json()
    assert comms.outcome(f"Quel {FORBIDDEN} !") == "block"
    now = comms.call("GET", "/v1/charter")
    assert (now.json()["version"], now.json()["yaml"]) == ("9", small("9"))
    assert now.headers["ETag"] == answer.headers["ETag"] != before.headers["ETag"]


def test_each_charter_put_in_force_is_made_ready_once(comms: Comms) -> None:
    charter = comms.services.charter
    steps = steps_of(comms.services.guard)
    gc.unfreeze()
    assert charter.prepare()
    first = gc.get_freeze_count()
    assert [charter.prepare() for _ in range(steps)] == [True] * (steps - 1) + [False]
    assert gc.get_freeze_count() > first  # the collector need not look through it
    text = DEFAULT_CHARTER.read_text(encoding="utf-8") + "\n# read again\n"
    assert comms.put(text, tag="*").status_code == 200
    assert charter.prepare()


def test_a_guard_is_made_ready_by_one_thread_at_a_time(comms: Comms) -> None:
    text = DEFAULT_CHARTER.read_text(encoding="utf-8") + "\n# read by many\n"
    assert comms.put(text, tag="*").status_code == 200
    ready = steps_of(comms.services.guard)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    with ThreadPoolExecutor(8) as threads:
        steps = [threads.submit(comms.services.charter.prepare) for _ in range(ready + 1)]
    sys.setswitchinterval(before)
    assert [step.result() for step in steps].count(True) == ready


def test_another_process_follows(comms: Comms, another: Comms) -> None:
    comms.put(small("9"), tag="*")
    assert another.outcome(f"Quel {FORBIDDEN} !") == "block"


def test_it_is_still_in_force_after_a_restart_and_at_the_command_line(
    comms: Comms, tmp_path: Path
) -> None:
    comms.put(small("9"), tag="*")
    settings = Settings.from_environment(data_dir=tmp_path / "data", demo=True)
    restarted = open_services(settings)
    assert restarted.guard.charter.ref.version == "9"
    restarted.close()
    assert (tmp_path / "data" / "charter.yaml").read_text(encoding="utf-8") == small("9")


def test_a_file_that_could_not_be_written_is_written_at_the_next_start(
    comms: Comms, tmp_path: Path
) -> None:
    comms.put(small("9"), tag="*")
    path = tmp_path / "data" / "charter.yaml"
    path.write_text("half a cha", encoding="utf-8")
    with comms.services.database.write() as session:
        session.connection().exec_driver_sql("UPDATE charters SET is_filed = 0")
    settings = Settings.from_environment(data_dir=tmp_path / "data", demo=True)
    open_services(settings).close()
    assert path.read_text(encoding="utf-8") == small("9")


def test_a_file_changed_by_hand_is_a_version_of_its_own(comms: Comms, tmp_path: Path) -> None:
    comms.put(small("9"), tag="*")
    (tmp_path / "data" / "charter.yaml").write_text(small("10"), encoding="utf-8")
    restarted = open_services(Settings.from_environment(data_dir=tmp_path / "data", demo=True))
    versions = [kept.version for kept in restarted.charter.charters.all()]
    restarted.close()
    assert versions[:2] == ["10", "9"]
    assert len(versions) == 3


def test_the_second_of_two_editors_is_told(comms: Comms) -> None:
    read = comms.call("GET", "/v1/charter")
    tag, version = read.headers["ETag"], read.json()["version"]
    assert comms.put(small("9"), tag=tag).status_code == 200
    for answer in (
        comms.put(small("8"), tag=tag),
        comms.put(small("8"), version=version),
    ):
        assert (answer.status_code, answer.json()["code"]) == (412, "version_stale")
    answer = comms.put(small("10"))
    assert (answer.status_code, answer.json()["code"]) == (428, "version_needed")
    assert comms.call("GET", "/v1/charter").json()["version"] == "9"


def test_two_texts_never_go_by_one_version(comms: Comms) -> None:
    comms.put(small("9"), tag="*")
    answer = comms.put(small("9", passing="une autre journée"), version="9")
    assert answer.json()["version"] == "9+2"
    assert comms.put(small("11"), version="9").status_code == 412
    assert comms.put(small("11"), version="9+2").status_code == 200


def test_its_own_new_version_may_stand_beside_it(comms: Comms) -> None:
    assert comms.put(small("9"), version="9").status_code == 200


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [", "YAML"),
        ("title: x", "clauses"),
        (small("9", term="autre"), "CH-90 example 1"),
        (small("9", passing=FORBIDDEN), "CH-90 example 2"),
        (small("9").replace("kind: terms", "kind: magic"), "magic"),
    ],
)
def test_a_charter_that_cannot_be_or_fails_its_examples_changes_nothing(
    comms: Comms, text: str, told: str
) -> None:
    before = comms.call("GET", "/v1/charter").json()
    answer = comms.put(text, tag="*")
    assert (answer.status_code, answer.json()["code"]) == (422, "charter_invalid")
    assert told in answer.json()["detail"]
    assert comms.call("GET", "/v1/charter").json() == before


def test_a_charter_the_operator_pinned_is_not_replaced(make_services: Make, tmp_path: Path) -> None:
    path = tmp_path / "pinned.yaml"
    path.write_text(small("7"), encoding="utf-8")
    comms = Comms(make_services(charter=path))
    answer = comms.put(small("9"), tag="*")
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    assert "PORTEVOIX_CHARTER" in answer.json()["detail"]
    assert comms.call("GET", "/v1/charter").json()["version"] == "7"


def test_every_version_is_kept_with_who_put_it(comms: Comms) -> None:
    comms.put(small("9"), tag="*")
    newest, first = comms.call("GET", "/v1/charter/versions").json()
    assert (newest["version"], newest["put_by"]) == ("9", comms.key_id)
    assert first["put_by"] in {"default", "operator"}


def test_drafts_are_compared_by_meaning_too_with_the_encoder_of_the_service(
    make_services: Make,
) -> None:
    services = make_services(encoder="bundled")
    alone = Circumstances(now=datetime.now(UTC), organization=services.organization)
    told, again, another = (
        services.guard.comparer.fingerprint(Draft(text, Language.FRENCH), alone)
        for text in (TOLD, TOLD_AGAIN, ANOTHER)
    )
    assert services.guard.comparer.nearness(told, [again]).is_near
    assert not services.guard.comparer.nearness(told, [another]).is_near


def test_drafts_follow_the_charter_in_force(comms: Comms) -> None:
    platform = Comms(comms.services, Role.PLATFORM)
    body = {"language": "fr", "content": INLINE, "ambassador": EXPERT}
    comms.put(small("9", term="Tessonde").replace(f"Voici {FORBIDDEN}", "Voici Tessonde"), tag="*")
    answer = platform.call("POST", "/v1/drafts", json=body).json()
    assert not answer["drafts"]
    assert {one["reason"] for one in answer["withheld"]} == {"charter"}


def test_what_staff_do_stands_in_the_trail_and_nothing_of_employees(comms: Comms) -> None:
    admin = Comms(comms.services, Role.ADMIN)
    content = {"id": "c_a", "title": "Un titre", "text": "Un texte assez long.", "language": "fr"}
    comms.call("POST", "/v1/contents", json=content)
    comms.call("PUT", "/v1/contents/c_a", json={**content, "title": "Deux"})
    comms.call("DELETE", "/v1/contents/c_a")
    admin.put(small("9"), tag="*")
    comms.call("PUT", "/v1/contents/c_none", json=content)
    employee = Comms(comms.services, Role.EMPLOYEE)
    employee.call("PUT", "/v1/me", json={"topics": ["canary"]})
    page = admin.call("GET", "/v1/audit").json()
    told = [(line["who"], line["action"], line["about"]) for line in page["items"]]
    assert told == [
        (admin.key_id, "charter_put", "9"),
        (comms.key_id, "content_deleted", "c_a"),
        (comms.key_id, "content_replaced", "c_a"),
        (comms.key_id, "content_added", "c_a"),
    ]
    assert page["total"] == 4
    assert [
        line["action"] for line in admin.call("GET", "/v1/audit?limit=1&offset=3").json()["items"]
    ] == ["content_added"]
    assert comms.call("GET", "/v1/audit").status_code == 403


def test_a_charter_with_packs_is_known_by_one_digest_everywhere(comms: Comms) -> None:
    text = f"packs: [finance]\n{DEFAULT_CHARTER.read_text(encoding='utf-8')}"
    put = comms.put(text, tag="*")
    assert put.status_code == 200, put.text
    assert comms.services.guard is not None
    kept = comms.services.charter.charters.newest()
    assert kept is not None
    assert comms.services.charter.guard.charter.ref.digest == kept.digest
    again = comms.put(text.replace('version: "1.0"', 'version: "1.1"'), tag="*")
    assert again.status_code == 200, again.text
