"""Signing in with a real OpenID Connect provider."""

import logging
import re
import warnings
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from authlib.deprecate import AuthlibDeprecationWarning
from fastapi.testclient import TestClient

from api.identity import COOKIE
from api.pages.oidc import ATTEMPT_COOKIE
from domain.roles import Role
from tests.api.pages.providers import BASE, Open, browser_at, caller_in, opened_for_real, refused

with warnings.catch_warnings():
    # The provider of the tests uses a part of Authlib that Authlib itself gives up.
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    import oidc_provider_mock

pytestmark = pytest.mark.filterwarnings(
    "ignore::authlib.deprecate.AuthlibDeprecationWarning",
    "ignore:get_jwt_config:DeprecationWarning",
)

SUBJECT = "lea.canary-subject"


@pytest.fixture(scope="module")
def open_real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    yield from opened_for_real(tmp_path_factory)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """Start a real provider on this machine."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    users = [
        oidc_provider_mock.User(sub=SUBJECT, claims={"email": "lea@tessonde.example"}),
        oidc_provider_mock.User(sub="press", claims={"groups": ["all", "communication"]}),
        oidc_provider_mock.User(
            sub="root",
            claims={
                "groups": ["communication"],
                "realm_access": {"roles": ["porte-voix-admin"]},
            },
        ),
        oidc_provider_mock.User(sub="almost", claims={"groups": ["communications"]}),
    ]
    with oidc_provider_mock.run_server_in_thread(require_nonce=True, user_claims=users) as server:
        yield f"http://localhost:{server.server_port}"


def sign_in(browser: TestClient, subject: str) -> Any:
    """Go to the provider, sign in there, and come back."""
    away = browser.get("/sign-in/provider", follow_redirects=False)
    assert away.status_code == 303, away.text
    back = httpx.post(away.headers["location"], data={"sub": subject})
    assert back.status_code == 302, back.text
    return browser.get(back.headers["location"], follow_redirects=False)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_door_leads_to_the_provider(open_real: Open, issuer: str, language: str) -> None:
    page = browser_at(open_real(issuer)).get("/", params={"lang": language}).text
    assert 'href="/sign-in/provider"' in page


def test_the_browser_leaves_with_everything_that_protects_the_way_back(
    open_real: Open, issuer: str
) -> None:
    browser = browser_at(open_real(issuer))
    away = browser.get("/sign-in/provider", follow_redirects=False)
    asked = parse_qs(urlsplit(away.headers["location"]).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge", "client_id", "redirect_uri"} <= set(asked)
    assert asked["redirect_uri"] == [f"{BASE}/sign-in/provider/back"]
    cookie = away.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/sign-in/provider"} <= set(cookie.split("; "))


@pytest.mark.parametrize(
    ("subject", "role", "staff"),
    [
        (SUBJECT, Role.EMPLOYEE, None),
        ("almost", Role.EMPLOYEE, None),
        ("press", Role.COMMS, "press"),
        ("root", Role.ADMIN, "root"),
    ],
)
def test_claims_give_the_role(
    open_real: Open, issuer: str, subject: str, role: Role, staff: str | None
) -> None:
    services = open_real(issuer)
    browser = browser_at(services)
    answer = sign_in(browser, subject)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    caller = caller_in(browser, services)
    assert (caller.role, caller.staff) == (role, staff)
    assert (caller.ambassador_id is not None) is (role is Role.EMPLOYEE)


def test_whoever_lost_a_claim_is_an_employee_from_the_next_sign_in(
    open_real: Open, issuer: str
) -> None:
    services, moved = open_real(issuer), f"{issuer}/users/moved"
    httpx.put(moved, json={"groups": ["communication"]}).raise_for_status()
    browser = browser_at(services)
    sign_in(browser, "moved")
    of_the_team = browser.cookies[COOKIE]
    assert browser.get("/newsroom").status_code == 200
    httpx.put(moved, json={"groups": []}).raise_for_status()
    sign_in(browser, "moved")
    assert caller_in(browser, services).role is Role.EMPLOYEE
    assert services.access.caller_with_session(of_the_team) is None
    assert browser.get("/newsroom").status_code == 403


def test_signing_out_ends_the_session_of_somebody_from_the_provider(
    open_real: Open, issuer: str
) -> None:
    services = open_real(issuer)
    browser = browser_at(services)
    sign_in(browser, SUBJECT)
    (csrf,) = set(re.findall(r'name="csrf" value="([^"]+)"', browser.get("/me").text))
    session = browser.cookies[COOKIE]
    assert browser.post("/sign-out", data={"csrf": csrf}).status_code == 200
    assert services.access.caller_with_session(session) is None


def test_an_employee_finds_their_own_record_again(open_real: Open, issuer: str) -> None:
    services = open_real(issuer)
    ids = []
    for _ in range(2):
        browser = browser_at(services)
        sign_in(browser, SUBJECT)
        ids.append(caller_in(browser, services).ambassador_id)
    assert ids[0] == ids[1]
    assert services.people.ids().count(ids[0]) == 1


def test_nothing_the_provider_calls_an_employee_by_is_kept(open_real: Open, issuer: str) -> None:
    services = open_real(issuer)
    sign_in(browser_at(services), SUBJECT)
    for path in services.settings.data_dir.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert b"canary-subject" not in held, path
            assert b"lea@tessonde.example" not in held, path


def test_somebody_erased_who_comes_back_starts_anew(open_real: Open, issuer: str) -> None:
    services = open_real(issuer)
    browser = browser_at(services)
    sign_in(browser, SUBJECT)
    before = caller_in(browser, services).ambassador_id
    services.erasure.erase(before)
    assert caller_in(browser, services) is None
    sign_in(browser, SUBJECT)
    assert caller_in(browser, services).ambassador_id not in {None, before}


def test_a_code_works_once(open_real: Open, issuer: str) -> None:
    browser = browser_at(open_real(issuer))
    away = browser.get("/sign-in/provider", follow_redirects=False)
    attempt = browser.cookies[ATTEMPT_COOKIE]
    back = httpx.post(away.headers["location"], data={"sub": SUBJECT}).headers["location"]
    assert browser.get(back, follow_redirects=False).status_code == 303
    browser.cookies.clear()
    browser.cookies.set(ATTEMPT_COOKIE, attempt, path="/sign-in/provider")
    assert refused(browser.get(back, follow_redirects=False), browser)


def test_a_sign_in_that_another_browser_began_is_refused(open_real: Open, issuer: str) -> None:
    services = open_real(issuer)
    theirs, mine = browser_at(services), browser_at(services)
    away = theirs.get("/sign-in/provider", follow_redirects=False)
    back = httpx.post(away.headers["location"], data={"sub": "root"}).headers["location"]
    assert refused(mine.get(back, follow_redirects=False), mine)
    mine.get("/sign-in/provider", follow_redirects=False)
    assert refused(mine.get(back, follow_redirects=False), mine)


def test_whoever_is_denied_by_the_provider_is_told(open_real: Open, issuer: str) -> None:
    browser = browser_at(open_real(issuer))
    away = browser.get("/sign-in/provider", follow_redirects=False)
    back = httpx.post(away.headers["location"], data={"action": "deny"})
    answer = browser.get(back.headers["location"], headers={"Accept-Language": "fr"})
    assert refused(answer, browser)
    assert "n’a pas confirmé qui vous êtes" in answer.text


@pytest.mark.parametrize("sealed", ["", "a.b.c.d.e", "a", "é", "a.b.c.9999999999." + "0" * 64])
def test_an_attempt_that_is_not_ours_is_refused(open_real: Open, issuer: str, sealed: str) -> None:
    browser = browser_at(open_real(issuer))
    headers = {b"Cookie": f"{ATTEMPT_COOKIE}={sealed}".encode()}
    answer = browser.get("/sign-in/provider/back?state=a&code=b", headers=headers)
    assert refused(answer, browser)


def test_without_a_provider_there_is_no_such_page(service: Any) -> None:
    for path in ("/sign-in/provider", "/sign-in/provider/back"):
        assert service.client.get(path, headers={"Accept": "text/html"}).status_code == 404


def test_a_provider_that_is_away_is_told_as_such(open_real: Open) -> None:
    browser = browser_at(open_real("http://127.0.0.1:9"))
    assert browser.get("/sign-in/provider").status_code == 503


def test_the_door_says_the_same_in_both_languages(open_real: Open, issuer: str) -> None:
    browser = browser_at(open_real(issuer))
    texts = [browser.get("/", params={"lang": one}).text for one in ("fr", "en")]
    assert all(re.search(r'class="button" href="/sign-in/provider"', text) for text in texts)
