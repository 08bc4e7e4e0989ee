"""Clients signed in as somebody of the demo, and a real browser at a real server."""

import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from api.app import create_app
from api.identity import COOKIE
from api.settings import Settings
from api.wiring import Services, open_services
from domain.roles import Role
from tests.api.conftest import NewFolder, Service
from tests.conftest import missing

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BASE = "http://127.0.0.1"


@dataclass(frozen=True)
class Client:
    """A client with a session, that sends back the token of the page its form stands on."""

    client: TestClient

    def get(self, path: str, **more: Any) -> httpx2.Response:
        """Open a page."""
        return self.client.get(path, **more)

    def send(self, path: str, *, on: str | None = None, **fields: Any) -> httpx2.Response:
        """Send a form from the page it stands on."""
        token = csrf_of(self.client.get(on or path).text)
        return self.client.post(path, data={"csrf": token, **fields}, follow_redirects=False)


SignIn = Callable[..., Client]


def csrf_of(page: str) -> str:
    """Return the token that a page's forms carry."""
    found = re.search(r'name="csrf" (?:content|value)="(\w+)"', page)
    assert found, "the page carries no token"
    return found.group(1)


def opened(service: Service, token: str | None, language: str, base: str = BASE) -> Client:
    """Return a browser at the service, with a session or without."""
    client = TestClient(
        service.client.app,
        base_url=base,
        headers={"Accept": "text/html", "Accept-Language": language},
        raise_server_exceptions=False,
    )
    if token:
        client.cookies.set(COOKIE, token)
    return Client(client)


@pytest.fixture
def stranger(service: Service) -> Client:
    """Come as nobody, in French."""
    return opened(service, None, "fr")


@pytest.fixture
def sign_in(service: Service) -> SignIn:
    """Sign in as somebody: an employee unless said otherwise."""

    def make(
        role: Role = Role.EMPLOYEE, *, ambassador_id: str | None = None, language: str = "fr"
    ) -> Client:
        owner = (ambassador_id or service.ambassador_id) if role is Role.EMPLOYEE else None
        token = service.services.access.open_session(role, ambassador_id=owner)
        return opened(service, token, language)

    return make


@pytest.fixture
def newcomer(service: Service) -> str:
    """Make a record that says nothing yet, and return its id."""
    return service.services.people.create()


@dataclass(frozen=True)
class Site:
    """A server with the demo, and where it listens."""

    address: str
    services: Services

    def link(self, role: Role, person: str = "amb_lea", language: str = "fr") -> str:
        """Return a link that signs somebody in."""
        owner = person if role is Role.EMPLOYEE else None
        token = self.services.access.open_session(role, ambassador_id=owner, kind="link")
        return f"{self.address}/sign-in?token={token}&lang={language}"


@pytest.fixture(scope="module")
def site(new_demo: NewFolder) -> Iterator[Site]:
    """Run a server over the demo, for the tests of a module."""
    services = open_services(Settings.from_environment(data_dir=new_demo(), demo=True))
    config = uvicorn.Config(create_app(services), port=0, log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Site(f"http://127.0.0.1:{port}", services)
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start a browser, for the tests of a module."""
    if CHROMIUM is None:
        missing("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def troubles() -> list[str]:
    """Collect what the browser complains of; a test looks at it in the end."""
    return []


@pytest.fixture
def context(chromium: Browser, troubles: list[str]) -> Iterator[BrowserContext]:
    """Give a fresh profile of the browser."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})

    def listen(said: ConsoleMessage) -> None:
        if said.type == "error":
            troubles.append(said.text)

    context.on("console", listen)
    context.on("weberror", lambda error: troubles.append(str(error.error)))
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give an empty page."""
    return context.new_page()
