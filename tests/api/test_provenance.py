"""Verifying where drafts came from: over HTTP, in the terminal, and by a stranger."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli.main import run
from domain.roles import Role
from personalizer.provenance import Verification, examine
from tests.api.conftest import Make, Service
from tests.api.test_drafts import EXPERT, INLINE, ask
from tests.openai_server import running

KEYS = "/.well-known/porte-voix-keys.json"


@pytest.fixture(scope="module")
def draft(service: Service) -> dict[str, Any]:
    (made, *_) = ask(service, content=INLINE, ambassador=EXPERT).json()["drafts"]
    return dict(made)


def verify(service: Service, text: str, signature: str) -> Any:
    return service.client.post(
        "/v1/provenance/verify",
        headers=service.headers(Role.PLATFORM),
        json={"text": text, "signature": signature},
    ).json()


def test_a_served_draft_verifies_and_an_edited_one_says_so(
    service: Service, draft: dict[str, Any]
) -> None:
    signature = draft["provenance"]["signature"]
    found = verify(service, draft["text"], signature)
    assert found["verification"] == "genuine"
    assert found["claims"]["charter"] == draft["provenance"]["charter"]
    assert verify(service, f"{draft['text']} Et voilà.", signature)["verification"] == "edited"
    assert verify(service, draft["text"], "e30.e30.e30") == {
        "verification": "invalid",
        "differing": [],
        "claims": {},
    }


CHANGED = [
    ("engine", "model"),
    ("model", "gpt-9"),
    ("charter", "mine"),
    ("prompt", {"name": "draft_post", "version": 9, "digest": "x"}),
    ("generated_at", "2020-01-01T00:00:00Z"),
    ("generated_at", "yesterday"),
    ("digital_source_type", "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"),
]


@pytest.mark.parametrize(("name", "value"), CHANGED)
def test_fields_that_say_otherwise_than_was_signed_are_named(
    service: Service, draft: dict[str, Any], tmp_path: Path, name: str, value: object
) -> None:
    keys, file = tmp_path / "keys.json", tmp_path / "draft.json"
    keys.write_text(json.dumps(service.client.get(KEYS).json()))
    said = draft["provenance"] | {name: value}
    file.write_text(json.dumps(draft | {"provenance": said}))
    assert run(["verify", str(file), "--keys", str(keys)]) == 1
    for sent, differing in ((said, [name]), (draft["provenance"], []), ({}, []), (None, [])):
        found = service.client.post(
            "/v1/provenance/verify",
            headers=service.headers(Role.PLATFORM),
            json={
                "text": draft["text"],
                "signature": draft["provenance"]["signature"],
                "provenance": sent,
            },
        ).json()
        assert (found["verification"], found["differing"]) == ("genuine", differing)


def test_a_stranger_needs_only_the_published_key(service: Service, draft: dict[str, Any]) -> None:
    published = service.client.get(KEYS).json()
    found = examine(draft["provenance"]["signature"], draft["text"], published)
    assert found.verification is Verification.GENUINE


def test_the_signature_names_nobody(service: Service, draft: dict[str, Any]) -> None:
    claims = verify(service, draft["text"], draft["provenance"]["signature"])["claims"]
    assert set(claims) == {
        "iss", "jti", "iat", "text_sha256", "language", "platform", "engine", "model", "prompt",
        "charter", "digital_source_type",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code"), [("", 0), (" Et voilà.", 1)], ids=["as it left", "edited"]
)
def test_the_command_says_the_same_by_its_exit_code(
    service: Service, draft: dict[str, Any], tmp_path: Path, change: str, code: int
) -> None:
    keys, file = tmp_path / "keys.json", tmp_path / "answer.json"
    keys.write_text(json.dumps(service.client.get(KEYS).json()))
    answer = {"drafts": [draft | {"text": draft["text"] + change}], "withheld": []}
    file.write_text(json.dumps(answer))
    assert run(["verify", str(file), "--keys", str(keys)]) == code
    file.write_text(json.dumps(answer["drafts"][0]))
    assert run(["verify", str(file), "--keys", str(keys), "--json"]) == code


def test_a_draft_of_another_deployment_is_not_ours(
    draft: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.key").write_bytes(b"x" * 32)
    file = tmp_path / "draft.json"
    file.write_text(json.dumps(draft))
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(tmp_path))
    assert run(["verify", str(file)]) == 2


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"drafts": []}', '[{"text": "x"}]', "1"])
def test_a_file_without_a_draft_is_told(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file.json"
    file.write_text(content)
    assert run(["verify", str(file)]) == 64
    assert "draft" in capsys.readouterr().err or not content


def test_a_folder_that_never_served_is_told(
    draft: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(tmp_path / "nowhere"))
    file = tmp_path / "draft.json"
    file.write_text(json.dumps(draft))
    assert run(["verify", str(file)]) == 64
    assert not (tmp_path / "nowhere").exists()


def test_a_models_draft_says_which_model_and_what_it_took(make_services: Make) -> None:
    with running() as endpoint:
        endpoint.use("priced")
        services = make_services(model="test", OPENAI_BASE_URL=endpoint.base_url)
        key = services.access.create_key(Role.PLATFORM)[1]
        with TestClient(create_app(services)) as client:
            answer = client.post(
                "/v1/drafts",
                headers={"Authorization": f"Bearer {key}"},
                json={"content": INLINE, "ambassador": EXPERT, "language": "fr"},
            ).json()
        calls = len(endpoint.requests)
    (draft,) = answer["drafts"]
    assert draft["provenance"]["model"] == "test"
    assert draft["provenance"]["digital_source_type"].endswith("/trainedAlgorithmicMedia")
    assert draft["provenance"]["usage"]["prompt_tokens"] > 0
    # Each call that led to this draft is paid for, revisions too.
    assert draft["provenance"]["usage"]["cost"] == pytest.approx(0.25 * calls)
