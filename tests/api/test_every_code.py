"""Every documented code is really answered: each is reached here, or in a test that is named."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli.main import run
from domain.roles import Role
from tests import openai_server
from tests.api.conftest import Make, Service
from tests.api.test_drafts import EXPERT, INLINE
from tests.api.test_errors import rows
from tests.openai_server import OpenAIServer

HERE = Path(__file__).parent
FAULTS = {
    "unauthorized": (503, "model_misconfigured"),
    "model_not_found": (503, "model_misconfigured"),
    "refusal": (502, "model_refused"),
    "finish_content_filter": (502, "model_refused"),
    "context_length": (422, "prompt_too_long"),
    "html": (502, "model_misbehaved"),
    "rate_limited_90s": (503, "model_unavailable"),
}
COMMANDS: Mapping[str, tuple[tuple[str, ...], int]] = {
    "import_failed": (("import", "empty.csv"), 65),
    "restore_failed": (("restore", "."), 65),
    "charter_invalid": (("charter", "test", "wrong.yaml"), 64),
    "organization_invalid": (
        ("check", "post.txt", "--language", "fr", "--organization", "wrong.yaml"),
        64,
    ),
    "settings_invalid": (("doctor",), 64),
}
ELSEWHERE = {
    "malformed": "test_every_code.py",
    "invalid": "test_bad_input.py",
    "language_unsupported": "test_checks.py",
    "unauthenticated": "test_matrix.py",
    "forbidden": "test_charter.py",
    "not_found": "test_contents.py",
    "method_not_allowed": "pages/test_protection.py",
    "body_timeout": "test_limits.py",
    "timed_out": "test_limits.py",
    "too_many_requests": "test_limits.py",
    "too_large": "test_bad_input.py",
    "conflict": "test_campaigns_corrected.py",
    "in_flight": "test_idempotency.py",
    "idempotency_key_reused": "test_idempotency.py",
    "charter_changed": "test_idempotency_standing.py",
    "version_stale": "test_versions.py",
    "version_needed": "test_charter.py",
    "storage_unavailable": "test_storage_faults.py",
    "internal": "test_observing.py",
}
UNSEEN = {"error", "index_unavailable", "sign_in_refused", "identity_unavailable"}
"""What no program is answered: the base class, an index, which is searched around, and what a
page says in words."""


def test_every_documented_code_is_reached_by_a_test() -> None:
    here = {code for _, code in FAULTS.values()} | set(COMMANDS)
    assert here | set(ELSEWHERE) | UNSEEN == set(rows())


@pytest.mark.parametrize(("code", "file"), ELSEWHERE.items())
def test_the_test_that_is_named_speaks_of_the_code(code: str, file: str) -> None:
    assert code in (HERE / file).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def endpoint() -> Iterator[OpenAIServer]:
    with openai_server.running() as server:
        yield server


@pytest.mark.parametrize(("fault", "told"), FAULTS.items())
def test_a_fault_of_the_endpoint_is_told_by_its_code(
    make_services: Make, endpoint: OpenAIServer, fault: str, told: tuple[int, str]
) -> None:
    endpoint.use(fault)
    services = make_services(
        model="test",
        OPENAI_BASE_URL=endpoint.base_url,
        on_model_failure="error",
        vector_index="exact",
        deadline_seconds=20,
    )
    _, key = services.access.create_key(Role.PLATFORM)
    asked = {"language": "fr", "content": INLINE, "ambassador": EXPERT}
    headers = {"Authorization": f"Bearer {key}"}
    with TestClient(create_app(services), raise_server_exceptions=False) as client:
        answer = client.post("/v1/drafts", json=asked, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == told, answer.text


@pytest.mark.parametrize(("code", "command"), COMMANDS.items())
def test_what_the_command_line_refuses_is_told_by_its_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    code: str,
    command: tuple[tuple[str, ...], int],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "empty.csv").write_text("title,text\n", encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text("name: [", encoding="utf-8")
    (tmp_path / "post.txt").write_text("Bonjour.", encoding="utf-8")
    if code == "settings_invalid":
        monkeypatch.setenv("PORTEVOIX_RATE_LIMIT", "none")
    arguments, leaves_with = command
    assert run(list(arguments)) == leaves_with
    assert f"{code}: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (json.dumps({"text": "Bonjour.", "language": "fr"}).encode(), "text/plain"),
        (json.dumps({"text": "Bonjour.", "language": "fr"}).encode(), None),
        (b"text=Bonjour", "application/x-www-form-urlencoded"),
        (b"{", "application/json"),
        (b"\xff", "application/json"),
    ],
    ids=["text", "no type", "form", "cut off", "no UTF-8"],
)
def test_a_body_that_is_not_sent_as_json_is_told_how_to_be(
    service: Service, body: bytes, kind: str | None
) -> None:
    headers = {**service.headers(Role.PLATFORM), **({"Content-Type": kind} if kind else {})}
    answer = service.client.post("/v1/checks", content=body, headers=headers)
    told: Any = answer.json()
    assert (answer.status_code in {400, 422}, told["code"]) == (True, "malformed"), answer.text
    assert "JSON" in told.get("detail", told["title"])


def test_a_body_of_the_wrong_shape_is_no_malformed_one(service: Service) -> None:
    answer = service.client.post("/v1/checks", json=[], headers=service.headers(Role.PLATFORM))
    assert answer.json()["code"] == "invalid"
