"""A first answer is given again only while it still may be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from api.sealed_answers import AnswerSeal
from domain.roles import Role
from tests.api.conftest import Make
from tests.api.test_idempotency import Platform, live_content, reopened, sql
from tests.charters import charter_of, default_charter, written


@pytest.fixture
def platform(make_services: Make) -> Platform:
    return Platform(make_services())


def test_a_charter_that_changed_is_told_instead_of_the_first_answer(
    platform: Platform, tmp_path: Path
) -> None:
    platform.ask("k1")
    path = tmp_path / "data" / "charter.yaml"
    charter = charter_of(path.read_text(encoding="utf-8")) if path.exists() else default_charter()
    charter["version"] = "2099.1"
    path.write_text(written(charter), encoding="utf-8")
    restarted = Platform(reopened(tmp_path))
    restarted.key = platform.key
    assert restarted.code("k1") == (409, "charter_changed")
    assert restarted.code("k2") == (200, "")
    restarted.services.close()


def test_a_frozen_topic_is_told_instead_of_the_first_answer(platform: Platform) -> None:
    platform.ask("k1")
    frozen = replace(platform.services.organization, frozen_topics=("licornes",))
    employer = replace(platform.services.employer, described=frozen, _known=None)
    thawed = Platform(replace(platform.services, employer=employer))
    thawed.key = platform.key
    assert thawed.code("k1") == (409, "charter_changed")


@pytest.mark.parametrize("column", ["embargo_until", "expires_at"])
def test_content_that_may_not_be_spoken_of_any_more_is_told(
    platform: Platform, column: str
) -> None:
    content_id = live_content(platform)
    chosen = {"content": None, "content_id": content_id, "n": 1}
    assert platform.code("k1", **chosen) == (200, "")
    moment = datetime.now(UTC) + timedelta(days=1 if column == "embargo_until" else -1)
    sql(
        platform,
        f"UPDATE contents SET {column} = :moment WHERE content_id = :id",  # noqa: S608 - a column of the test
        moment=moment,
        id=content_id,
    )
    assert platform.code("k1", **chosen) == (409, "charter_changed")


def test_a_deleted_content_is_told_too(platform: Platform) -> None:
    content_id = live_content(platform)
    chosen = {"content": None, "content_id": content_id, "n": 1}
    platform.ask("k1", **chosen)
    platform.services.contents.delete(content_id)
    assert platform.code("k1", **chosen) == (409, "charter_changed")


def test_a_text_that_no_longer_passes_is_not_given_again(platform: Platform) -> None:
    said = platform.ask("k1").text
    assert "Tessonde" in said
    seal = AnswerSeal.of(platform.services.secret, platform.key_id, "k1")
    sql(platform, "UPDATE first_answers SET answer = :answer", answer=seal.close(said))
    assert platform.code("k1") == (200, "")
    answer = seal.close(said.replace("Tessonde", "Acme"))
    sql(platform, "UPDATE first_answers SET answer = :answer", answer=answer)
    assert platform.code("k1") == (409, "charter_changed")


def test_an_answer_that_another_key_sealed_is_not_given(platform: Platform) -> None:
    platform.ask("k1")
    platform.ask("k2")
    sql(
        platform,
        "UPDATE first_answers SET answer = (SELECT answer FROM first_answers ORDER BY key LIMIT 1)",
    )
    codes = {platform.code("k1"), platform.code("k2")}
    assert codes == {(200, ""), (409, "charter_changed")}


@pytest.mark.parametrize("gone", ["released", "over"])
def test_a_draft_that_was_let_go_is_held_again_when_it_is_given_again(
    platform: Platform, gone: str
) -> None:
    first = platform.ask("k1", n=1).json()
    (draft,) = first["drafts"]
    headers = {"Authorization": f"Bearer {platform.key}"}
    path = f"/v1/drafts/{draft['id']}"
    if gone == "released":
        assert platform.client.delete(path, headers=headers).status_code == 204
    else:
        past = datetime.now(UTC) - timedelta(seconds=1)
        sql(platform, "UPDATE reservations SET ends_at = :past", past=past)
    assert platform.ask("k1", n=1).json() == first
    assert platform.ask("k1", n=1).json() == first
    another = platform.ask("k2", n=1).json()["drafts"]
    assert [one["angle"] for one in another] != [draft["angle"]]
    assert platform.client.delete(path, headers=headers).status_code == 204


def test_a_draft_that_was_let_go_is_not_given_again_once_somebody_else_has_its_angle(
    platform: Platform,
) -> None:
    (draft,) = platform.ask("k1", n=1).json()["drafts"]
    headers = {"Authorization": f"Bearer {platform.key}"}
    platform.client.delete(f"/v1/drafts/{draft['id']}", headers=headers)
    (theirs,) = platform.ask("k2", n=1).json()["drafts"]
    assert theirs["angle"] == draft["angle"]
    assert platform.code("k1", n=1) == (409, "charter_changed")


def test_of_drafts_that_are_not_given_again_none_is_held(platform: Platform) -> None:
    first, second = platform.ask("k1", n=2).json()["drafts"]
    path = f"/v1/drafts/{first['id']}"
    headers = {"Authorization": f"Bearer {platform.key}"}
    assert platform.client.delete(path, headers=headers).status_code == 204
    theirs = (
        "reservation_id = 'd_theirs', owner_token = 'theirs', shingles = :none, embedding = :none"
    )
    statement = f"UPDATE reservations SET {theirs} WHERE reservation_id = :id"  # noqa: S608 - ours
    sql(platform, statement, id=second["id"], none=b"")
    assert platform.code("k1", n=2) == (409, "charter_changed")
    assert platform.client.delete(path, headers=headers).status_code == 404


def test_a_draft_let_go_is_not_given_again_beside_another_of_ones_own_on_its_angle(
    platform: Platform,
) -> None:
    person = platform.services.people.create()
    _, platform.key = platform.services.access.create_key(Role.EMPLOYEE, ambassador_id=person)
    asked: dict[str, Any] = {"n": 1, "ambassador": None}
    (draft,) = platform.ask("k1", **asked).json()["drafts"]
    headers = {"Authorization": f"Bearer {platform.key}"}
    path = f"/v1/me/drafts/{draft['id']}"
    assert platform.client.delete(path, headers=headers).status_code == 204
    (another,) = platform.ask("k2", **asked).json()["drafts"]
    assert another["angle"] == draft["angle"]
    assert platform.code("k1", **asked) == (409, "charter_changed")
