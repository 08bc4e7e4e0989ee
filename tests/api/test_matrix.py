"""Every route with every role, and with one's own things and another's: generated, not listed.

The rules stand in `tests/api/rules.py`, one line a route.
"""

import re
from secrets import token_hex
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.identity import COOKIE, csrf_token
from domain.people import Ambassador
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.rules import OBJECTS, OPEN, PAGES, RULES, Route, page_routes, routes

PARAMETER = re.compile(r"{(\w+)}")
ERASING = {("DELETE", "/v1/me"), ("POST", "/me/erase")}
MARK = f"canary{token_hex(6)}"
DOCUMENT = create_app().openapi()
INLINE = {"title": "Sable", "text": "Le sable retire 8 dB au signal de fuite.", "language": "fr"}
BODIES: dict[str, Any] = {
    "/v1/recommendations": {},
    "/v1/drafts": {"language": "fr", "content": INLINE},
    "/v1/checks": {"language": "fr", "text": "Le sable retire 8 dB."},
    "/v1/handoffs": {"language": "fr", "text": "Le sable retire 8 dB.", "target": "slack"},
}


def named(route: Route) -> str:
    return " ".join(route)


def fill(route: Route, value: str) -> str:
    return PARAMETER.sub(value, route[1])


@pytest.fixture(scope="module")
def other(service: Service) -> str:
    """Make somebody else, who has said and kept something of everything."""
    people = service.services.people
    ambassador_id = people.create(f"amb_{MARK}")
    people.turn(ambassador_id, dict.fromkeys(Purpose, True))
    people.save(
        Ambassador(
            ambassador_id=ambassador_id,
            name=f"{MARK} name",
            topics=(f"{MARK} topic",),
            posts=(f"{MARK} post",),
        )
    )
    return ambassador_id


def call(service: Service, role: Role, route: Route, path: str, **more: Any) -> Any:
    more = {"json": {}, **more}
    return service.client.request(route[0], path, headers=service.headers(role), **more)


def test_every_route_has_a_rule() -> None:
    missing = set(routes()) - OPEN - set(RULES)
    assert not missing, f"add a line for each to RULES in tests/api/rules.py: {sorted(missing)}"
    gone = set(RULES) - set(routes())
    assert not gone, f"no such route any more; remove its line from RULES: {sorted(gone)}"


def test_every_page_has_a_rule() -> None:
    missing = set(page_routes()) - set(PAGES)
    assert not missing, f"add a line for each to PAGES in tests/api/rules.py: {sorted(missing)}"
    gone = set(PAGES) - set(page_routes())
    assert not gone, f"no such page any more; remove its line from PAGES: {sorted(gone)}"


def test_every_thing_a_path_names_can_be_somebody_elses() -> None:
    wanted = {name for _, path in routes() for name in PARAMETER.findall(path)}
    assert wanted <= set(OBJECTS), "add a line to OBJECTS in tests/api/rules.py"


@pytest.mark.parametrize("route", sorted(RULES), ids=named)
@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "Bearer pv_wrong"}, {"Authorization": "Basic eDp5"}],
    ids=["no key", "wrong key", "no bearer"],
)
def test_nobody_gets_in_without_a_key(
    service: Service, route: Route, headers: dict[str, str]
) -> None:
    # Each from a place of its own: one that is wrong too often is made to wait.
    place = f"192.0.2.{sorted(RULES).index(route)}"
    stranger = TestClient(service.client.app, client=(place, 50_000))
    answer = stranger.request(route[0], route[1], headers=headers, json={})
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


@pytest.mark.parametrize("route", sorted(RULES), ids=named)
@pytest.mark.parametrize("shown", [{}, {"Authorization": "Bearer pv_wrong"}], ids=["none", "wrong"])
def test_a_stranger_is_told_so_whatever_body_they_send(
    service: Service, route: Route, shown: dict[str, str]
) -> None:
    for body in (b"{", b"\xff", b"[]", b""):
        headers = {"Content-Type": "application/json", **shown}
        answer = service.client.request(
            route[0], fill(route, "unknown"), headers=headers, content=body
        )
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated"), body
        assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"


