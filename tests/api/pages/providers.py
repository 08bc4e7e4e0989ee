"""Organisations whose people sign in with a provider, and browsers that come to them."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api import demo_organization
from api.app import create_app
from api.identity import COOKIE
from api.settings import Settings
from api.wiring import Services, open_services

BASE = "http://127.0.0.1"
Open = Callable[..., Services]


def opened_for_real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
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


def browser_at(services: Services) -> TestClient:
    """Return a browser at an organisation."""
    client = TestClient(create_app(services), base_url=BASE, raise_server_exceptions=False)
    client.headers["Accept"] = "text/html"
    return client


def caller_in(browser: TestClient, services: Services) -> Any:
    """Return who a browser's session is."""
    return services.access.caller_with_session(browser.cookies.get(COOKIE) or "")


def refused(answer: Any, browser: TestClient) -> bool:
    """Tell whether a sign-in was refused, and left no session."""
    return answer.status_code == 403 and COOKIE not in browser.cookies
