import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.identity import COOKIE
from domain.purposes import Purpose
from domain.roles import Role
from storage.database import Database
from tests.api.conftest import Service
from tests.api.pages.conftest import Client, SignIn

EMPLOYEE_PAGES = ["/", "/me", "/me/erase", "/charter", "/contents/{content}"]
COMMS_PAGES = ["/newsroom", "/newsroom/{content}", "/charter", "/charter/edit", "/insights"]


def live_content(service: Service) -> str:
    found = service.services.live.current().snapshot.items
    return next(item.content_id for item in found if item.embargo_until is None)


def pages(service: Service, sign_in: SignIn, role: Role, language: str = "fr") -> dict[str, str]:
    browser = sign_in(role, language=language)
    paths = EMPLOYEE_PAGES if role is Role.EMPLOYEE else COMMS_PAGES
    asked = [path.format(content=live_content(service)) for path in paths]
    return {path: browser.get(path).text for path in asked}


@pytest.mark.parametrize("path", ["/", "/nowhere", "/me", "/static/style.css", "/static/app.js"])
def test_everything_is_sent_with_its_protection(stranger: Client, path: str) -> None:
    headers = stranger.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.COMMS])
def test_no_page_holds_script_or_style_of_its_own(
    service: Service, sign_in: SignIn, role: Role
) -> None:
    for path, page in pages(service, sign_in, role).items():
        scripts = re.findall(r"<script[^>]*>", page)
        assert all("src=" in one or "application/json" in one for one in scripts), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page), path


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.COMMS])
def test_no_page_asks_anything_of_another_machine(
    service: Service, sign_in: SignIn, role: Role, language: str
) -> None:
    for path, page in pages(service, sign_in, role, language).items():
        loaded = re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', page)
        assert loaded
        assert all(address.startswith("/static/") for address in loaded), path


def test_what_a_page_says_of_a_person_stays_in_no_cache(sign_in: SignIn) -> None:
    browser = sign_in()
    for path in ("/", "/me", "/me/export"):
        assert browser.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/v1/me", 200), ("/v1/me/export", 200), ("/v1/contents", 403), ("/v1/nothing", 404)],
)
def test_what_the_interface_says_stays_in_no_cache_and_is_read_as_what_it_is(
    sign_in: SignIn, path: str, status: int
) -> None:
    answer = sign_in().get(path, headers={"Accept": "application/json"})
    assert answer.status_code == status
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_document_and_what_concerns_nobody_may_be_cached(stranger: Client) -> None:
    for path in ("/openapi.json", "/healthz", "/.well-known/porte-voix-keys.json"):
        assert "no-store" not in stranger.get(path).headers.get("cache-control", "")


@pytest.mark.parametrize("path", ["/me", "/me/erase", "/me/export", "/charter", "/newsroom"])
def test_who_is_not_signed_in_is_shown_the_door(stranger: Client, path: str) -> None:
    page = stranger.get(path)
    assert page.status_code == 401
    assert "Connectez-vous d’abord" in page.text


@pytest.mark.parametrize(
    ("role", "path"),
    [
        (Role.EMPLOYEE, "/newsroom"),
        (Role.COMMS, "/me"),
        (Role.COMMS, "/me/export"),
        (Role.ADMIN, "/contents/any"),
    ],
)
def test_each_role_has_its_own_pages(sign_in: SignIn, role: Role, path: str) -> None:
    page = sign_in(role).get(path)
    assert page.status_code == 403
    assert "Cette page n’est pas pour vous" in page.text


@pytest.mark.parametrize("token", [None, "", "0" * 64, "é"])
@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/me", {"name": "Somebody Else"}),
        ("/me/purposes", {"purpose": "profile", "turn": "off"}),
        ("/me/erase", {"sure": "yes"}),
        ("/sign-out", {}),
    ],
)
def test_a_form_without_its_token_changes_nothing(
    service: Service, sign_in: SignIn, path: str, fields: dict[str, str], token: str | None
) -> None:
    browser = sign_in()
    before = service.services.people.get(service.ambassador_id)
    given = fields | ({"csrf": token} if token is not None else {})
    assert browser.client.post(path, data=given).status_code == 403
    assert service.services.people.get(service.ambassador_id) == before
    assert before.purposes[Purpose.PROFILE]
    assert COOKIE in browser.client.cookies


def test_a_token_is_good_for_its_own_session_only(sign_in: SignIn) -> None:
    mine, theirs = sign_in(), sign_in(ambassador_id="amb_tom")
    found = re.search(r'name="csrf" content="(\w+)"', theirs.get("/").text)
    assert found
    assert mine.client.post("/sign-out", data={"csrf": found.group(1)}).status_code == 403


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "Il n’y a rien ici"), ("en", "There is nothing here")]
)
def test_an_address_that_leads_nowhere_is_a_page(sign_in: SignIn, language: str, told: str) -> None:
    page = sign_in(language=language).get("/nowhere")
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert told in page.text


@pytest.mark.parametrize("path", ["/v1/nowhere", "/nowhere"])
def test_a_program_is_told_in_json(service: Service, path: str) -> None:
    answer = service.client.get(path, headers={"Accept": "application/json"})
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "not_found"


def test_the_interface_keeps_its_own_errors(stranger: Client) -> None:
    assert stranger.get("/v1/me").json()["code"] == "unauthenticated"
    wrong = stranger.client.delete("/v1/checks")
    assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed")
    assert wrong.headers["allow"] == "POST"


def test_an_address_that_only_takes_forms_is_a_page_too(stranger: Client) -> None:
    page = stranger.get("/sign-out")
    assert page.status_code == 405
    assert "Pas de cette façon" in page.text


def test_a_database_that_is_away_is_told_by_a_page(service: Service, tmp_path: Path) -> None:
    away = replace(service.services, database=Database.open(f"sqlite:///{tmp_path / 'empty.db'}"))
    client = TestClient(create_app(away), raise_server_exceptions=False)
    client.cookies.set(COOKIE, "any")
    page = client.get("/charter", headers={"Accept-Language": "en"})
    assert page.status_code in {500, 503}
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    away.database.close()


def test_a_value_that_cannot_be_is_told_by_a_page(sign_in: SignIn) -> None:
    page = sign_in().get("/?k=many")
    assert (page.status_code, page.headers["content-type"]) == (422, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "Quelque chose s’est mal passé"), ("en", "Something went wrong")]
)
def test_an_unforeseen_error_is_a_page_and_tells_nothing_of_itself(
    service: Service, language: str, told: str
) -> None:
    broken = replace(service.services, charter=None)  # type: ignore[arg-type]  # anything that breaks a page
    client = TestClient(create_app(broken), raise_server_exceptions=False)
    client.cookies.set(COOKIE, service.services.access.open_session(Role.COMMS))
    page = client.get("/charter", headers={"Accept-Language": language})
    assert page.status_code == 500
    assert told in page.text
    assert "NoneType" not in page.text


def test_the_pages_are_no_part_of_the_published_interface(service: Service) -> None:
    paths = service.client.get("/openapi.json").json()["paths"]
    assert all(
        path.startswith(("/v1/", "/healthz", "/readyz", "/metrics", "/.well-known/"))
        for path in paths
    )