# Erasing oneself is tried on a person of its own, in test_me.py.
@pytest.mark.parametrize("route", sorted(set(RULES) - ERASING), ids=named)
@pytest.mark.parametrize("role", Role)
def test_a_role_does_what_it_may_and_nothing_else(
    service: Service, route: Route, role: Role
) -> None:
    answer = call(service, role, route, fill(route, "unknown"))
    assert (answer.status_code == 403) is (role not in RULES[route])
    assert answer.status_code not in {401, 405}
    assert answer.status_code < 500


@pytest.mark.parametrize("route", sorted(set(RULES) - ERASING), ids=named)
@pytest.mark.parametrize("role", Role)
def test_no_route_tells_or_changes_anything_of_somebody_else(
    service: Service, other: str, route: Route, role: Role
) -> None:
    before = service.services.export.of(other)
    for parameters in ({}, {"ambassador_id": other}):
        answer = call(service, role, route, fill(route, other), params=parameters)
        told = answer.text.replace(other, "")
        assert MARK not in told
    assert service.services.export.of(other) == before


@pytest.mark.parametrize(
    "route", sorted(one for one in RULES if PARAMETER.search(one[1])), ids=named
)
def test_a_thing_of_somebody_else_is_as_if_it_were_not_there(
    service: Service, other: str, route: Route
) -> None:
    made = {name: OBJECTS[name] for name in PARAMETER.findall(route[1])}
    if all(one.is_shared for one in made.values()):
        return
    path = PARAMETER.sub(lambda found: made[found[1]].make(service, other), route[1])
    for role in RULES[route]:
        theirs = call(service, role, route, path)
        unknown = call(service, role, route, fill(route, "unknown"))
        assert theirs.status_code == unknown.status_code == 404
        assert theirs.json()["code"] == unknown.json()["code"]


def naming_a_person() -> list[Route]:
    """Return the routes whose body may name somebody by `ambassador_id`."""
    schemas, found = DOCUMENT["components"]["schemas"], []
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
            schema = schemas.get(reference.rpartition("/")[2], {})
            if "ambassador_id" in schema.get("properties", {}):
                found.append((method.upper(), path))
    return found


def test_some_bodies_name_a_person() -> None:
    assert {path for _, path in naming_a_person()} == set(BODIES)


@pytest.mark.parametrize("route", naming_a_person(), ids=named)
@pytest.mark.parametrize("role", [Role.PLATFORM, Role.EMPLOYEE])
def test_naming_somebody_else_answers_as_for_somebody_unknown(
    service: Service, other: str, route: Route, role: Role
) -> None:
    answers = [
        call(service, role, route, route[1], json={**BODIES[route[1]], "ambassador_id": who})
        for who in (other, "amb_unknown")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    theirs, unknown = (answer.text.replace(other, "X") for answer in answers)
    assert theirs == unknown.replace("amb_unknown", "X")


@pytest.mark.parametrize("page", sorted(set(PAGES) - ERASING), ids=named)
@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.COMMS, Role.ADMIN])
def test_a_page_is_for_its_roles_alone(
    service: Service, other: str, page: Route, role: Role
) -> None:
    allowed = PAGES[page]
    if allowed is None:
        return
    owner = service.ambassador_id if role is Role.EMPLOYEE else None
    token = service.services.access.open_session(role, ambassador_id=owner)
    sent = {"data": {"csrf": csrf_token(service.services.secret, token)}}
    more: Any = sent if page[0] == "POST" else {}
    browser = TestClient(service.client.app, raise_server_exceptions=False)
    browser.cookies.set(COOKIE, token)
    answer = browser.request(page[0], fill(page, other), follow_redirects=False, **more)
    assert (answer.status_code == 403) is (role not in allowed)
    assert answer.status_code < 500
    assert MARK not in answer.text.replace(other, "")
