"""Signing in with a real OpenID Connect provider, and with one that lies."""

import json
import logging
import re
import time
import warnings
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from authlib.deprecate import AuthlibDeprecationWarning
from fastapi import FastAPI
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from api import demo_organization
from api.app import create_app
from api.identity import COOKIE
from api.pages.oidc import ATTEMPT_COOKIE
from api.settings import Settings
from api.wiring import Services, open_services
from domain.roles import Role
from tests.serving import serving

with warnings.catch_warnings():
    # The provider of the tests uses a part of Authlib that Authlib itself gives up.
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    import oidc_provider_mock

pytestmark = pytest.mark.filterwarnings(
    "ignore::authlib.deprecate.AuthlibDeprecationWarning",
    "ignore:get_jwt_config:DeprecationWarning",
)

BASE = "http://127.0.0.1"
SUBJECT = "lea.canary-subject"
Open = Callable[..., Services]


@pytest.fixture(scope="module")
def open_real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Open a real organisation, not the demo, with a provider; one for each provider."""
    opened: dict[str, Services] = {}

    def make(issuer: str) -> Services:
        if issuer in opened:
            return opened[issuer]
        settings = Settings.from_environment(
            data_dir=tmp_path_factory.mktemp("real"),
            oidc_issuer=issuer,
            oidc_client_id="porte-voix",
            oidc_client_secret="a-secret",
            oidc_comms_claim="groups=communication",
            oidc_admin_claim="realm_access.roles=porte-voix-admin",
        )
        demo_organization.prepare_files(settings)
        opened[issuer] = open_services(settings)
        return opened[issuer]

    yield make
    for services in opened.values():
        services.close()


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


def browser_at(services: Services) -> TestClient:
    client = TestClient(create_app(services), base_url=BASE, raise_server_exceptions=False)
    client.headers["Accept"] = "text/html"
    return client


def sign_in(browser: TestClient, subject: str) -> Any:
    """Go to the provider, sign in there, and come back."""
    away = browser.get("/sign-in/provider", follow_redirects=False)
    assert away.status_code == 303, away.text
    back = httpx.post(away.headers["location"], data={"sub": subject})
    assert back.status_code == 302, back.text
    return browser.get(back.headers["location"], follow_redirects=False)


def caller_in(browser: TestClient, services: Services) -> Any:
    return services.access.caller_with_session(browser.cookies.get(COOKIE) or "")


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


def refused(answer: Any, browser: TestClient) -> bool:
    return answer.status_code == 403 and COOKIE not in browser.cookies


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
    assert "ne s’est pas portée garante" in answer.text


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


class Liar:
    """A provider whose tokens are wrong in one way."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "1"}, private=True)
        self.issuer = ""
        self.nonce = ""
        self.say_the_truth()

    def say_the_truth(self) -> None:
        self.changes: dict[str, Any] = {}
        self.header: dict[str, Any] = {"alg": "RS256", "kid": self.key.kid}
        self.signs_with: Any = self.key

    def app(self) -> FastAPI:
        app = FastAPI()
        app.get("/.well-known/openid-configuration")(self.document)
        app.get("/jwks")(lambda: {"keys": [self.key.as_dict(private=False)]})
        app.post("/token")(self.token)
        return app

    def document(self) -> dict[str, str]:
        named = {"authorization_endpoint": "/authorize", "token_endpoint": "/token"}
        found = {name: self.issuer + path for name, path in named.items()}
        return {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/jwks", **found}

    def token(self) -> dict[str, str]:
        now = int(time.time())
        claims: dict[str, Any] = {"iss": self.issuer, "aud": "porte-voix", "sub": "x"}
        claims |= {"nonce": self.nonce, "iat": now, "exp": now + 300, **self.changes}
        kept = {name: value for name, value in claims.items() if value is not None}
        if self.header["alg"] == "none":
            signed = f"{_part(self.header)}.{_part(kept)}."
        else:
            algorithms = [self.header["alg"]]
            signed = jwt.encode(self.header, kept, self.signs_with, algorithms=algorithms)
        return {"access_token": "a", "token_type": "Bearer", "id_token": signed}


def _part(value: dict[str, Any]) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.fixture(scope="module")
def running_liar() -> Iterator[Liar]:
    liar = Liar()
    with serving(liar.app()) as address:
        liar.issuer = address
        yield liar


@pytest.fixture
def liar(running_liar: Liar) -> Liar:
    running_liar.say_the_truth()
    return running_liar


def come_back(browser: TestClient, liar: Liar) -> Any:
    away = browser.get("/sign-in/provider", follow_redirects=False)
    asked = parse_qs(urlsplit(away.headers["location"]).query)
    liar.nonce = asked["nonce"][0]
    where = {"code": "c", "state": asked["state"][0]}
    return browser.get("/sign-in/provider/back", params=where, follow_redirects=False)


def test_a_provider_that_says_the_truth_is_believed(open_real: Open, liar: Liar) -> None:
    browser = browser_at(open_real(liar.issuer))
    assert come_back(browser, liar).status_code == 303


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another-client"},
        {"aud": ["porte-voix", "another-client"], "azp": "another-client"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"iat": 9_999_999_999},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
    ],
    ids=str,
)
def test_a_token_that_is_wrong_in_one_way_is_refused(
    open_real: Open, liar: Liar, changes: dict[str, Any]
) -> None:
    liar.changes = changes
    browser = browser_at(open_real(liar.issuer))
    assert refused(come_back(browser, liar), browser)


def test_a_token_signed_by_somebody_else_is_refused(open_real: Open, liar: Liar) -> None:
    liar.signs_with = RSAKey.generate_key(2048, {"kid": liar.key.kid or ""}, private=True)
    browser = browser_at(open_real(liar.issuer))
    assert refused(come_back(browser, liar), browser)


@pytest.mark.parametrize("algorithm", ["HS256", "none"])
def test_a_token_that_anybody_could_have_signed_is_refused(
    open_real: Open, liar: Liar, algorithm: str
) -> None:
    liar.header = {"alg": algorithm, "kid": liar.key.kid}
    liar.signs_with = OctKey.import_key("a-secret-that-is-long-enough-for-it")
    browser = browser_at(open_real(liar.issuer))
    assert refused(come_back(browser, liar), browser)


def test_a_provider_that_changed_its_keys_is_believed_still(open_real: Open, liar: Liar) -> None:
    services = open_real(liar.issuer)
    come_back(browser_at(services), liar)
    liar.key = RSAKey.generate_key(2048, {"kid": "2"}, private=True)
    liar.say_the_truth()
    assert come_back(browser_at(services), liar).status_code == 303


def test_a_provider_that_calls_itself_otherwise_is_none(open_real: Open) -> None:
    liar = Liar()
    liar.issuer = "https://elsewhere.example"
    with serving(liar.app()) as address:
        browser = browser_at(open_real(address))
        assert browser.get("/sign-in/provider").status_code == 503


def test_the_door_says_the_same_in_both_languages(open_real: Open, issuer: str) -> None:
    browser = browser_at(open_real(issuer))
    texts = [browser.get("/", params={"lang": one}).text for one in ("fr", "en")]
    assert all(re.search(r'class="button" href="/sign-in/provider"', text) for text in texts)
