"""Stateless: whatever is asked, nothing of it is in any store afterwards."""

from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api import demo_organization
from api.app import create_app
from api.cli.main import run
from api.settings import Settings
from api.wiring import Services, open_services
from domain.content import ContentState
from domain.errors import Forbidden, SettingsInvalid
from domain.roles import Role
from storage.models import Base
from tests.api.conftest import Make

MARK = f"canary{token_hex(8)}"


def rows(services: Services) -> dict[str, list[Any]]:
    with services.database.read() as session:
        return {
            table.name: [
                tuple(value for name, value in row.items() if "last_used" not in name)
                for row in session.execute(select(table)).mappings()
            ]
            for table in Base.metadata.sorted_tables
        }


def holding(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if MARK.encode() in path.read_bytes()]


def test_a_whole_pass_leaves_every_store_as_it_was(make_services: Make) -> None:
    services = make_services(stateless=True)
    demo_organization.prepare_files(services.settings)
    demo_organization.install(services)
    _, key = services.access.create_key(Role.PLATFORM)
    headers = {"Authorization": f"Bearer {key}"}
    (content, *_), _ = services.contents.page(state=ContentState.LIVE, limit=1)
    described = {
        "profile_type": "expert",
        "topics": [f"{MARK}topic"],
        "posts": [f"J’ai réglé le {MARK}post toute la nuit, et je le referai."] * 4,
        "name": f"{MARK}name",
    }
    with TestClient(create_app(services)) as client:
        client.get("/v1/profile-types", headers=headers)
        before = rows(services)
        suggested = client.post(
            "/v1/recommendations", headers=headers, json={"ambassador": described, "k": 3}
        )
        asked = {
            "content_id": content.content_id,
            "language": content.language,
            "ambassador": described,
            "notes": [f"J’ai tenu le {MARK}note pendant trois nuits."],
        }
        drafted = client.post("/v1/drafts", headers=headers, json=asked)
        text = f"I work at Tessonde. {MARK}text"
        checked = client.post("/v1/checks", headers=headers, json={"text": text, "language": "en"})
        assert [one.status_code for one in (suggested, drafted, checked)] == [200, 200, 200]
        (draft,) = drafted.json()["drafts"]
        assert draft["distinctness"]["reserved"] == "short"
        assert rows(services) == before
        assert holding(services.settings.data_dir) == []


def test_two_platforms_still_never_get_near_twins(make_services: Make) -> None:
    services = make_services(stateless=True)
    demo_organization.install(services)
    (content, *_), _ = services.contents.page(state=ContentState.LIVE, limit=1)
    asked = {
        "content_id": content.content_id,
        "language": content.language,
        "ambassador": {"profile_type": "expert"},
    }
    angles = []
    with TestClient(create_app(services)) as client:
        for _ in range(2):
            _, key = services.access.create_key(Role.PLATFORM)
            headers = {"Authorization": f"Bearer {key}"}
            drafts = client.post("/v1/drafts", headers=headers, json=asked).json()["drafts"]
            angles += [draft["angle"] for draft in drafts]
        assert len(services.reservations.live(content.content_id)) == 2
    assert len(angles) == len(set(angles)) == 2


def test_no_record_of_anybody_is_made(make_services: Make) -> None:
    services = make_services(stateless=True)
    with pytest.raises(Forbidden, match="stateless"):
        services.people.create()
    demo_organization.install(services)
    assert services.people.ids() == []


def test_a_database_that_holds_people_is_refused(make_services: Make) -> None:
    services = make_services()
    services.people.create()
    with pytest.raises(SettingsInvalid, match="PORTEVOIX_STATELESS"):
        open_services(
            Settings.from_environment(data_dir=services.settings.data_dir, stateless=True)
        )


def test_one_process_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PORTEVOIX_STATELESS", "true")
    assert run(["serve", "--workers", "2"]) != 0
    assert "--workers 1" in capsys.readouterr().err
