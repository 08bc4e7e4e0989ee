"""A person's words, marked, and every place they must not be found in."""

import logging
from secrets import token_hex
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Make

MARK = f"canary{token_hex(8)}"


def described(place: str) -> dict[str, Any]:
    post = f"J’ai réglé le {MARK}{place} toute la nuit, et je le referai."
    return {
        "profile_type": "expert",
        "topics": [f"{MARK}topic"],
        "never": [f"{MARK}never"],
        "posts": [post] * 4,
        "name": f"{MARK}name",
        "organization": "Tessonde",
    }


@pytest.mark.parametrize("model", [None, "a-model-that-is-not-there"])
def test_nothing_a_person_says_is_logged_or_outlives_their_erasure(
    make_demo: Make, caplog: pytest.LogCaptureFixture, model: str | None
) -> None:
    caplog.set_level(logging.DEBUG)
    services = make_demo(model=model, OPENAI_BASE_URL="http://127.0.0.1:9/v1", deadline_seconds=2)
    ambassador_id = services.people.create()
    _, key = services.access.create_key(Role.EMPLOYEE, ambassador_id=ambassador_id)
    headers = {"Authorization": f"Bearer {key}"}
    with TestClient(create_app(services), raise_server_exceptions=False) as client:
        wanted = {purpose.value: True for purpose in Purpose}
        client.put("/v1/me/purposes", headers=headers, json=wanted)
        assert client.put("/v1/me", headers=headers, json=described("post")).status_code == 200
        (item, *_) = client.post("/v1/recommendations", headers=headers, json={"k": 1}).json()[
            "items"
        ]
        notes = [f"J’ai tenu le {MARK}note pendant trois nuits."]
        asked = {"content_id": item["content_id"], "language": item["language"], "notes": notes}
        assert client.post("/v1/drafts", headers=headers, json=asked).status_code == 200
        text = f"Je travaille chez Tessonde. {MARK}text"
        client.post("/v1/checks", headers=headers, json={"text": text, "language": "fr"})
        refused = client.post("/v1/checks", headers=headers, json={"text": MARK, "language": MARK})
        assert MARK not in refused.text
        folder = services.settings.data_dir
        found = [path.name for path in folder.rglob("*") if path.is_file() and _holds(path)]
        assert found
        assert not any(
            "index" in str(path.relative_to(folder)) and _holds(path)
            for path in folder.rglob("*")
            if path.is_file()
        )
        assert client.delete("/v1/me", headers=headers).status_code == 204
        assert [path for path in folder.rglob("*") if path.is_file() and _holds(path)] == []
    assert MARK not in caplog.text


def _holds(path: Any) -> bool:
    return MARK.encode() in path.read_bytes()
