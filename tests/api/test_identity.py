"""Who may call what: every route, with every role, generated from the OpenAPI document."""

from collections.abc import Iterator

import pytest

from api.app import create_app
from domain.roles import Role
from tests.api.conftest import Service

OPEN = {("GET", "/healthz"), ("GET", "/readyz")}
ALLOWED: dict[tuple[str, str], set[Role]] = {
    ("POST", "/v1/recommendations"): {Role.PLATFORM, Role.EMPLOYEE},
    ("POST", "/v1/drafts"): {Role.PLATFORM, Role.EMPLOYEE},
    ("POST", "/v1/checks"): {Role.PLATFORM, Role.EMPLOYEE, Role.COMMS},
    ("GET", "/v1/contents"): {Role.COMMS, Role.ADMIN},
    ("POST", "/v1/contents"): {Role.COMMS, Role.ADMIN},
    ("GET", "/v1/contents/{content_id}"): {Role.COMMS, Role.ADMIN},
    ("PUT", "/v1/contents/{content_id}"): {Role.COMMS, Role.ADMIN},
    ("DELETE", "/v1/contents/{content_id}"): {Role.COMMS, Role.ADMIN},
    ("GET", "/v1/profile-types"): set(Role),
    ("GET", "/v1/me"): {Role.EMPLOYEE},
    ("PUT", "/v1/me"): {Role.EMPLOYEE},
    ("DELETE", "/v1/me"): {Role.EMPLOYEE},
    ("GET", "/v1/me/purposes"): {Role.EMPLOYEE},
    ("PUT", "/v1/me/purposes"): {Role.EMPLOYEE},
    ("GET", "/v1/me/export"): {Role.EMPLOYEE},
}


def routes() -> Iterator[tuple[str, str]]:
    for path, methods in create_app().openapi()["paths"].items():
        for method in methods:
            yield method.upper(), path


def test_every_route_has_a_rule() -> None:
    assert set(routes()) - OPEN == set(ALLOWED)


@pytest.mark.parametrize("route", sorted(ALLOWED), ids=" ".join)
@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer pv_wrong"}], ids=["no key", "wrong key"]
)
def test_nobody_gets_in_without_a_key(
    service: Service, route: tuple[str, str], headers: dict[str, str]
) -> None:
    method, path = route
    answer = service.client.request(method, path, headers=headers, json={})
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
    assert answer.headers["content-type"] == "application/problem+json"


# Erasing oneself is tried on a person of its own, in test_me.py.
@pytest.mark.parametrize("route", sorted(set(ALLOWED) - {("DELETE", "/v1/me")}), ids=" ".join)
@pytest.mark.parametrize("role", Role)
def test_a_role_does_what_it_may_and_nothing_else(
    service: Service, route: tuple[str, str], role: Role
) -> None:
    method, path = route
    answer = service.client.request(method, path, headers=service.headers(role), json={})
    assert (answer.status_code == 403) is (role not in ALLOWED[route])
    assert answer.status_code < 500


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
