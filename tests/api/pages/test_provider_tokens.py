"""Tokens of a provider that lies: each wrong in one way, and none is believed."""

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from tests.api.pages.providers import Open, browser_at, opened_for_real, refused
from tests.serving import serving

pytestmark = pytest.mark.filterwarnings(
    "ignore::authlib.deprecate.AuthlibDeprecationWarning",
    "ignore:get_jwt_config:DeprecationWarning",
)


@pytest.fixture(scope="module")
def open_real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    yield from opened_for_real(tmp_path_factory)


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
