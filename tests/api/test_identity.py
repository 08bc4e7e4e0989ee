"""Keys and sessions: who is believed, and for how long. Who may call what: test_matrix.py."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api import scopes
from api.identity import COOKIE
from domain.errors import Conflict, RequestInvalid
from domain.roles import Caller, Role
from tests.api.conftest import Service
from tests.api.rules import routes


def test_a_revoked_key_is_worthless(service: Service) -> None:
    key_id, key = service.services.access.create_key(Role.PLATFORM)
    headers = {"Authorization": f"Bearer {key}"}
    assert service.client.get("/v1/profile-types", headers=headers).status_code == 200
    service.services.access.revoke_key(key_id)
    assert service.client.get("/v1/profile-types", headers=headers).status_code == 401


def test_a_browser_without_its_pages_token_changes_nothing(service: Service) -> None:
    token = service.services.access.open_session(Role.EMPLOYEE, ambassador_id="amb_bastien")
    cookies = {"Cookie": f"porte_voix_session={token}"}
    assert service.client.get("/v1/me", headers=cookies).status_code == 200
    forged = service.client.put("/v1/me/purposes", headers=cookies, json={"voice": False})
    assert forged.status_code == 403


def holding(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def test_a_rotated_key_gives_way_to_a_new_one_of_the_same_holder(service: Service) -> None:
    access = service.services.access
    key_id, before = access.create_key(Role.PLATFORM)
    after = access.rotate_key(key_id)
    assert access.caller_with_key(before) is None
    caller = access.caller_with_key(after)
    assert caller is not None
    assert caller.key_id == key_id


def test_a_key_before_the_rotation_is_believed_for_the_overlap_alone(service: Service) -> None:
    access = service.services.access
    key_id, before = access.create_key(Role.PLATFORM)
    after = access.rotate_key(key_id, overlap=timedelta(hours=1))
    assert access.caller_with_key(before) == access.caller_with_key(after)
    access.rotate_key(key_id, overlap=timedelta(seconds=-1))
    assert access.caller_with_key(before) is None
    assert access.caller_with_key(after) is None


def test_revoking_ends_the_key_before_the_rotation_too(service: Service) -> None:
    access = service.services.access
    key_id, before = access.create_key(Role.PLATFORM)
    access.rotate_key(key_id, overlap=timedelta(hours=1))
    access.revoke_key(key_id)
    assert access.caller_with_key(before) is None
    with pytest.raises(Conflict):
        access.rotate_key(key_id)


def test_when_a_key_was_used_is_known_of_platforms_alone(service: Service) -> None:
    access = service.services.access
    for role in Role:
        key_id, key = access.create_key(role, ambassador_id=None)
        access.caller_with_key(key)
        known = access.keys()
        (kept,) = [one for one in known if one.key_id == key_id]
        assert (kept.last_used_at is not None) is (role is Role.PLATFORM)


def test_a_key_is_kept_nowhere(service: Service) -> None:
    keys = [service.services.access.create_key(Role.PLATFORM)[1] for _ in range(3)]
    for path in service.services.settings.data_dir.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert not any(key.encode() in held for key in keys), path


@pytest.mark.parametrize(
    ("narrowed", "method", "path", "status"),
    [
        ({"contents"}, "GET", "/v1/contents", {200, 422}),
        ({"contents"}, "POST", "/v1/contents", {200, 422}),
        ({"contents:read"}, "GET", "/v1/contents", {200, 422}),
        ({"contents:read"}, "POST", "/v1/contents", {403}),
        ({"checks"}, "GET", "/v1/contents", {403}),
        ({"checks"}, "POST", "/v1/checks", {200, 422}),
        ({"content"}, "GET", "/v1/contents", {403}),
        (set(), "GET", "/v1/profile-types", {200, 422}),
        (set(), "GET", "/v1/contents", {403}),
    ],
)
def test_a_scope_narrows_a_key(
    service: Service, narrowed: set[str], method: str, path: str, status: set[int]
) -> None:
    _, key = service.services.access.create_key(Role.COMMS, scopes=narrowed)
    answer = service.client.request(method, path, headers=holding(key), json={})
    assert answer.status_code in status
    assert answer.status_code != 403 or "scope" in answer.json()["detail"]


def test_a_scope_never_widens_a_role(service: Service) -> None:
    _, key = service.services.access.create_key(Role.PLATFORM, scopes={"contents"})
    assert service.client.get("/v1/contents", headers=holding(key)).status_code == 403


def test_every_noun_of_the_routes_can_be_a_scope() -> None:
    nouns = {scopes.noun_of(path) for _, path in routes() if path.startswith("/v1/")}
    missing = nouns - set(scopes.NOUNS) - scopes.FREE
    assert not missing, f"add to NOUNS in api/scopes.py: {sorted(missing)}"


@pytest.mark.parametrize("scope", ["", "people", "drafts:write", "drafts:", "drafts:read:read"])
def test_an_unknown_scope_is_refused(scope: str) -> None:
    with pytest.raises(RequestInvalid):
        scopes.known([scope])


def test_a_narrowed_key_opens_no_session(service: Service) -> None:
    _, key = service.services.access.create_key(Role.COMMS, scopes={"contents:read"})
    browser = TestClient(service.client.app)
    assert browser.post("/sign-in", data={"key": key}).status_code == 403
    assert COOKIE not in browser.cookies


@pytest.mark.parametrize("role", [Role.COMMS, Role.ADMIN, Role.EMPLOYEE])
@pytest.mark.parametrize("ended_by", ["revoking", "rotating"])
def test_a_session_opened_with_a_key_ends_with_it(
    service: Service, role: Role, ended_by: str
) -> None:
    access = service.services.access
    owner = service.services.people.create() if role is Role.EMPLOYEE else None
    key_id, key = access.create_key(role, ambassador_id=owner)
    browser = TestClient(service.client.app)
    browser.post("/sign-in", data={"key": key}, follow_redirects=False)
    assert access.caller_with_session(browser.cookies[COOKIE]) is not None
    if ended_by == "revoking":
        access.revoke_key(key_id)
    else:
        access.rotate_key(key_id, overlap=timedelta(hours=1))
    assert access.caller_with_session(browser.cookies[COOKIE]) is None


def test_a_key_that_ends_signs_nobody_else_out(service: Service) -> None:
    access = service.services.access
    others = [
        access.open_session(Role.COMMS, staff="key_other"),
        access.open_session(Role.EMPLOYEE, ambassador_id="amb_lea"),
    ]
    for role in (Role.COMMS, Role.PLATFORM):
        access.revoke_key(access.create_key(role)[0])
    assert all(access.caller_with_session(one) is not None for one in others)


def test_the_trail_of_a_session_leads_to_staff_and_never_to_an_employee(service: Service) -> None:
    access = service.services.access
    of_staff = access.open_session(Role.COMMS, staff="key_1")
    assert (access.caller_with_session(of_staff) or Caller(Role.COMMS)).staff == "key_1"
    own = access.open_session(Role.EMPLOYEE, ambassador_id="amb_lea", staff="key_2")
    assert (access.caller_with_session(own) or Caller(Role.COMMS)).staff is None
